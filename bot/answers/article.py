"""One answer: a text that people wrote and checked, with its sources and dates.

A file is YAML between two lines of `---`, then paragraphs. The text may hold `**bold**`,
`{bedrag NAME}` and `{contact NAME}`; nothing else is markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

PLACEHOLDER = re.compile(r"\{(bedrag|contact) ([\w-]+)\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from, and the day on which somebody last looked there."""

    title: str
    url: str
    checked: date


@dataclass(frozen=True, slots=True)
class Article:
    """A topic in one language; shown until and including `valid_until`."""

    slug: str
    language: str
    category: str
    title: str
    text: str
    questions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    checked: date | None = None
    valid_until: date | None = None
    confirm: tuple[str, ...] = ()
    next: tuple[str, ...] = ()

    def is_valid(self, day: date) -> bool:
        """False when the day is past `valid_until`; a text without an end date is not shown either."""
        return self.valid_until is not None and day <= self.valid_until

    def placeholders(self) -> tuple[tuple[str, str], ...]:
        """Every (kind, name) that the text asks for; kind is `bedrag` or `contact`."""
        return tuple((m[1], m[2]) for m in PLACEHOLDER.finditer(self.text))


@dataclass(frozen=True, slots=True)
class Rendered:
    """Plain text and the (start, end) of its bold parts, in characters (code points)."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()


def split_front_matter(raw: str) -> tuple[str, str]:
    """(YAML, text) of a file; ValueError when the lines of `---` are missing."""
    lines = raw.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---":
        raise ValueError("The file does not begin with a line of ---.")
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]).strip()
    raise ValueError("The second line of --- is missing.")


def article_from(slug: str, language: str, category: str, head: Mapping[str, Any], text: str) -> Article:
    """Build an article from parsed front matter; missing keys stay empty, for `content check` to name."""
    return Article(
        slug=slug,
        language=language,
        category=category,
        title=str(head.get("title") or slug),
        text=text,
        questions=_texts(head.get("questions")),
        sources=tuple(_source(item) for item in head.get("sources") or () if isinstance(item, Mapping)),
        checked=_day(head.get("checked")),
        valid_until=_day(head.get("valid_until")),
        confirm=_texts(head.get("confirm")),
        next=_texts(head.get("next")),
    )


def render(article: Article, value: Callable[[str, str], str | None]) -> Rendered | None:
    """The text with every placeholder filled by `value(kind, name)`; None when one has no value."""
    missing = False

    def fill(match: re.Match[str]) -> str:
        nonlocal missing
        found = value(match[1], match[2])
        missing = missing or found is None
        return found or ""

    filled = PLACEHOLDER.sub(fill, article.text)
    return None if missing else embolden(filled)


def embolden(marked: str) -> Rendered:
    """Take the `**` away and remember where they were."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = position = 0
    for match in _BOLD.finditer(marked):
        before = marked[position : match.start()]
        length += len(before)
        parts += (before, match[1])
        spans.append((length, length + len(match[1])))
        length += len(match[1])
        position = match.end()
    return Rendered("".join([*parts, marked[position:]]), tuple(spans))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item).strip() for item in value) if isinstance(value, list) else ()


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _source(item: Mapping[str, Any]) -> Source:
    # The oldest possible day: a source that nobody dated counts as never checked.
    checked = _day(item.get("checked")) or date.min
    return Source(str(item.get("title") or ""), str(item.get("url") or ""), checked)
