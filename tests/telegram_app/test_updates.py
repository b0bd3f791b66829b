"""A raw update becomes something that happened, whatever is in it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Attachment, Reply
from bot.telegram_app.gateway import bold_spans
from bot.telegram_app.updates import KINDS, chat_of, incoming
from tests.databases import NOON

NAMES = st.sampled_from(
    [
        "width",
        "height",
        "data",
        "new_chat_member",
        "status",
        "message_id",
        "media_group_id",
        "language_code",
        "chat",
        "from",
        "id",
        "type",
        "message",
        "text",
        "caption",
        "photo",
        "document",
        "file_id",
        "file_size",
        "date",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("private") | st.just("\ud83d"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=6),
    max_leaves=25,
)
UPDATES = st.dictionaries(st.sampled_from([*KINDS, "inline_query", "update_id"]), JSON, max_size=3)
CHAT = {"id": 7, "type": "private"}


@given(UPDATES)
def test_no_update_can_raise(update: dict[str, Any]) -> None:
    """One that nobody can read is nothing, never an error that comes back for ever."""
    happened = incoming(update, NOON)
    chat = chat_of(update)
    assert chat is None or abs(chat) < 2**63
    if happened:
        assert (happened.text + (happened.button or "")).encode()


@given(st.integers(-(2**62), 2**62), st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_a_text_comes_in_as_it_was_typed(chat_id: int, text: str) -> None:
    """From the chat that it belongs to."""
    update = {"update_id": 1, "message": {"message_id": 3, "date": 9, "chat": {**CHAT, "id": chat_id}, "text": text}}
    happened = incoming(update, NOON)
    assert happened is not None
    assert (happened.chat_id, happened.text, happened.message_id) == (chat_id, text, 3)
    assert chat_of(update) == chat_id


def test_the_largest_size_of_a_photo_is_taken() -> None:
    """With its caption and its album."""
    sizes = [{"file_id": str(w), "width": w, "height": w, "file_size": w * 9} for w in (90, 1280, 320)]
    happened = incoming({"message": {"chat": CHAT, "photo": sizes, "caption": "Kijk", "media_group_id": "a"}}, NOON)
    assert happened is not None
    assert happened.attachment == Attachment("photo", "1280", size=11520)
    assert (happened.text, happened.album) == ("Kijk", "a")


def test_a_group_is_not_for_us() -> None:
    """The bot answers one person only."""
    assert incoming({"message": {"chat": {"id": -5, "type": "group"}, "text": "hoi"}}, NOON) is None


def test_a_block_and_its_end_are_noticed() -> None:
    """«kicked» is blocked; «member» again is not."""
    kinds = []
    for status in ("kicked", "member"):
        happened = incoming({"my_chat_member": {"chat": CHAT, "new_chat_member": {"status": status}}}, NOON)
        assert happened is not None
        kinds.append(happened.kind)
    assert kinds == ["blocked", "unblocked"]


@given(st.lists(st.tuples(st.text(st.sampled_from("ab é😀👍🏽ج"), min_size=1), st.booleans()), max_size=8))
def test_bold_is_counted_as_telegram_counts(pieces: list[tuple[str, bool]]) -> None:
    """In UTF-16 units: what is bold is the same words."""
    text, spans, wanted = "", [], []
    for piece, bold in pieces:
        if bold:
            spans.append((len(text), len(text) + len(piece)))
            wanted.append(piece)
        text += piece
    raw = text.encode("utf-16-le")
    found = bold_spans(Reply(text, bold=tuple(spans)))
    assert [raw[at * 2 : (at + length) * 2].decode("utf-16-le") for at, length in found] == wanted


def test_a_message_in_a_topic_and_an_answer_say_so() -> None:
    """The message that begins a topic is answered by all in it, so by nothing; a thread of answers is no topic."""
    head = {"message_id": 5, "chat": {"id": 1, "type": "private"}, "date": 1_790_000_000, "text": "Hoi"}
    place = {"message_thread_id": 3, "is_topic_message": True}
    found = incoming({"message": {**head, **place, "reply_to_message": {"message_id": 4}}}, NOON)
    assert found is not None and (found.topic, found.answers) == (3, 4)
    first = {"message_id": 3, "forum_topic_created": {"name": "Samira"}}
    found = incoming({"message": {**head, **place, "reply_to_message": first}}, NOON)
    assert found is not None and (found.topic, found.answers) == (3, None)
    found = incoming({"message": {**head, "message_thread_id": 3}}, NOON)
    assert found is not None and found.topic is None
    assert incoming({"message": {**head, **place, "forum_topic_created": {"name": "Samira"}}}, NOON) is None
