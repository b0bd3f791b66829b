"""Aftercare: planned by the caseworker, and in the morning list on the day."""

from __future__ import annotations

from datetime import date

import httpx
import pytest

from .house import House, csrf_in


async def _post(house: House, who: str = "Noor", **fields: str) -> httpx.Response:
    browser = await house.signed_in(who)
    csrf = csrf_in((await browser.get("/desk/aanmelding")).text)
    return await browser.post(f"/desk/klant/{house.samira.id}/nazorg", data={"csrf": csrf, **fields})


async def _groups(house: House) -> str:
    page = (await (await house.signed_in("Noor")).get("/desk/")).text
    return "aftercare" if 'id="groep-aftercare"' in page else "rest" if 'id="groep-rest"' in page else "other"


async def test_on_the_day_of_the_next_contact_the_client_is_in_the_list(house: House) -> None:
    """The day before nothing asks for attention; planned further, it is quiet again; ended, it is gone."""
    fields = {"left_on": "2026-11-01", "kind": "intensive"}
    assert (await _post(house, **fields, next_on="2026-11-26")).status_code == 303
    assert await _groups(house) == "rest"
    house.later(days=1)
    assert await _groups(house) == "aftercare"
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    assert "Uit de bijstand sinds 1 november 2026</p>" not in page
    assert "Uit de bijstand sinds 1 november 2026 · vaste contactmomenten" in page
    assert "nazorg nu" in page
    await _post(house, **fields, next_on="2027-01-10")
    assert await _groups(house) == "rest"
    await _post(house, act="end")
    async with house.units.reading() as unit:
        assert await unit.aftercare.of_clients([house.samira.id]) == {}


async def test_without_a_day_the_check_is_half_a_year_later(house: House) -> None:
    """Passive aftercare is one check."""
    await _post(house, left_on="2026-11-01", kind="passive", next_on="")
    async with house.units.reading() as unit:
        (found,) = (await unit.aftercare.of_clients([house.samira.id])).values()
    assert (found.kind, found.next_on) == ("passive", date(2027, 5, 3))


@pytest.mark.parametrize(
    ("left_on", "next_on"),
    [("", ""), ("gisteren", ""), ("2026-11-01", "2026-10-31"), ("2026-11-01", "2027-12-01"), ("2027-06-01", ""),
     ("2026-11-01", "morgen")],
)  # fmt: skip
async def test_days_that_cannot_be_change_nothing(house: House, left_on: str, next_on: str) -> None:
    """One sentence at the form."""
    answer = await _post(house, left_on=left_on, next_on=next_on)
    assert answer.status_code == 422
    assert "Kies de dag waarop de bijstand stopte" in answer.text
    async with house.units.reading() as unit:
        assert await unit.aftercare.of_clients([house.samira.id]) == {}


async def test_after_bijstand_no_payslip_is_missing(house: House) -> None:
    """Of the months after the last one nobody expects anything, in the list and in the chart."""
    async with house.units.writing() as unit:
        await unit.clients.consent(house.samira.id, house.at.replace(month=8))
    browser = await house.signed_in("Noor")
    assert "augustus, september en oktober ontbreken" in (await browser.get("/desk/")).text
    await _post(house, left_on="2026-09-10", next_on="2026-12-10")
    assert "augustus en september ontbreken" in (await browser.get("/desk/")).text


async def test_nobody_else_plans_it(house: House) -> None:
    """For a colleague this client does not exist."""
    assert (await _post(house, "Bas", left_on="2026-11-01")).status_code == 404
