"""Hundreds of hostile files through the door: every one is answered, and others do not wait."""

from __future__ import annotations

import asyncio
import hashlib

import pytest

from tests.dialogues.person import Person, joined
from tests.paper.fuzzing import files

COUNT = 240


@pytest.mark.timeout(300)
async def test_every_hostile_file_gets_an_answer_while_others_are_helped(samira: Person) -> None:
    """Nothing is lost, no worker stays behind, and a question of somebody else is answered meanwhile."""
    other = await joined(samira.door, "Bilal Voorbeeld")
    sent = list({hashlib.sha256(data).digest(): data for data in files(COUNT)}.values())
    albums = [sent[at : at + 10] for at in range(0, len(sent), 10)]
    for number, album in enumerate(albums):
        named = [(f"bestand-{index}", data) for index, data in enumerate(album)]
        busy = asyncio.create_task(samira.sends(*named))
        if number % 8 == 0:
            await asyncio.wait_for(other.says("Hoe maak ik bezwaar tegen een brief van de gemeente?"), 60)
            assert "Was dit duidelijk?" in other.hears
        await busy
        assert samira.news
    async with samira.door.parts.units.reading() as unit:
        assert await unit.inbox.dead() == 0
        assert await unit.jobs.waiting() == 0
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert "Was dit duidelijk?" in samira.hears
