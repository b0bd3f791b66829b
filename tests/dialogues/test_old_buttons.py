"""Buttons stay in a chat for years, and ids can be forged."""

from __future__ import annotations

import pytest

from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined
from tests.dialogues.test_papers import OK
from tests.paper.payslips import sample_payslip


async def test_a_button_of_somebody_elses_paper_does_nothing(samira: Person, door: Door) -> None:
    """An id in a forged button opens nothing."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_506)))
    (paper,) = await samira.papers()
    other = await joined(door, "Emma Proefpersoon")
    for act in (f"paper:ok:{paper.id}", f"paper:drop:{paper.id}", f"paper:month:{paper.id}:2026-09"):
        await other.forges(act)
        assert "Deze knop werkt niet meer" in other.hears
    (paper,) = await samira.papers()
    assert paper.state == "to_confirm"


@pytest.mark.parametrize(
    "action", ["x", "paper:", "paper:ok:", "lang:xx", "t:bestaat-niet", "data:x", "noincome:2026-99"]
)
async def test_an_old_or_strange_button_is_answered_kindly(samira: Person, action: str) -> None:
    """Buttons stay in a chat for years; none is met with silence or an error."""
    await samira.forges(action)
    assert samira.hears
    assert "ging bij mij iets mis" not in samira.hears


async def test_a_second_press_on_confirm_changes_nothing(samira: Person) -> None:
    """The receipt is given once; the second time its number is named."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_507)))
    await samira.presses(OK)
    (paper,) = await samira.papers()
    await samira.forges(f"paper:ok:{paper.id}")
    assert paper.number in samira.hears
    assert (await samira.papers())[0].confirmed_at == paper.confirmed_at


async def test_a_button_under_an_older_list_confirms_nothing(samira: Person) -> None:
    """What was corrected since is shown first; only the newest list is confirmed."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_508)))
    old = samira.news[-1]
    await samira.presses("✏️ Er klopt iets niet")
    await samira.presses(next(label for label in samira.buttons if label.startswith("Netto loon")))
    await samira.says("870,00")
    await samira.forges(old.buttons[OK])
    assert "Er is iets veranderd" in samira.hears and "870,00" in samira.hears
    assert (await samira.papers())[0].state == "to_confirm"
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears


async def test_a_month_does_not_change_after_the_receipt_and_a_mistake_goes_to_a_person(samira: Person) -> None:
    """The old button of another month changes nothing; what is wrong is told to the caseworker."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_509)))
    await samira.presses(OK)
    (before,) = await samira.papers()
    await samira.forges(f"paper:month:{before.id}:2026-09")
    assert "Dit papier heb ik al van je" in samira.hears
    assert [(month.month, month.state) for month in await samira.ledger()] == [(before.month, "confirmed")]
    await samira.presses("✏️ Er klopt iets niet")
    case = await samira.case()
    assert case is not None and before.number in case.subject
    assert "bekijkt dit zelf" in samira.hears
