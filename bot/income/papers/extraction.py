"""All fields of one payslip. What is not printed, or printed twice with different amounts, stays empty."""

from __future__ import annotations

from typing import Any

from bot.income.papers.bsn import contains_bsn
from bot.income.papers.checks import Choice, choose, lines_of
from bot.income.papers.columns import Columns
from bot.income.papers.employee import employee_of
from bot.income.papers.employer import employer_of
from bot.income.papers.holiday import holiday
from bot.income.papers.labels import Label, guesses_of, labels_of
from bot.income.papers.money import MONEY, Candidate, Money
from bot.income.papers.periods import period_of
from bot.income.papers.places import Places
from bot.income.papers.running import running
from bot.income.papers.sheet import Sheet, cells_of
from bot.income.papers.small_fields import hours, paid_on, tax_credit
from bot.income.papers.words import Row
from bot.income.payslip import Payslip

PROVEN, PLAIN, LOOSE, GUESSED = 0.99, 0.9, 0.75, 0.6


def extract(sheet: Sheet) -> tuple[Payslip, list[str]]:
    """The payslip on a sheet and warnings as codes, such as 'ambiguous:net_cents'."""
    labels = labels_of(sheet)
    columns = Columns(sheet)
    money = Money(Places(sheet, columns), columns)
    facts, confidence, warnings = _wages(money, labels)
    for name, amounts in holiday(money, labels).items():
        _keep(facts, confidence, warnings, name, amounts)
    facts["period"], confidence["period"] = period_of(sheet, labels)
    facts["employer"], confidence["employer"] = employer_of(sheet, labels)
    facts["paid_on"], confidence["paid_on"] = paid_on(sheet, labels), PLAIN
    facts["hours"], confidence["hours"] = hours(money, labels), PLAIN
    facts["tax_credit_applied"], confidence["tax_credit_applied"] = tax_credit(sheet, labels), PLAIN
    known = {name: round(confidence[name], 2) for name, fact in facts.items() if fact is not None}
    return Payslip(**facts, employee=employee_of(sheet), contains_bsn=_has_bsn(sheet), confidence=known), warnings


def _has_bsn(sheet: Sheet) -> bool:
    """Digits of two columns are no number, unless a label says so: some forms give each digit a box."""
    apart = "\n".join(
        "   ".join(" ".join(word.text for word in cell) for cell in cells_of(row)) for row in sheet.rows
    )
    joined = "\n".join(" ".join(word.text for word in row) for row in sheet.rows)
    return contains_bsn(apart) or contains_bsn(joined, only_labelled=True)


def _text(words: Row) -> str:
    return " ".join(word.text for word in words)


def _wages(money: Money, labels: list[Label]) -> tuple[dict[str, Any], dict[str, float], list[str]]:
    facts: dict[str, Any] = {}
    confidence: dict[str, float] = {}
    warnings: list[str] = []
    guesses = guesses_of(money.places.sheet)
    found = {field: money.candidates(labels, field) or money.candidates(guesses, field) for field in MONEY}
    found["wage_tax_cents"] = _with_special_tax(found["wage_tax_cents"])
    _keep(facts, confidence, warnings, "loonbeslag_cents", {each.cents for each in found["loonbeslag_cents"]})
    choice = choose(found, lines_of(money), facts["loonbeslag_cents"] or 0)
    for field, chosen in choice.amounts.items():
        facts[field] = chosen.cents if chosen else None
        confidence[field] = _confidence(field, chosen, choice)
        if chosen is None and any(each.strength == "main" for each in found[field]):
            warnings.append(f"ambiguous:{field}")
    _by_running_sum(money, found, choice, facts, confidence)
    for field in choice.amounts:
        _guess(facts, confidence, field, found[field])
    if None not in (facts["net_cents"], facts["gross_cents"]) and "net_cents" not in choice.proven:
        warnings.append("sums_not_proven")
    return facts, confidence, warnings


def _by_running_sum(
    money: Money, found: dict[str, list[Candidate]], choice: Choice, facts: dict[str, Any], confidence: dict[str, float]
) -> None:
    """What no label told, told by its place in the sum from top to bottom."""
    if None not in (facts["net_cents"], facts["paid_cents"]):
        return
    sums = running(money, found, choice.amounts["net_cents"])
    for field, cents in (("net_cents", sums.net), ("paid_cents", sums.paid)):
        known = {each.cents for each in found[field] if each.strength == "main"}
        if facts[field] is None and cents is not None and (not known or cents in known):
            facts[field], confidence[field] = cents, LOOSE


def _guess(facts: dict[str, Any], confidence: dict[str, float], field: str, found: list[Candidate]) -> None:
    """The only amount beside a label that was understood in part."""
    amounts = {each.cents for each in found}
    if facts[field] is None and len(amounts) == 1 and all(each.strength == "guess" for each in found):
        facts[field], confidence[field] = amounts.pop(), GUESSED


def _with_special_tax(found: list[Candidate]) -> list[Candidate]:
    """Tax at the special rate is added, unless the only other line is already the total."""
    parts = {each.row: each for each in found if each.strength == "part"}
    mains = [each for each in found if each.strength in ("main", "guess")]
    if not parts or any(each.total for each in mains):
        return mains
    extra = sum(each.cents for each in parts.values())
    if not mains:
        return [Candidate(extra, "main", False, True, True, next(iter(parts)))]
    summed = [Candidate(each.cents + extra, "main", False, each.alone, True, each.row) for each in mains]
    return [*summed, *mains]


def _confidence(field: str, chosen: Candidate | None, choice: Choice) -> float:
    if field in choice.proven:
        return PLAIN if chosen and chosen.strength == "guess" else PROVEN
    return PLAIN if chosen and chosen.exact else LOOSE


def _keep(
    facts: dict[str, Any], confidence: dict[str, float], warnings: list[str], name: str, amounts: set[int]
) -> None:
    """Keeps an amount when there is only one; two different ones are a warning."""
    facts[name] = next(iter(amounts)) if len(amounts) == 1 else None
    confidence[name] = PLAIN
    if len(amounts) > 1:
        warnings.append(f"ambiguous:{name}")
