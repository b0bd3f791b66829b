"""The lists beside the articles: topics, helpers, and who is asking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.answers.checking.finding import Finding
from bot.answers.contacts import CRISIS_KINDS, Help
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from bot.answers.who import WhoIsAsking
from bot.language import LANGUAGES, SOURCE

_STATES = ("seen", "seen_2nd", "computed")
_NEEDED = ("crisis.yaml", "help.yaml", "letters.yaml", "outside.yaml", "smalltalk.yaml", "synonyms.yaml", "topics.yaml")


def missing_files(folder: Path) -> Iterator[Finding]:
    """Lists without which the bot must not go live."""
    for name in _NEEDED:
        if not (folder / name).exists():
            yield Finding(name, "error", "Dit bestand ontbreekt.")


def amounts(library: Library) -> Iterator[Finding]:
    """Every period has its two days, and every amount a source and a state."""
    for path in sorted((library.folder / "amounts").glob("*.yaml")):
        name, data = f"amounts/{path.name}", mapping(path)
        if not all(isinstance(data.get(day), date) for day in ("valid_from", "valid_until")):
            yield Finding(name, "error", "De datums valid_from en valid_until ontbreken.")
        for key, item in (data.get("amounts") or {}).items():
            said = item if isinstance(item, dict) else {}
            if not said.get("source") or not str(said.get("url")).startswith("https://"):
                yield Finding(name, "error", f"Het bedrag {key} heeft geen source of geen url met https://.")
            if said.get("state") not in _STATES:
                yield Finding(name, "error", f"De state van {key} is niet {', '.join(_STATES)}.")


def missing_topics(library: Library, known: set[str]) -> Iterator[Finding]:
    """Topics that nobody wrote yet."""
    missing = [slug for slug in sorted(known) if SOURCE not in library.articles.get(slug, {})]
    if missing:
        # Unwritten is not wrong: the bot says that it does not know, and offers a person.
        names = ", ".join(missing)
        yield Finding("topics.yaml", "warning", f"Nog te schrijven in het Nederlands ({len(missing)}): {names}.")


def who_is_asking(who: WhoIsAsking, known: set[str]) -> Iterator[Finding]:
    """Options and topics of who.yaml that are not there."""
    for difference in who.differences:
        for line in difference.same:
            for option, slug in line.items():
                if slug not in known:
                    yield Finding("who.yaml", "error", f"Het onderwerp {slug} bestaat niet.")
                if option not in difference.options:
                    sentence = f"De keuze {option} staat niet onder options van {difference.name}."
                    yield Finding("who.yaml", "error", sentence)


def helpers(help_: Help, library: Library) -> Iterator[Finding]:
    """Every kind of crisis has a route, to a topic and to people that are there, in every language."""
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
