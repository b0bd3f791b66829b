"""An emergency comes before everything else."""

from __future__ import annotations

import pytest

from tests.dialogues.person import Person
from tests.paper.payslips import sample_payslip

WORDS = "ik wil niet meer leven"


async def test_a_passer_by_gets_the_numbers_at_once(passer_by: Person) -> None:
    """Also as the very first message, without choosing a language first."""
    await passer_by.says(WORDS)
    assert "113" in passer_by.hears
    assert "Kies je taal" not in passer_by.hears


async def test_the_caseworker_of_a_client_gets_an_urgent_case(samira: Person) -> None:
    """The numbers first; then that the caseworker was warned too."""
    await samira.says(WORDS)
    assert samira.hears.index("113") < samira.hears.index("Karin Verzonnen")
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.urgency) == ("crisis", "urgent")


async def test_an_open_case_becomes_urgent(samira: Person) -> None:
    """A second case would hide the first."""
    await samira.says("👤 Mijn klantmanager")
    await samira.says("Mag ik een dag later komen?")
    first = await samira.case()
    await samira.says(WORDS)
    second = await samira.case()
    assert first is not None
    assert second is not None
    assert (second.id, second.urgency) == (first.id, "urgent")
    assert "113" in samira.hears


async def test_in_the_middle_of_a_step_the_emergency_goes_first_and_the_step_goes_on(samira: Person) -> None:
    """The question that the bot waited for can still be typed."""
    await samira.says("👤 Mijn klantmanager")
    await samira.says(WORDS)
    assert "113" in samira.hears
    await samira.says("Mag ik een dag later komen?")
    assert "Karin Verzonnen" in samira.hears


async def test_who_was_misunderstood_says_so_and_gets_answers_again(samira: Person) -> None:
    """One tap; the caseworker keeps the message and reads what was tapped."""
    await samira.says(WORDS)
    await samira.presses("Nee, ik ben niet in nood")
    assert "Karin Verzonnen" in samira.hears
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert "zes weken" in samira.hears
    case = await samira.case()
    assert case is not None
    assert case.urgency == "urgent"


@pytest.mark.parametrize("text", ["ik sterf van het lachen", "mijn oude baas maakt me dood met die roosters haha"])
async def test_a_manner_of_speaking_is_no_emergency(passer_by: Person, text: str) -> None:
    """The numbers lose their weight when they come for a joke."""
    await passer_by.says(text)
    assert "113" not in passer_by.hears


async def test_a_payslip_with_a_cry_for_help_under_it_is_taken_too(samira: Person) -> None:
    """The numbers come first, and the paper that came with the words is not lost."""
    await samira.sends(("loonstrook.pdf", sample_payslip()), text=WORDS)
    assert "113" in samira.hears
    assert len(await samira.papers()) == 1
