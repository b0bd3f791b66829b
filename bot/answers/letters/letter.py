"""Senders and their kinds of letters, as content/letters.yaml says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.answers.letters.matching import Phrase, phrase
from bot.answers.reading_yaml import mapping
from bot.deadlines.terms import TermKind, as_kind

TERMS = ("bezwaar", "printed", "betaling", "none")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter. `means`, `do` and `if_nothing` are sentences for the client.

    `term` is which day counts: None when the letter has none. `call` is a name in help.yaml,
    None when the number stands on the letter. `urgent`: a caseworker must see it the same day.
    """

    key: str
    name: str
    words: tuple[str, ...]
    topic: str
    means: str
    do: str
    if_nothing: str
    term: TermKind | None = None
    call: str | None = None
    asks_amount: bool = False
    urgent: bool = False
    phrases: tuple[Phrase, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends letters; `look` is how they look, when that is known."""

    key: str
    name: str
    look: str
    words: tuple[str, ...]
    kinds: Mapping[str, Kind]
    phrases: tuple[Phrase, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Letters:
    """Every sender, in the order in which they are offered."""

    senders: Mapping[str, Sender] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Letters:
        """Read the file; what is missing or wrong in it is left empty, for `content check` to name."""
        found = mapping(path).get("senders")
        items = found.items() if isinstance(found, dict) else ()
        return cls({str(key): _sender(str(key), item) for key, item in items if isinstance(item, dict)})

    def kind(self, sender: str, kind: str) -> tuple[Sender, Kind] | None:
        """A kind with its sender, or None when either is not there (any more)."""
        of = self.senders.get(sender)
        return (of, of.kinds[kind]) if of and kind in of.kinds else None

    def all(self) -> Iterator[tuple[Sender, Kind]]:
        """Every kind with its sender."""
        return ((sender, kind) for sender in self.senders.values() for kind in sender.kinds.values())


def _sender(key: str, item: Mapping[str, Any]) -> Sender:
    found = item.get("kinds")
    items = found.items() if isinstance(found, dict) else ()
    kinds = {str(k): _kind(str(k), v) for k, v in items if isinstance(v, dict)}
    words = _texts(item.get("words"))
    return Sender(
        key, _text(item, "name") or key, _text(item, "look"), words, kinds, tuple(phrase(word) for word in words)
    )


def _kind(key: str, item: Mapping[str, Any]) -> Kind:
    words = _texts(item.get("words"))
    return Kind(
        key=key,
        name=_text(item, "name") or key,
        words=words,
        topic=_text(item, "topic"),
        means=_text(item, "means"),
        do=_text(item, "do"),
        if_nothing=_text(item, "if_nothing"),
        term=as_kind(_text(item, "term")),
        call=_text(item, "call") or None,
        asks_amount=item.get("asks_amount") is True,
        urgent=item.get("urgent") is True,
        phrases=tuple(phrase(word) for word in words),
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    return str(item.get(name) or "").strip()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each).strip() for each in value) if isinstance(value, list) else ()
