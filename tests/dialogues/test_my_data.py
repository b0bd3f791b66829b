"""«Mijn gegevens»: what is kept, who looked, a copy, and removal."""

from __future__ import annotations

import io
import zipfile

from bot import clock
from bot.handoff import desk
from tests.dialogues.door import Door
from tests.dialogues.person import Person
from tests.paper.payslips import sample_payslip


async def test_the_overview_names_the_months_with_their_receipts(samira: Person) -> None:
    """Name, caseworker, language, and what came in."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=88_000)))
    await samira.presses("✅ Ja, alles klopt")
    await samira.says("🔒 Mijn gegevens")
    for part in ("Samira Voorbeeld", "Karin Verzonnen", "Nederlands", "oktober 2026"):
        assert part in samira.hears


async def test_the_client_can_read_who_looked(samira: Person, door: Door) -> None:
    """Every look is named with its moment."""
    await samira.says("🔒 Mijn gegevens")
    await samira.presses("Wie keek er mee?")
    assert "nog niemand" in samira.hears
    staff, client = await door.caseworker(), await samira.client()
    assert client is not None
    async with door.unit() as unit:
        await desk.look(unit, staff, client, "conversation", clock.now())
    await samira.presses("Wie keek er mee?")
    assert "Karin Verzonnen, klantmanager: je gesprek" in samira.hears


async def test_a_copy_of_everything_comes_as_a_file(samira: Person, door: Door) -> None:
    """A zip that opens, with the payslip in it."""
    paper = sample_payslip(net_cents=88_001)
    await samira.sends(("loonstrook.pdf", paper))
    await samira.presses("✅ Ja, alles klopt")
    await samira.says("🔒 Mijn gegevens")
    await samira.presses("Stuur mij een kopie")
    (document,) = [heard.document for heard in samira.news if heard.document]
    files = door.stand_in.world.files
    stored = files.find(document["file_id"])
    assert stored is not None
    content = files.read(stored)
    with zipfile.ZipFile(io.BytesIO(content)) as copy:
        assert copy.testzip() is None
        assert paper in [copy.read(name) for name in copy.namelist()]


async def test_asking_for_removal_brings_it_to_a_person(samira: Person) -> None:
    """Some papers must be kept by law, so a person decides."""
    await samira.says("🔒 Mijn gegevens")
    await samira.presses("Verwijder mijn gegevens")
    case = await samira.case()
    assert case is not None
    assert "verwijderd" in case.subject
    assert "Karin Verzonnen" in samira.hears
