"""Holiday allowance is three amounts: added this period, saved so far, paid out this period."""

from __future__ import annotations

from bot.income.papers.labels import Label
from bot.income.papers.lexicon import lexicon
from bot.income.papers.money import Money
from bot.income.papers.sheet import Run, Value

ACCRUED, BALANCE, PAID = "holiday_accrued_cents", "holiday_balance_cents", "holiday_pay_cents"
FIELDS = (ACCRUED, BALANCE, PAID)
_COLUMNS = (("balance", BALANCE), ("taken", PAID), ("accrued", ACCRUED))


def holiday(money: Money, labels: list[Label]) -> dict[str, set[int]]:
    """For each of the three fields the amounts that are printed for it."""
    found: dict[str, set[int]] = {field: set() for field in FIELDS}
    for label in labels:
        if label.field not in FIELDS or money.columns.is_head_row(label.run.row):
            continue
        if not _in_table(money, label.run, found):
            _in_line(money, label, found)
    found[PAID] = {cents for cents in found[PAID] if not _is_share_of_wage(money, labels, cents)}
    return found


def _is_share_of_wage(money: Money, labels: list[Label], cents: int) -> bool:
    """About 8 % of the wage of this period: as likely added to what is saved as paid out, so it is asked."""
    wages = money.candidates(labels, "gross_cents")
    return any(wage.cents and 0.073 <= cents / abs(wage.cents) <= 0.087 for wage in wages)


def _in_table(money: Money, run: Run, found: dict[str, set[int]]) -> bool:
    """Reads a row of a table with the columns added, taken and saved; False when it is no such table."""
    headed = [(value, money.columns.above(value)) for value in money.places.right_of(run)]
    if not any(head is not None and head.key in _only_reservations() for _, head in headed):
        return False
    for value, head in headed:
        field = _field_of(head)
        if field and value.cents is not None:
            found[field].add(abs(value.cents))
    return True


def _only_reservations() -> frozenset[str]:
    columns = lexicon().columns
    return (
        (columns["balance"] | columns["accrued"] | columns["opening"]) - columns["amount"] - columns["other"]
    )


def _field_of(head: Run | None) -> str | None:
    columns = lexicon().columns
    return next((field for kind, field in _COLUMNS if head is not None and head.key in columns[kind]), None)


def _in_line(money: Money, label: Label, found: dict[str, set[int]]) -> None:
    if money.places.in_year_totals(label.run):
        return
    bare = label.field == PAID and label.run.key in ("vakantiegeld", "vakantietoeslag", "vakantiebijslag")
    if bare and _under_reservations(money, label.run):
        return
    values: list[Value] = money.places.right_of(label.run)
    amounts = money.by_column([value for value in values if value.cents is not None]) if values else []
    amounts = amounts or money.amounts(label.run)
    if len(amounts) == 1:
        found[label.field].add(abs(amounts[0]))


def _under_reservations(money: Money, run: Run) -> bool:
    """Whether this block is headed 'Reserveringen': then a bare 'vakantiegeld' was not paid out."""
    for row in range(run.row - 1, max(-1, run.row - 10), -1):
        for other in money.places.sheet.runs[row]:
            if abs(other.x0 - run.x0) < 2 * run.size and not money.places.right_of(other):
                if other.key in lexicon().reservations:
                    return True
                if other.key in lexicon().headings:
                    return False
    return False
