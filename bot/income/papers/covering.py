"""Where on a page a citizen service number may stand, so that it can be covered. Rather too much than too little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.income.papers.bsn import LABEL, OTHER_NUMBER, passes_elfproef
from bot.income.papers.text import plain
from bot.income.papers.words import Row, Spot, Word

_LIKE_DIGITS = str.maketrans("OoQDIli|!SsBZzbGg", "00001111155822699")
_NUMBER = re.compile(r"(?<![\w,/-])\d(?:[ .\-]{0,2}\d){7,8}(?!\d|,\d\d|L\d)")
_DATE_OR_AMOUNT = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|[\d.]+,\d\d")


def bsn_spots(rows: Sequence[Row], doubtful: bool = False) -> list[Spot]:
    """The places to cover. `doubtful`: the page could hardly be read, so every long number is covered."""
    found = [spot for index in range(len(rows)) for spot in _in_row(rows, index)]
    if doubtful:
        found += [word.spot for row in rows for word in row if word.spot and _long_number(word.text)]
    return found


def _in_row(rows: Sequence[Row], index: int) -> Iterator[Spot]:
    row = rows[index]
    labels = [word for word in row if LABEL.search(plain(word.text))]
    if not labels and LABEL.search(plain(_text(row))):
        labels = list(row[:1])
    numbers = list(_numbers(row))
    for words, digits in numbers:
        before = plain(_text(row[: row.index(words[0])]))[-40:]
        loose = len(digits) == 9 and passes_elfproef(digits) and not OTHER_NUMBER.search(before)
        if loose or labels or _label_above(rows, index, words):
            yield from (word.spot for word in words if word.spot)
    if labels and not numbers:
        yield from _after_label(rows, index, labels[0])


def _numbers(row: Row) -> Iterator[tuple[list[Word], str]]:
    """Words that are together eight or nine digits; letters that look like digits count in a word of digits."""
    text, owners = "", []
    for word in row:
        spelled = _digits(word.text)
        owners += [word] * (len(spelled) + 1)
        text += spelled + " "
    for match in _NUMBER.finditer(text):
        if not _DATE_OR_AMOUNT.search(match.group()):
            words = list(dict.fromkeys(owners[match.start() : match.end()]))
            yield words, re.sub(r"\D", "", match.group())


def _digits(text: str) -> str:
    many = sum(letter.isdigit() for letter in text)
    return text.translate(_LIKE_DIGITS) if many >= 3 and many * 2 > len(text) else text


def _after_label(rows: Sequence[Row], index: int, label: Word) -> Iterator[Spot]:
    """A label without a number that was read: what stands to its right, else what stands below it, is covered."""
    right = [word for word in rows[index] if word.x0 >= label.x1 and _some_digits(word.text)][:3]
    below = [] if right else [word for row in rows[index + 1 : index + 2] for word in row if _under(label, word)]
    yield from (word.spot for word in [*right, *below] if word.spot and _some_digits(word.text))


def _label_above(rows: Sequence[Row], index: int, words: Sequence[Word]) -> bool:
    above = [word for row in rows[max(0, index - 2) : index] for word in row if LABEL.search(plain(word.text))]
    return any(_under(label, word) for label in above for word in words)


def _under(label: Word, word: Word) -> bool:
    return word.x0 < label.x1 + 3 * label.size and word.x1 > label.x0 - label.size


def _some_digits(text: str) -> bool:
    return sum(letter.isdigit() for letter in text.translate(_LIKE_DIGITS)) >= 3


def _long_number(text: str) -> bool:
    spelled = _digits(text)
    return sum(letter.isdigit() for letter in spelled) >= 7 and not _DATE_OR_AMOUNT.fullmatch(spelled)


def is_mostly_digits(text: str) -> bool:
    """Whether a text that was badly read may be a long number: more digits than letters, and no date or amount."""
    spelled = _DATE_OR_AMOUNT.sub("", text).translate(_LIKE_DIGITS)
    digits = sum(letter.isdigit() for letter in spelled)
    return digits >= 6 and digits > sum(letter.isalpha() for letter in spelled)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
