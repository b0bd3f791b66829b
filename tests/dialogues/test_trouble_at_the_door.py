"""When Telegram is in trouble, the client still hears everything, once and in order."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.dialogues.person import Person
from tests.paper.payslips import sample_payslip
from tests.playground.playground_phone import Phone


@pytest.mark.parametrize("kind", ["500", "reset_before"])
async def test_an_answer_comes_through_after_trouble(samira: Person, kind: str) -> None:
    """A call that failed before it counted is made again, and the answer is there once."""
    await _trouble(samira, kind=kind, method="sendmessage", chat_id=samira.chat_id, times=1)
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert samira.hears.count("Was dit duidelijk?") == 1


async def test_when_telegram_asks_to_wait_the_answer_waits(samira: Person) -> None:
    """429: the answer comes later and not twice."""
    await _trouble(samira, kind="429", method="sendmessage", chat_id=samira.chat_id, times=1, retry_after=1)
    await samira.says("hoi")
    assert len(samira.news) == 1


async def test_a_payslip_is_fetched_again_when_fetching_failed(samira: Person) -> None:
    """The client does not have to send it twice."""
    await _trouble(samira, kind="500", method="getfile", times=1)
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=89_000)))
    assert "Klopt het?" in samira.hears


async def _trouble(person: Person, **fault: Any) -> None:
    async with aiohttp.ClientSession() as session:
        await Phone(session, person.door.url).trouble(**fault)
