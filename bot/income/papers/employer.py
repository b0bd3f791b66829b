"""Who pays: beside a label, or in the letterhead."""

from __future__ import annotations

import re
from statistics import median

from bot.income.papers.bsn import without_bsn
from bot.income.papers.labels import Label
from bot.income.papers.lexicon import lexicon
from bot.income.papers.sheet import Sheet, cells_of
from bot.income.papers.small_fields import beside
from bot.income.papers.text import plain, squeezed
from bot.income.papers.words import Row

_FORM = re.compile(
    r"\b(?:b\.?\s?v\.?|n\.?\s?v\.?|v\.?o\.?f\.?|c\.?v\.?|u\.?a\.?|stichting|vereniging|eenmanszaak|maatschap|uitzendbureau|uitzendorganisatie|"
    r"coöperatie|gemeente|holding|ltd|inc|gmbh)(?=\W|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:dhr|mevr|mw|de heer|mevrouw|mr|mrs|ms|t\.a\.v|aan)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:tijdvak|periode|datum|dag|nummer|nr|naam|functie|bedrag|uren|korting|date|period|number|name|hours)$"
)
"""What a label ends with, in whatever words; no employer is called so."""
_BEFORE = re.compile(r"^(?:van|bij|door|from|by) (?=[A-Z])")  # «loonstrook van ...»
_NAMED = re.compile(
    r"^(?:[a-zë]+ ){0,3}(?:werkgever|employer|inhoudingsplichtige|bedrijfsnaam|firmanaam|in dienst (?:bij|van))"
    r"(?: naam| name)?\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
"""«Formele werkgever: ...», «Werkgever ...»: a label that stands in one text with the name."""
_ABOUT_OTHERS = re.compile(
    r"^[^:]*(?:opdrachtgever|inlener|inlenende|werknemer|medewerker|flexkracht|uitzendkracht|klant|client|employee|"
    r"pensioenfonds|bank|verzekeraar|werkplek|werklocatie)\b[^:]*:",
    re.IGNORECASE,
)
_TOP_ROWS, _FOOT_ROWS = 9, 3
_ADDRESS = re.compile(r",\s(?=[^,]*(?:\d|postbus))", re.IGNORECASE)
"""«Firma B.V., Postbus 1»: from here on it is an address."""


def employer_of(sheet: Sheet, labels: list[Label]) -> tuple[str | None, float]:
    """The name of the employer as printed, and how sure it is."""
    for label in labels:
        if label.field == "employer":
            for text in beside(sheet, label.run):
                if name := _name(text):
                    return name, 0.95
    cells = [cell for row in sheet.rows[:_TOP_ROWS] for cell in cells_of(row)]
    for text in map(_text, cells):
        if (named := _NAMED.match(text)) and (name := _name(text[named.end() :])):
            return name, 0.9
    for text in map(_text, cells):
        if _FORM.search(text) and not _ABOUT_OTHERS.match(text) and (name := _name(_after_colon(text))):
            return name, 0.85
    return _elsewhere(sheet) or _largest(cells, sheet)


def _elsewhere(sheet: Sheet) -> tuple[str, float] | None:
    """Below the letterhead: in a sentence that names it, or the one company in the foot of the paper."""
    below = [_text(cell) for row in sheet.rows[_TOP_ROWS:] for cell in cells_of(row)]
    for text in below:
        if (named := _NAMED.match(text)) and _FORM.search(text) and (name := _name(text[named.end() :])):
            return name, 0.85
    foot = [_text(cell) for row in sheet.rows[_TOP_ROWS:][-_FOOT_ROWS:] for cell in cells_of(row)]
    names = {_name(_after_colon(text)) for text in foot if _FORM.search(text) and not _ABOUT_OTHERS.match(text)}
    name = names.pop() if len(names) == 1 else None
    return (name, 0.7) if name else None


def _after_colon(text: str) -> str:
    """What a text says when it begins with a label that is in no list."""
    before, colon, after = text.partition(": ")
    return after if colon and len(before.split()) <= 3 and not _FORM.search(before) else text


def _text(cell: Row) -> str:
    return " ".join(word.text for word in cell)


def _largest(cells: list[Row], sheet: Sheet) -> tuple[str | None, float]:
    """The largest letters of the letterhead, when they are clearly larger and not the title of the paper."""
    usual = median(word.size for row in sheet.rows for word in row)
    large = [cell for cell in cells if cell[0].size > 1.25 * usual and not _is_title(_text(cell))]
    for cell in sorted(large, key=lambda cell: -cell[0].size):
        if name := _name(_text(cell)):
            return name, 0.6
    return None, 0.0


def _is_title(text: str) -> bool:
    spelled = plain(text)
    return (
        any(title in spelled for title in lexicon().titles)
        or "specificatie" in spelled
        or "payslip" in spelled
    )


def _name(text: str) -> str | None:
    name = _BEFORE.sub("", _ADDRESS.split(text.partition("   ")[0].strip(" :,-|"), maxsplit=1)[0])
    letters = sum(letter.isalpha() for letter in name)
    if letters < 2 or letters < len(name) / 2 or len(name) > 80 or _PERSON.match(name) or _is_label(name):
        return None
    return without_bsn(name)


def _is_label(name: str) -> bool:
    key, words = squeezed(name), lexicon()
    known = key in words.labels or key in words.headings or key in words.other_labels
    return known or bool(_NOUN.search(plain(name))) or name.endswith(":")
