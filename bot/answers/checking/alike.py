"""Two topics that attract the same question: the finder cannot choose between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from bot.answers.checking.finding import Finding, path_of
from bot.answers.checking.ways import Asked
from bot.answers.finding.words import words
from bot.answers.library import Library

# A way to ask: where it stands, of which topic, and what is typed.
_Way = tuple[str, str, str]


def same_questions(library: Library, asked: Sequence[Asked], small: Set[str]) -> Iterator[Finding]:
    """Ways to ask with the same words, small words aside and in whatever order, under two topics.

    Each is named where it stands second, with both topics.
    """
    first: dict[frozenset[str], _Way] = {}
    for way in (*_of_articles(library), *_of_store(asked)):
        path, slug, text = way
        _, earlier_slug, earlier = first.setdefault(_heart(text, small), way)
        if earlier_slug == slug:
            continue
        if words(earlier) == words(text):
            yield Finding(path, "warning", f"De vraag «{text}» van {slug} staat ook bij {earlier_slug}.")
        else:
            sentence = f"De vraag «{text}» van {slug} is bijna dezelfde als «{earlier}» van {earlier_slug}."
            yield Finding(path, "warning", sentence)


def _heart(text: str, small: Set[str]) -> frozenset[str]:
    """The words that decide; all of them when there are only small ones."""
    typed = frozenset(words(text))
    return typed - small or typed


def _of_articles(library: Library) -> Iterator[_Way]:
    for slug in library.slugs:
        for article in library.articles[slug].values():
            for text in article.questions:
                yield path_of(article), slug, text


def _of_store(asked: Sequence[Asked]) -> Iterator[_Way]:
    for item in asked:
        for text in item.texts or ():
            yield item.path, item.slug, text
