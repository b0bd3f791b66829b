"""The letter helper's list (letters.yaml): what each kind needs, and words that tell kinds apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.answers.checking.finding import Finding
from bot.answers.letters.letter import TERMS, Letters, Sender
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping

PATH = "letters.yaml"
FEWEST_SENDERS, FEWEST_KINDS = 9, 40
LONGEST_NAME, LONGEST_LABEL = 40, 45  # characters on a button; a label is a name with the look
LONGEST_KEYS = 48  # of the 64 bytes that a button may carry
_NEEDED = ("name", "words", "topic", "means", "do", "term", "if_nothing", "call", "asks_amount", "urgent")


def letters(library: Library, topics: set[str]) -> Iterator[Finding]:
    """Every remark about letters.yaml; none when there is no such file."""
    if not (library.folder / PATH).exists():
        return
    for sentence in (*_fields(library.folder / PATH), *_mistakes(library, topics)):
        yield Finding(PATH, "error", sentence)
    for sender in library.letters.senders.values():
        for sentence in _shared(sender):
            yield Finding(PATH, "warning", sentence)


def _mistakes(library: Library, topics: set[str]) -> Iterator[str]:
    known: Letters = library.letters
    kinds = list(known.all())
    if len(known.senders) < FEWEST_SENDERS or len(kinds) < FEWEST_KINDS:
        yield f"Er zijn {len(kinds)} soorten brieven van {len(known.senders)} afzenders. Dat is te weinig."
    for sender in known.senders.values():
        yield from _sender(sender)
    for sender, kind in kinds:
        where = f"{sender.key}, {kind.key}"
        if kind.topic and kind.topic not in topics and kind.topic not in library.articles:
            yield f"Het onderwerp {kind.topic} van {where} bestaat niet."
        if kind.call and kind.call not in library.help.contacts:
            yield f"Het contact {kind.call} van {where} staat niet in help.yaml."
        if len(kind.name) > LONGEST_NAME:
            yield f"De naam van {where} is langer dan {LONGEST_NAME} tekens."
        if len(f"{sender.key}:{kind.key}".encode()) > LONGEST_KEYS:
            yield f"De sleutels {where} zijn samen langer dan {LONGEST_KEYS} tekens."


def _fields(path: Path) -> Iterator[str]:
    """What is missing or of a wrong kind, in the file as it stands there."""
    senders = mapping(path).get("senders")
    for key, sender in senders.items() if isinstance(senders, dict) else ():
        item = sender if isinstance(sender, dict) else {}
        for name in ("name", "look", "words", "kinds"):
            if name not in item:
                yield f"Bij afzender {key} ontbreekt {name}."
        kinds = item.get("kinds")
        for kind, fields in kinds.items() if isinstance(kinds, dict) else ():
            yield from _kind_fields(f"{key}, {kind}", fields if isinstance(fields, dict) else {})


def _kind_fields(where: str, item: Mapping[str, Any]) -> Iterator[str]:
    for name in _NEEDED:
        if name not in item or (item[name] in (None, "", []) and name != "call"):
            yield f"Bij {where} ontbreekt {name}."
    if "term" in item and item["term"] not in TERMS:
        yield f"De term van {where} is niet {', '.join(TERMS)}."
    for name in ("asks_amount", "urgent"):
        if name in item and not isinstance(item[name], bool):
            yield f"Bij {where} is {name} geen true of false."


def _sender(sender: Sender) -> Iterator[str]:
    label = f"{sender.name} ({sender.look})" if sender.look else sender.name
    if len(label) > LONGEST_LABEL:
        yield f"De naam en het uiterlijk van {sender.key} zijn samen langer dan {LONGEST_LABEL} tekens."
    names = Counter(kind.name for kind in sender.kinds.values())
    for name in (name for name, times in names.items() if times > 1):
        yield f"Bij {sender.key} heten twee soorten «{name}»."
    times = Counter(each for kind in sender.kinds.values() for each in set(kind.phrases))
    seen: dict[frozenset[str], str] = {}
    for kind in sender.kinds.values():
        earlier = seen.setdefault(frozenset(kind.phrases), kind.key)
        if earlier != kind.key:
            yield f"Bij {sender.key} hebben {earlier} en {kind.key} dezelfde woorden."
        elif kind.phrases and all(times[each] > 1 for each in kind.phrases):
            yield f"Bij {sender.key} heeft {kind.key} geen enkel woord dat bij geen andere soort staat."


def _shared(sender: Sender) -> Iterator[str]:
    """One word at two kinds: then the other words decide."""
    owners: dict[str, list[str]] = {}
    for kind in sender.kinds.values():
        for word in dict.fromkeys(kind.words):
            owners.setdefault(word, []).append(kind.key)
    for word, kinds in owners.items():
        if len(kinds) > 1:
            yield f"Bij {sender.key} staat «{word}» bij {' en '.join(kinds)}."
