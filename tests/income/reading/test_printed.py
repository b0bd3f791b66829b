"""What `read-payslip` prints is a contract."""

from __future__ import annotations

from bot.income.payslip import Payslip, Reading

KEYS = [
    "pages", "employer", "period", "paid_on", "gross_cents", "wage_tax_cents", "net_cents", "paid_cents",
    "holiday_accrued_cents", "holiday_balance_cents", "holiday_pay_cents", "hours", "tax_credit_applied",
    "loonbeslag_cents", "contains_bsn", "confidence",
]  # fmt: skip


def test_a_printed_payslip_has_exactly_the_agreed_keys() -> None:
    """No name of a person is among them."""
    reading = Reading("payslip", payslips=(Payslip(employee="V. Verzonnen"),))
    assert sorted(reading.printed()) == ["kind", "payslips", "reason", "warnings"]
    assert sorted(reading.printed()["payslips"][0]) == sorted(KEYS)


def test_the_name_is_kept_with_the_paper() -> None:
    """It tells a payslip of somebody else apart."""
    reading = Reading("payslip", payslips=(Payslip(employee="V. Verzonnen"),))
    assert Reading.from_json(reading.to_json()) == reading
