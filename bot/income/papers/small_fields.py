"""The date of payment, the hours and the tax credit."""

from __future__ import annotations

import re
from datetime import date

from bot.income.papers.composed import names_day_of_paying
from bot.income.papers.dates import first_date
from bot.income.papers.labels import Label, labels_in
from bot.income.papers.lexicon import lexicon
from bot.income.papers.money import Money
from bot.income.papers.periods import range_in
from bot.income.papers.sheet import Run, Sheet, Value, cells_of
from bot.income.papers.text import plain

_NO = re.compile(r"(?:nee|neen|n|no|0|zonder|niet|geen|false|uit|not)\b")
_YES = re.compile(r"(?:ja|j|yes|y|1|met|wel|toegepast|applied|true|x|aan)\b")
_TWO = re.compile(r"(?:ja|nee|j|n)\W+(?:ja|nee|j|n)")
"""«Ja / Nee» beside «loonheffing / korting» answers two questions; which is which is not certain."""
_OF_HOURS = re.compile(r"\b(?:uurloon|uren|hours|hourly)\b(?!.*(?:toeslag|overwerk|verlof|ziek))")
_MOST_HOURS = 320.0
"""Hours that one pay period can have; more is a total of the year."""


def beside(sheet: Sheet, run: Run) -> list[str]:
    """The texts that may belong to a label: to its right, and straight below it."""
    texts = [] if _label_beside(sheet, run) else [_first_text(sheet.text_right_of(run))]
    for row in sheet.rows[run.row + 1 : run.row + 3]:
        if row and row[0].y - run.y <= 3.5 * run.size:
            under = [cell for cell in cells_of(row) if cell[-1].x1 > run.x0 and cell[0].x0 < run.x1]
            texts += [" ".join(word.text for word in cell) for cell in under[:1]]
    return [text.lstrip(": =") for text in texts if text]


def _first_text(right: str) -> str:
    """The first column to the right that says something: a colon may stand apart."""
    return next((part for part in right.split("   ") if part.strip(" :=")), "")


def _label_beside(sheet: Sheet, run: Run) -> bool:
    """Whether the next text to the right is itself a label: then values stand below."""
    following = [other for other in sheet.runs[run.row] if other.x0 >= run.x1]
    numbers = [value for value in sheet.values[run.row] if value.x0 >= run.x1]
    if not following or (numbers and numbers[0].x0 < following[0].x0):
        return False
    between = (word for word in sheet.rows[run.row] if run.x1 <= word.x0 and word.x1 <= following[0].x0)
    if any(sign.isdigit() for word in between for sign in word.text):  # a day is no number, and a value all the same
        return False
    return is_label(following[0])


def is_label(run: Run) -> bool:
    """Whether a text names something, of a field or of a person or number."""
    return any(True for _ in labels_in(run)) or run.key in lexicon().other_labels


def paid_on(sheet: Sheet, labels: list[Label]) -> date | None:
    """The date of payment, only with a label."""
    for label in labels:
        if label.field == "paid_on":
            for text in beside(sheet, label.run):
                if day := first_date(text):
                    return day
    return _named_day(sheet)


def _named_day(sheet: Sheet) -> date | None:
    """A date beside words about paying that are in no list; None when there are two."""
    days = set()
    for runs in sheet.runs:
        for run in runs:
            if names_day_of_paying(plain(run.text)):
                found = next((text for text in beside(sheet, run) if first_date(text)), "")
                if (day := first_date(found)) and not range_in(found):
                    days.add(day)
    return days.pop() if len(days) == 1 else None


def tax_credit(sheet: Sheet, labels: list[Label]) -> bool | None:
    """Whether the loonheffingskorting is applied: ja/nee, J/N, 1/0, met/zonder, toegepast/niet toegepast."""
    answers = {answer for label in labels if (answer := _answer(sheet, label)) is not None}
    answers |= set(_sentences(sheet.text))
    return answers.pop() if len(answers) == 1 else None


def _answer(sheet: Sheet, label: Label) -> bool | None:
    if label.field != "tax_credit_applied":
        return None
    last = plain(label.run.words[-1].text)
    if not label.exact and last in ("ja", "nee", "j", "n"):
        return last[0] == "j"
    for text in beside(sheet, label.run):
        spelled = re.sub(r"^(?:wordt|is|staat) ", "", plain(text))
        if re.match(r"\d+ \d", spelled) or _TWO.fullmatch(spelled):
            return None
        if _NO.match(spelled):
            return False
        if _YES.match(spelled):
            return True
    return None


def _sentences(text: str) -> list[bool]:
    credit = r"(?:loonheffings?korting|heffingskorting|lh korting|lhk|(?:wage |payroll )?tax credit)"
    if re.search(rf"\b(?:zonder|geen|without|no) {credit}\b|{credit}:? (?:is |wordt )?(?:niet|not) ", text):
        return [False]
    if re.search(rf"\b(?:met|with) {credit} (?:nee|no)\b|{credit} (?:staat |is )uit\b", text):
        return [False]
    if re.search(
        rf"\b(?:met|with) {credit}\b(?! \|? ?(?:nee|n|0|niet))"
        rf"|{credit} (?:(?:is|wordt) toegepast|(?:staat |is )aan\b)",
        text,
    ):
        return [True]
    return []


def hours(money: Money, labels: list[Label]) -> float | None:
    """The hours of this period: a label of its own, else the column of hours in the row of the wage."""
    own = [
        found
        for label in labels
        if label.field == "hours" and (found := _own_hours(money, label)) is not None
    ]
    if len(set(own)) == 1:
        return own[0]
    if own:
        return None
    wages = [label.run for label in labels if label.field == "gross_cents" and label.strength == "weak"]
    named = [run for runs in money.places.sheet.runs for run in runs if _OF_HOURS.search(plain(run.text))]
    rows = [found for run in (*wages, *named) if (found := _column_hours(money, run)) is not None]
    return rows[0] if len(set(rows)) == 1 else None


def _own_hours(money: Money, label: Label) -> float | None:
    run = label.run
    if money.columns.is_head_row(run.row) or money.places.in_year_totals(run):
        return None
    right = money.places.right_of(run)
    if right:
        headed = [value for value in right if _is_hours_head(money, value)]
        clean = headed or [value for value in right if money.columns.above(value) is None] or right[:1]
        return _count(clean[0])
    below = money.places.below(run)
    return _count(below[0]) if below else None


def _column_hours(money: Money, run: Run) -> float | None:
    """The count in a row of hours («uurloon», «normale uren») or, under a head that says hours, of a wage."""
    if money.places.in_year_totals(run):
        return None
    for value in money.places.right_of(run):
        head = money.columns.above(value)
        if head is not None and head.key in ("uren", "hours", "gewerkteuren", "aantaluren"):
            return _count(value)
        if head is not None and head.key == "aantal" and _OF_HOURS.search(plain(run.text)):
            return _count(value)
    return None


def _is_hours_head(money: Money, value: Value) -> bool:
    head = money.columns.above(value)
    return head is not None and head.key in lexicon().columns["hours"]


def _count(value: Value) -> float | None:
    return value.count if value.count is not None and value.count <= _MOST_HOURS else None
