"""Which month a payslip belongs to, and a month without income."""

from __future__ import annotations

from tests.dialogues.person import Person
from tests.dialogues.test_papers import OK, WRONG
from tests.paper.payslips import sample_payslip


async def test_the_month_can_be_corrected_with_a_button(samira: Person) -> None:
    """A wrong period is no reason to start again."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_503)))
    await samira.presses(WRONG)
    await samira.presses("Periode")
    chosen = samira.buttons[2]
    await samira.presses(chosen)
    assert f"Maand: {chosen}" in samira.hears
    await samira.presses(OK)
    assert f"Maand: {chosen}" in samira.hears
    assert [f"{month.month:%Y-%m}" for month in await samira.ledger()] == ["2026-09"]


async def test_a_month_that_is_not_among_the_buttons_brings_the_payslip_to_a_person(samira: Person) -> None:
    """The paper is in, with a receipt, and somebody looks for the month."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_508)))
    await samira.presses(WRONG)
    await samira.presses("Periode")
    await samira.presses("Een andere maand")
    assert "Ontvangstbewijs" in samira.hears
    assert "kijkt bij welke maand" in samira.hears
    (paper,) = await samira.papers()
    assert (paper.state, paper.month) == ("for_human", None)
    case = await samira.case()
    assert case is not None
    assert case.reason == "paper"


async def test_no_income_takes_one_tap_for_the_month_and_is_kept_once(samira: Person) -> None:
    """A receipt as for a payslip; the second time the first number is named."""
    await samira.says("📄 Loonstrook sturen")
    await samira.presses("Ik had geen inkomen")
    month = samira.buttons[0]
    await samira.presses(month)
    assert f"geen inkomen in {month}" in samira.hears
    (known,) = await samira.ledger()
    assert (known.state, known.number in samira.hears) == ("no_income", True)
    await samira.presses(month)
    assert known.number in samira.hears
    assert f"geen inkomen in {month}" in samira.hears
    assert len(await samira.ledger()) == 1
