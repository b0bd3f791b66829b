"""Everything that an editor wants to know about the file behind an answer, in JSON for the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.answers.article import Article
from bot.answers.checking import path_of
from bot.answers.checking.articles import remarks_on
from bot.answers.checking.wording import Wording
from bot.answers.library import Library
from bot.answers.readability import measure
from bot.answers.reading_yaml import mapping
from bot.editor.reasons import titled


def card_of(article: Article, library: Library, ways: Sequence[str], today: date) -> dict[str, Any]:
    """File name, dates, sources, what must be confirmed, readability, and what `content check` says of it."""
    category = mapping(library.folder / "topics.yaml").get(article.slug) or {}
    wording = Wording.load(library.folder / "words.yaml")
    remarks = remarks_on(article, library, str(category.get("category") or ""), today, wording)
    return {
        **titled(article.slug, library),
        "file": f"content/{path_of(article)}",
        "checked": _text(article.checked),
        "valid_until": _text(article.valid_until),
        "valid": article.is_valid(today),
        "sources": [{"title": s.title, "url": s.url, "checked": _text(s.checked)} for s in article.sources],
        "confirm": list(article.confirm),
        "languages": sorted(library.articles[article.slug]),
        "ways": len(ways),
        "figures": _figures(article.text),
        "remarks": [{"level": level, "sentence": sentence} for level, sentence in remarks],
    }


def _figures(text: str) -> dict[str, Any] | None:
    measured = measure(text)
    if measured is None:
        return None
    return {
        "average": round(measured.average, 1),
        "longest": measured.longest,
        "longest_sentence": measured.longest_sentence,
        "index": round(measured.figure),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day and day != date.min else None
