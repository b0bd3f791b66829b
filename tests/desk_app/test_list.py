"""The first page as a caseworker sees it."""

from __future__ import annotations

import re

from tests.desk_app.test_flow import _send

from .house import House, csrf_in


async def _list(house: House, query: str = "") -> str:
    return (await (await house.signed_in("Noor")).get(f"/desk/{query}")).text


async def test_a_search_for_a_name_leaves_no_name_in_an_address(house: House) -> None:
    """The form posts; the page finds by name and by number, among own clients only."""
    browser = await house.signed_in("Noor")
    page = (await browser.get("/desk/")).text
    assert re.search(r'<form class="search" method="post"', page)
    found = await browser.post("/desk/zoek", data={"csrf": csrf_in(page), "words": "sam"})
    other = await browser.post("/desk/zoek", data={"csrf": csrf_in(page), "words": house.other.number})
    assert "klant-" + house.samira.id in found.text
    assert "klant-" not in other.text
    assert "Hier staat niemand" in other.text


async def test_a_filter_shows_one_reason(house: House) -> None:
    """Each filter says how many there are."""
    await house.open_case()
    assert "klant-" + house.samira.id in await _list(house, "?toon=waiting")
    assert "klant-" not in await _list(house, "?toon=failed")
    assert "klant-" in await _list(house, "?toon=onzin")


async def test_a_paper_for_a_person_stands_in_the_list(house: House) -> None:
    """Unreadable or doubtful: before the months, after who waits."""
    await house.keep_paper(state="for_human")
    assert "1 papier onduidelijk" in await _list(house)


async def test_a_doubtful_value_stands_in_the_list_until_somebody_looked(house: House) -> None:
    """Confirmed by the client, but one value is not certain."""
    paper = await house.keep_paper(reading={"net_cents": 100, "confidence": {"net_cents": 0.2}})
    async with house.units.writing() as unit:
        found = await unit.papers.by_id(paper)
        assert found
        await unit.ledger.set(house.samira.id, found.month, "confirmed", found.number, paper, house.at)
    assert "1 papier onduidelijk" in await _list(house)
    await _send(house, "Noor", "bekeken", paper=paper, month="2026-10")
    after = await _list(house)
    assert "onduidelijk" not in after
    async with house.units.reading() as unit:
        month = await unit.ledger.month(house.samira.id, found.month)
    assert month
    assert month.state == "checked"


async def test_a_failure_that_was_dealt_with_leaves_the_list(house: House) -> None:
    """It stays in the conversation, but is no work any more."""
    case = await house.open_case()
    await _send(house, "Noor", "antwoord", text="Hallo", case=case)
    async with house.units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'failed', reason = 'blocked'")
    assert "1 bericht mislukt" in await _list(house)
    await _send(house, "Noor", "afgehandeld")
    assert "bericht mislukt" not in await _list(house)


async def test_the_picture_has_a_table_behind_it(house: House) -> None:
    """The same numbers for who does not see the picture."""
    page = await _list(house)
    assert 'role="img"' in page
    assert 'id="grafiek-tabel"' in page
