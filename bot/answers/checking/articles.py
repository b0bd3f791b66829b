"""One article: its head, its dates, its amounts and links, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from bot.answers.article import Article
from bot.answers.checking.wording import Wording
from bot.answers.library import Library
from bot.answers.readability import measure
from bot.language import SOURCE

OTHER_NEXT = frozenset({"mens", "loonstrook", "menu", "brief"})
SOON = timedelta(days=60)
FEWEST_QUESTIONS, LONGEST_TITLE = 12, 40
AVERAGE_SENTENCE, LONGEST_SENTENCE, EASY = 12, 20, 50

Remark = tuple[Literal["error", "warning"], str]


def remarks_on(article: Article, library: Library, category: str, today: date, wording: Wording) -> Iterator[Remark]:
    """Every remark on one article; `category` is where topics.yaml puts it, empty when it is not there."""
    for sentence in (*_head(article, category), *_dates(article, today), *_values(article, library, today)):
        yield "error", sentence
    for sentence in (*_soon(article, library, today), *_style(article, wording)):
        yield "warning", sentence


def _head(article: Article, category: str) -> Iterator[str]:
    if not category:
        yield "Dit onderwerp staat niet in topics.yaml."
    elif category != article.category:
        yield f"Dit onderwerp hoort in de map {category}."
    if article.title == article.slug:
        yield "De titel (title) ontbreekt."
    if not article.text:
        yield "Er is geen tekst."
    if not article.sources:
        yield "Er is geen bron (sources)."
    for source in article.sources:
        if not source.title or not source.url.startswith("https://"):
            yield "Een bron heeft geen title of geen url die met https:// begint."
        if source.checked == date.min:
            yield f"De bron {source.title} heeft geen datum (checked)."


def _dates(article: Article, today: date) -> Iterator[str]:
    if article.checked is None:
        yield "De datum van controle (checked) ontbreekt."
    elif article.checked > today:
        yield "De datum van controle (checked) ligt in de toekomst."
    if article.valid_until is None:
        yield "De einddatum (valid_until) ontbreekt."
    elif article.valid_until < today:
        yield f"Deze tekst is verlopen op {article.valid_until}."


def _values(article: Article, library: Library, today: date) -> Iterator[str]:
    for kind, name in article.placeholders():
        if kind == "contact" and name not in library.help.contacts:
            yield f"Het contact {name} staat niet in help.yaml."
        elif kind == "bedrag" and name not in library.amounts.names():
            yield f"Het bedrag {name} staat niet in amounts."
        elif kind == "bedrag" and library.amounts.on(name, today) is None:
            yield f"Het bedrag {name} geldt vandaag niet meer."
    for name in article.next:
        if name not in OTHER_NEXT and name not in library.articles:
            yield f"De verwijzing {name} (next) bestaat niet."


def _soon(article: Article, library: Library, today: date) -> Iterator[str]:
    if article.valid_until and today <= article.valid_until < today + SOON:
        yield f"Deze tekst verloopt al op {article.valid_until}."
    used = dict.fromkeys(name for kind, name in article.placeholders() if kind == "bedrag")
    amounts, day = library.amounts, today + SOON
    ending = [name for name in used if amounts.on(name, today) and not amounts.on(name, day)]
    if ending:
        yield f"Deze bedragen verlopen binnen {SOON.days} dagen: {', '.join(ending)}."


def _style(article: Article, wording: Wording) -> Iterator[str]:
    if len(article.title) > LONGEST_TITLE:
        yield f"De titel is langer dan {LONGEST_TITLE} tekens."
    if article.language != SOURCE:
        return  # the other rules are about Dutch
    if len(article.questions) < FEWEST_QUESTIONS:
        yield f"Er zijn {len(article.questions)} voorbeeldvragen. Schrijf er minstens {FEWEST_QUESTIONS}."
    yield from wording.remarks(article.text)
    measured = measure(article.text)
    if measured is None:
        return
    if measured.average > AVERAGE_SENTENCE:
        yield f"De zinnen hebben gemiddeld {measured.average:.1f} woorden. Houd het onder {AVERAGE_SENTENCE}."
    if measured.longest > LONGEST_SENTENCE:
        yield f"Deze zin heeft {measured.longest} woorden: {measured.longest_sentence[:60]}"
    if measured.figure < EASY:
        yield f"De leesbaarheid is {measured.figure:.0f} (Flesch-Douma). Boven {EASY} leest het makkelijk."
