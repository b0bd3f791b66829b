"""The same way from invitation to an answered case, on each database and by each way in."""

from __future__ import annotations

from bot import clock
from bot.handoff import desk
from tests.dialogues.door import Door
from tests.dialogues.person import stranger
from tests.paper.payslips import sample_payslip


async def test_the_whole_way_with_polling(door: Door) -> None:
    """The small start: SQLite and polling."""
    await _from_invitation_to_answer(door)


async def test_the_whole_way_behind_a_webhook(webhook_door: Door) -> None:
    """Telegram brings the updates; all else is the same."""
    await _from_invitation_to_answer(webhook_door)


async def test_the_whole_way_on_postgresql(postgresql_door: Door) -> None:
    """The other database; all else is the same."""
    await _from_invitation_to_answer(postgresql_door)


async def _from_invitation_to_answer(door: Door) -> None:
    """Join, consent, ask, send a payslip, confirm, ask a person, hear the answer."""
    _, code = await door.invited("Samira Voorbeeld")
    samira = await stranger(door)
    await samira.starts(code)
    await samira.presses("Ja, dat is goed")
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert "Was dit duidelijk?" in samira.hears
    await samira.sends(("loonstrook.pdf", sample_payslip()))
    await samira.presses("✅ Ja, alles klopt")
    assert "Ontvangstbewijs" in samira.hears
    await samira.presses("Nee, ik heb hulp nodig")
    staff, client, case = await door.caseworker(), await samira.client(), await samira.case()
    assert client is not None
    assert case is not None
    async with door.unit() as unit:
        await desk.reply(unit, staff, case, client, "Ik bel je morgen.", clock.now())
    await samira.waits()
    assert samira.hears == "👤 Karin Verzonnen:\nIk bel je morgen."
