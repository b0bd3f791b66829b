"""Words that a camera blurred, put right: a label that is one or two letters off, a comma that was read as a point.

Only words of payslips are repaired, never names, and amounts only in their punctuation: no digit is ever changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.income.papers.dates import MONTHS
from bot.income.papers.lexicon import lexicon
from bot.income.papers.text import plain
from bot.income.papers.words import Row, Word

_SHORTEST, _LONG = 6, 9  # letters from which one may be off, and from which two may be
_POINT_FOR_COMMA = re.compile(r"([-–€(]*\d{1,3}(?:[.,]\d{3})+)[.,](\d\d[-–)]?)")
_LOOSE_POINT = re.compile(r"(\d[\d.]*,\d\d-?)\.|(?<![\d.,])(\d{1,4}\.\d\d)\.$")
_POINT_AHEAD = re.compile(r"^[.,·'](?=€?\d[\d.]*[.,]\d\d$)")
"""A minus sign that was read as a point; deductions are known by their labels."""
_DAY = r"\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d"
_GLUED = re.compile(rf"(\(?{_DAY})(?:[a-zA-Z|/]{{1,3}}|[1|/]/?m)")
_ANY_UNTIL = re.compile(r"[^\W_]?[^\W_\d]?[/|]?[^\W\d_]", re.ASCII)
_DAY_BEFORE, _DAY_AFTER = re.compile(rf".*{_DAY}"), re.compile(rf"{_DAY}(?!\d)")
_UNTIL = re.compile(r"[tlTVI1]?[/|iIl]m|[tT]/rn|Vm", re.ASCII)
_TAKEN_FOR = (("m", "rn"), ("y", "ij"), ("rn", "m"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("ri", "n"), ("n", "ri"))
"""Pairs of letters that look like one another when the print is small."""
_OTHER_FORMS = {"lb/pw": "LB/PVV", "lb/pvw": "LB/PVV", "lb/pwv": "LB/PVV"}


def repaired(rows: Sequence[Row]) -> list[Row]:
    """The rows of a photo with their words put right."""
    return [tuple(_word(word, row) for word in row) for row in rows]


def _word(word: Word, row: Row) -> Word:
    text = _LOOSE_POINT.sub(r"\1\2", _POINT_FOR_COMMA.sub(_with_comma, word.text))
    text = _GLUED.sub(r"\1 t/m", text) if _GLUED.fullmatch(text) else _POINT_AHEAD.sub("", text)
    if _ANY_UNTIL.fullmatch(text) and _between_days(word, row):
        return replace(word, text="t/m")
    text = _OTHER_FORMS.get(text.lower(), text)
    if text == word.text and not any(letter.isdigit() for letter in text):
        text = "t/m" if _UNTIL.fullmatch(text) and _between(word, row) else _nearest(text)
    return replace(word, text=text) if text != word.text else word


def _with_comma(found: re.Match[str]) -> str:
    """1.560.93 and 1,068,52 are amounts of which one mark was misread; 1.068,52 and 1,068.52 stay."""
    whole, cents = found.groups()
    marks = set(re.findall(r"[.,]", found.group()))
    return found.group() if len(marks) > 1 else f"{re.sub('[.,]', '.', whole)},{cents}"


def _between(word: Word, row: Row) -> bool:
    """Whether a small word stands between two dates, or opens the head of a column."""
    at = row.index(word)
    before, after = row[at - 1].text if at else "", row[at + 1].text if at + 1 < len(row) else ""
    return (before[-1:].isdigit() and after[:1].isdigit()) or plain(after).startswith("period")


def _between_days(word: Word, row: Row) -> bool:
    """Whether a small word stands between two whole dates: whatever was read, it can only say «until»."""
    at = row.index(word)
    around = row[at - 1 : at] + row[at + 1 : at + 2]
    return len(around) > 1 and bool(_DAY_BEFORE.fullmatch(around[0].text) and _DAY_AFTER.match(around[1].text))


def _nearest(text: str) -> str:
    """The only word of payslips that is close enough; else the word itself."""
    stripped = text.strip(":.,;()")
    spelled = plain(stripped)
    if len(spelled) < _SHORTEST or not spelled.isalpha() or spelled in _vocabulary():
        return text
    if looking_alike := _looking_alike(spelled):
        return text.replace(stripped, looking_alike)
    found = {word for part in _without_one(spelled) for word in _index().get(part, ()) if _off(spelled, word) <= 1}
    if not found and len(spelled) >= _LONG - 1:
        found = {word for word in _long_words() if abs(len(word) - len(spelled)) < 3 and _off(spelled, word) <= 2}
    return text.replace(stripped, found.pop()) if len(found) == 1 else text


def _looking_alike(spelled: str) -> str | None:
    """«Eamings» is «earnings»; of «volksverzekerin» the end fell outside the line."""
    for read, printed in _TAKEN_FOR:
        for found in re.finditer(read, spelled):
            word = spelled[: found.start()] + printed + spelled[found.end() :]
            if word in _vocabulary():
                return word
    cut = [word for word in _long_words() if word.startswith(spelled)] if len(spelled) > _LONG else []
    return min(cut, key=len) if cut else None


@cache
def _vocabulary() -> frozenset[str]:
    words = lexicon()
    listed = [*words.spoken, *words.titles, *words.payroll_words, *MONTHS]
    return frozenset(word for text in listed for word in plain(text).split() if len(word) >= _SHORTEST)


@cache
def _index() -> dict[str, frozenset[str]]:
    """What is left of every word without one letter (and the word itself) -> the words."""
    table: dict[str, set[str]] = {}
    for word in _vocabulary():
        for part in _without_one(word):
            table.setdefault(part, set()).add(word)
    return {part: frozenset(words) for part, words in table.items()}


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(word for word in _vocabulary() if len(word) >= _LONG)


def _without_one(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _off(one: str, other: str) -> int:
    """How many letters must be changed, added or left out."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row = row, [number]
        for at, against in enumerate(other, 1):
            row.append(min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != against)))
    return row[-1]
