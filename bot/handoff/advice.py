"""Looks at a caseworker's own text before it leaves. It only advises: a person decides what is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["bsn", "other_client", "open_place", "long_text", "long_sentence", "no_action", "hard"]
GRAVE: frozenset[Kind] = frozenset({"bsn", "other_client", "open_place"})
"""What is asked about once more before the text leaves."""

MOST_WORDS, MOST_WORDS_OF_A_SENTENCE = 120, 20

_NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){8}(?!\d)")
_OPEN_PLACE = re.compile(r"\[[^\]\n]{1,40}\]")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
_CLAUSE = re.compile(r"(?<=[.!?:,])\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
# A text tells what to do when it asks, when it says that nothing is needed, or when a part of a
# sentence begins with a verb: «Dag Samira, stuur je brief.»
_ASKS = re.compile(r"\?|\bhoef(?:t)?\b.*\bniet|\bje kunt\b|\bkun je\b|\bwil je\b|\bje moet\b", re.IGNORECASE)
_DO = frozenset(
    _WORD.findall(
        "bel stuur kijk schrijf tik kom neem vraag vul lees ga geef laat maak zoek mail open bewaar wacht zet leg breng"
        " betaal meld zeg zorg controleer klik typ doe haal"
    )
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One remark; `what` is the word, number or name that it is about."""

    kind: Kind
    what: str = ""

    @property
    def grave(self) -> bool:
        """Whether the desk asks once more before it sends."""
        return self.kind in GRAVE


def advise(
    text: str,
    others: Iterable[tuple[str, str]] = (),
    hard: Callable[[str], Iterable[tuple[str, str]]] = lambda _: (),
) -> list[Advice]:
    """What a colleague would point at, the gravest first.

    `others` are (name, number) of other clients of this caseworker; `hard` gives (hard word, everyday word).
    """
    found = [Advice("bsn", number) for number in _bsn(text)]
    found += [Advice("other_client", name) for name in _others(text, others)]
    found += [Advice("open_place", place) for place in dict.fromkeys(_OPEN_PLACE.findall(text))]
    return [*found, *_length(text), *_action(text), *(Advice("hard", f"{word} → {easy}") for word, easy in hard(text))]


def without_bsn(text: str) -> str:
    """The text with every burgerservicenummer covered."""
    return _NINE_DIGITS.sub(lambda found: "•" * 9 if is_bsn(re.sub(r"\D", "", found[0])) else found[0], text)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the test of eleven that every burgerservicenummer passes."""
    numbers = [int(digit) for digit in digits]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(numbers) and sum(n * weight for n, weight in zip(numbers, weights, strict=True)) % 11 == 0


def _bsn(text: str) -> Sequence[str]:
    found = (re.sub(r"\D", "", match[0]) for match in _NINE_DIGITS.finditer(text))
    return [f"{digits[:2]}…" for digits in dict.fromkeys(found) if is_bsn(digits)]  # never the whole number again


def _others(text: str, others: Iterable[tuple[str, str]]) -> Iterable[str]:
    plain = " ".join(_WORD.findall(text)).casefold()
    for name, number in others:
        wanted = " ".join(_WORD.findall(name)).casefold()
        if number.casefold() in text.casefold() or (wanted and f" {wanted} " in f" {plain} "):
            yield name


def _length(text: str) -> Iterable[Advice]:
    words = len(_WORD.findall(text))
    if words > MOST_WORDS:
        yield Advice("long_text", str(words))
    sentences = [(len(_WORD.findall(part)), part) for part in _SENTENCE.split(text)]
    longest = max(sentences, default=(0, ""))
    if longest[0] > MOST_WORDS_OF_A_SENTENCE:
        yield Advice("long_sentence", longest[1].strip()[:60])


def _action(text: str) -> Iterable[Advice]:
    begins = {part.split()[0].strip(",").casefold() for part in _CLAUSE.split(text) if part.split()}
    if _WORD.search(text) and not _ASKS.search(text) and not begins & _DO:
        yield Advice("no_action")
