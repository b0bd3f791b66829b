"""Long texts and packed replies come out as they went in."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Button, Picture, Reply
from bot.work.packing import pack, unpack
from bot.work.splitting import CAPTION_LIMIT, LIMIT, parts, split, units

PIECES = st.sampled_from(["woord", " ", ". ", "\n", "\n\n", "😀", "é", "x" * 300, "ج" * 90, "👩‍👩‍👧" * 40, "   "])
TEXTS = st.lists(PIECES, max_size=120).map("".join)


def bare(text: str) -> str:
    """A text without its white space: the only thing that a cut may take away."""
    return "".join(text.split())


@given(TEXTS, st.integers(min_value=2, max_value=300))
def test_parts_are_the_whole_text_and_none_is_too_long(text: str, limit: int) -> None:
    """Save white space at the cuts; no part is empty."""
    found = [text[start:end] for start, end in parts(text, limit)]
    assert bare("".join(found)) == bare(text)
    assert all(found) and all(units(part) <= limit for part in found)


@settings(max_examples=60)
@given(TEXTS.filter(str.strip), st.booleans())
def test_no_message_is_longer_than_telegram_allows(text: str, pictured: bool) -> None:
    """4,096 units, or 1,024 under a picture; together they say everything."""
    reply = Reply(text, picture=Picture("f") if pictured else None)
    messages = split(reply)
    assert bare("".join(message.text for message in messages)) == bare(text)
    for message in messages:
        assert units(message.text) <= (CAPTION_LIMIT if message.picture else LIMIT)
    assert sum(message.picture is not None for message in messages) == pictured


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS.filter(str.strip), st.booleans()), min_size=1, max_size=12))
def test_bold_stays_on_the_same_words(pieces: list[tuple[str, bool]]) -> None:
    """Also for a bold part that a cut goes through."""
    text, bold = "", []
    for piece, is_bold in pieces:
        if is_bold:
            bold.append((len(text), len(text) + len(piece)))
        text += piece
    messages = split(Reply(text, bold=tuple(bold)))
    said = "".join(message.text[start:end] for message in messages for start, end in message.bold)
    assert bare(said) == bare("".join(text[start:end] for start, end in bold))
    assert all(0 <= s < e <= len(m.text) for m in messages for s, e in m.bold)


def test_a_long_reply_takes_one_place_and_asks_once() -> None:
    """The first part replaces; buttons, menu and tag are at the last."""
    reply = Reply(
        "Zin om te lezen. " * 700, buttons=((Button("Ja", "ja"),),), menu=(("Menu",),), tag="t", replaces="busy"
    )
    messages = split(reply)
    assert len(messages) > 2
    assert [m.replaces for m in messages] == ["busy", *[None] * (len(messages) - 1)]
    for name in ("buttons", "menu", "tag"):
        assert [bool(getattr(m, name)) for m in messages] == [*[False] * (len(messages) - 1), True]


def test_a_cut_is_at_the_end_of_a_paragraph_when_there_is_one() -> None:
    """A reader pauses there anyway."""
    first, second = "a " * 1200, "b " * 1200
    assert [m.text for m in split(Reply(first + "\n\n" + second))] == [first.strip(), second.strip()]


BUTTONS = st.builds(Button, st.text(min_size=1), st.text(), st.none() | st.text(min_size=1))
REPLIES = st.builds(
    Reply,
    st.text(),
    bold=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))).map(tuple),
    buttons=st.lists(st.lists(BUTTONS, min_size=1).map(tuple)).map(tuple),
    picture=st.none() | st.builds(Picture, st.text(min_size=1), st.sampled_from(["photo", "document"]), st.text()),
    menu=st.none() | st.lists(st.lists(st.text(), min_size=1).map(tuple), min_size=1).map(tuple),
    tag=st.none() | st.text(min_size=1),
    replaces=st.none() | st.text(min_size=1),
)


@given(REPLIES)
def test_a_packed_reply_comes_out_as_it_went_in(reply: Reply) -> None:
    """By way of JSON, as the outbox keeps it."""
    assert unpack(json.loads(json.dumps(pack(reply)))) == reply
