"""A caseworker corrects what was read of a paper; what stood there before is never lost."""

from __future__ import annotations

from datetime import date

import httpx
import pytest

from .house import House, csrf_in
from .test_roles import check_a_payslip


async def _correct(house: House, paper: str, field: str, text: str) -> httpx.Response:
    browser = await house.signed_in("Noor")
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    return await browser.post(f"{address}/verbeter", data={"csrf": csrf, "paper": paper, "field": field, "text": text})


async def test_a_field_is_corrected_and_what_was_read_stays_beside_it(house: House) -> None:
    """By the client in the chat and by the caseworker: who, when and what stood there."""
    read = {"gross_cents": 123400, "hours": 40.0, "confidence": {"gross_cents": 0.5, "hours": 0.9}}
    read["corrections"] = [{"field": "hours", "read": 4.0}]
    paper = await house.keep_paper(reading=read)
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    assert "€\u00a01.234,00 <span" in page
    assert "kijk na" in page
    assert (await _correct(house, paper, "gross_cents", "€ 1.243,50")).status_code == 303
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    assert "<dd>€\u00a01.243,50</dd>" in page
    assert "kijk na" not in page
    assert "Brutoloon: eerst €\u00a01.234,00. Noor verbeterde dit op 25 november 2026." in page
    assert "Uren: eerst 4. De klant verbeterde dit." in page


@pytest.mark.parametrize(
    ("field", "text"), [("gross_cents", "veel"), ("paid_on", "gisteren"), ("hours", "-"), ("employer", "  ")]
)
async def test_what_does_not_fit_a_field_changes_nothing_and_is_not_lost(house: House, field: str, text: str) -> None:
    """One sentence at the form, with what was typed."""
    paper = await house.keep_paper(reading={"gross_cents": 123400})
    answer = await _correct(house, paper, field, text)
    assert answer.status_code == 422
    assert "Dit past niet bij dit veld." in answer.text
    assert f'value="{text}"' in answer.text
    async with house.units.reading() as unit:
        kept = await unit.papers.by_id(paper)
    assert kept and kept.reading == {"gross_cents": 123400}


async def test_a_paper_that_the_client_is_still_confirming_is_not_corrected_here(house: House) -> None:
    """Two people would write in one form; nor is a field that does not exist."""
    paper = await house.keep_paper(state="to_confirm", reading={"gross_cents": 1})
    assert (await _correct(house, paper, "gross_cents", "2,00")).status_code == 422
    other = await house.keep_paper("f2", reading={"gross_cents": 1})
    assert (await _correct(house, other, "contains_bsn", "nee")).status_code == 422


async def test_a_correction_after_the_export_is_looked_at_and_leaves_again(house: House) -> None:
    """The month is no longer checked; checked once more, the income consultant sees it as not collected."""
    await check_a_payslip(house)
    async with house.units.writing() as unit:
        (one,) = await unit.exports.checked(house.staff["Ilse"].id, date(2026, 10, 1))
        await unit.exports.mark([one], house.staff["Ilse"].id, house.at)
        assert [left for _, _, left in await unit.exports.months(house.staff["Ilse"].id)] == [0]
    house.later(hours=1)
    assert (await _correct(house, one.paper.id, "net_cents", "900,00")).status_code == 303
    async with house.units.writing() as unit:
        assert await unit.exports.checked(house.staff["Ilse"].id, date(2026, 10, 1)) == []
    browser = await house.signed_in("Noor")
    csrf = csrf_in((await browser.get(f"/desk/klant/{house.samira.id}")).text)
    form = {"csrf": csrf, "paper": one.paper.id, "month": "2026-10"}
    assert (await browser.post(f"/desk/klant/{house.samira.id}/bekeken", data=form)).status_code == 303
    async with house.units.reading() as unit:
        (again,) = await unit.exports.checked(house.staff["Ilse"].id, date(2026, 10, 1))
        assert [left for _, _, left in await unit.exports.months(house.staff["Ilse"].id)] == [1]
    assert (again.paper.reading["net_cents"], again.exported_at) == (90000, None)
