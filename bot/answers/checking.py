"""What is wrong with content/, in sentences for its editors (`content check`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from bot.answers.article import Article
from bot.answers.contacts import CRISIS_KINDS, Help
from bot.answers.finding.words import words
from bot.answers.library import Library
from bot.answers.readability import measure
from bot.answers.reading_yaml import mapping
from bot.language import LANGUAGES, SOURCE

OTHER_NEXT = frozenset({"mens", "loonstrook", "menu"})
SOON = timedelta(days=60)
FEWEST_QUESTIONS, LONGEST_TITLE = 12, 40
AVERAGE_SENTENCE, LONGEST_SENTENCE, EASY = 12, 20, 50
_NEEDED = ("crisis.yaml", "help.yaml", "outside.yaml", "smalltalk.yaml", "synonyms.yaml", "topics.yaml")


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark; `path` is inside content/. An error keeps the text from clients, a warning does not."""

    path: str
    level: Literal["error", "warning"]
    sentence: str


def check(content_dir: Path, today: date) -> list[Finding]:
    """Everything that an editor should look at, errors first."""
    library = Library.load(content_dir)
    known = {str(slug): item for slug, item in mapping(content_dir / "topics.yaml").items()}
    found = [Finding(path, "error", "De kop van dit bestand is niet te lezen.") for path in library.broken]
    missing = (name for name in _NEEDED if not (content_dir / name).exists())
    found += [Finding(name, "error", "Dit bestand ontbreekt.") for name in missing]
    found += _missing_topics(library, set(known))
    found += _help(library.help, library)
    found += _same_questions(library)
    for versions in library.articles.values():
        for article in versions.values():
            category = str((known.get(article.slug) or {}).get("category") or "")
            found += _article(article, library, category, today)
    return sorted(set(found), key=lambda f: (f.level, f.path, f.sentence))


def path_of(article: Article) -> str:
    """Where the article stands inside content/."""
    return f"{article.language}/{article.category}/{article.slug}.md"


def _article(article: Article, library: Library, category: str, today: date) -> Iterator[Finding]:
    path = path_of(article)
    for sentence in (*_head(article, category), *_dates(article, today), *_values(article, library, today)):
        yield Finding(path, "error", sentence)
    for sentence in (*_soon(article, library, today), *_style(article)):
        yield Finding(path, "warning", sentence)


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
    for kind, name in article.placeholders():
        day = today + SOON
        if kind == "bedrag" and library.amounts.on(name, today) and not library.amounts.on(name, day):
            yield f"Het bedrag {name} verloopt binnen 60 dagen."


def _style(article: Article) -> Iterator[str]:
    if len(article.title) > LONGEST_TITLE:
        yield f"De titel is langer dan {LONGEST_TITLE} tekens."
    if article.language != SOURCE:
        return  # the other rules are about Dutch
    if len(article.questions) < FEWEST_QUESTIONS:
        yield f"Er zijn {len(article.questions)} voorbeeldvragen. Schrijf er minstens {FEWEST_QUESTIONS}."
    measured = measure(article.text)
    if measured is None:
        return
    if measured.average > AVERAGE_SENTENCE:
        yield f"De zinnen hebben gemiddeld {measured.average:.1f} woorden. Houd het onder {AVERAGE_SENTENCE}."
    if measured.longest > LONGEST_SENTENCE:
        yield f"Deze zin heeft {measured.longest} woorden: {measured.longest_sentence[:60]}"
    if measured.figure < EASY:
        yield f"De leesbaarheid is {measured.figure:.0f} (Flesch-Douma). Boven {EASY} leest het makkelijk."


def _missing_topics(library: Library, known: set[str]) -> Iterator[Finding]:
    missing = [slug for slug in sorted(known) if SOURCE not in library.articles.get(slug, {})]
    if missing:
        # Unwritten is not wrong: the bot says that it does not know, and offers a person.
        names = ", ".join(missing)
        yield Finding("topics.yaml", "warning", f"Nog te schrijven in het Nederlands ({len(missing)}): {names}.")


def _same_questions(library: Library) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Article] = {}
    for language in LANGUAGES:
        for slug in library.slugs:
            article = library.articles[slug].get(language)
            for question in article.questions if article else ():
                earlier = first.setdefault(tuple(words(question)), article) if article else None
                if article and earlier and earlier.slug != slug:
                    sentence = f"De vraag «{question}» staat ook bij {earlier.slug}."
                    yield Finding(path_of(article), "warning", sentence)


def _help(help_: Help, library: Library) -> Iterator[Finding]:
    for kind in CRISIS_KINDS:
        route = help_.crisis.get(kind)
        if route is None:
            yield Finding("help.yaml", "error", f"De route voor {kind} (crisis) ontbreekt.")
            continue
        if route.topic not in library.articles:
            yield Finding("help.yaml", "error", f"Het onderwerp {route.topic} van {kind} bestaat niet.")
        for name in route.contacts:
            if name not in help_.contacts:
                yield Finding("help.yaml", "error", f"Het contact {name} van {kind} bestaat niet.")
        for language in LANGUAGES:
            if language not in route.text:
                yield Finding("help.yaml", "warning", f"De tekst van {kind} is er niet in {language}.")
