"""A BSN is never seen by accident: what is not covered is never shown as it is."""

from __future__ import annotations

import httpx
import pytest

from .house import PNG, House, csrf_in

PHOTO = b"\xff\xd8\xff\xe0 999990019"


async def _page(house: House) -> tuple[httpx.AsyncClient, str]:
    browser = await house.signed_in("Noor")
    return browser, (await browser.get(f"/desk/klant/{house.samira.id}")).text


async def _looks(house: House) -> list[str]:
    async with house.units.reading() as unit:
        return [look.what for look in await unit.looks.of_client(house.samira.id) if look.what != "conversation"]


@pytest.mark.parametrize("content", [PHOTO, PNG, b"%PDF-1.7 999990019", b"PK\x03\x04 999990019"])
async def test_what_a_client_sent_is_never_in_the_answer_to_its_address(house: House, content: bytes) -> None:
    """Of any kind, and whether it was read or not: the address gives a question, which is no look."""
    file_id = await house.keep_file(content, "photo")
    for pictures in ([], [""], [await house.keep_file(PNG, "covered", "p1")]):
        await house.keep_paper(file_id, "for_human", {"pictures": pictures})
        answer = await (await house.signed_in("Noor")).get(f"/desk/bestand/{file_id}")
        assert answer.headers["content-type"].startswith("text/html")
        assert b"999990019" not in answer.content and PNG not in answer.content
    assert await _looks(house) == []


async def test_a_page_that_was_not_read_well_is_opened_by_an_act_with_a_reason(house: House) -> None:
    """As a download, never on a page; the client can read it with the reason. Without a reason nothing happens."""
    file_id = await house.keep_file(PHOTO, "photo")
    await house.keep_paper(file_id, "for_human", {"pictures": [""]})
    browser, page = await _page(house)
    assert f'href="/desk/bestand/{file_id}"' in page and f'src="/desk/bestand/{file_id}"' not in page
    asked = await browser.get(f"/desk/bestand/{file_id}")
    assert "Toon het origineel: er kan een BSN op staan" in asked.text
    fields = {"csrf": csrf_in(asked.text)}
    address = f"/desk/bestand/{file_id}/origineel"
    for why in ("", "file", "zomaar"):
        assert (await browser.post(address, data={**fields, "why": why})).status_code == 422
    assert await _looks(house) == []
    given = await browser.post(address, data={**fields, "why": "original_read"})
    assert given.content == PHOTO
    assert given.headers["content-disposition"].startswith("attachment")
    assert await _looks(house) == ["original_read"]


async def test_what_is_covered_whole_has_no_original_to_open(house: House) -> None:
    """The pictures are enough, so the act is refused; one page without picture is enough to allow it."""
    file_id = await house.keep_file(PHOTO, "photo")
    picture = await house.keep_file(PNG, "covered", "p1")
    await house.keep_paper(file_id, "confirmed", {"pictures": [picture]})
    browser, page = await _page(house)
    assert f'src="/desk/bestand/{picture}"' in page and f"/desk/bestand/{file_id}" not in page
    asked = await browser.get(f"/desk/bestand/{file_id}")
    fields = {"csrf": csrf_in(page), "why": "original_read"}
    refused = await browser.post(f"/desk/bestand/{file_id}/origineel", data=fields)
    assert "met het BSN afgedekt" in asked.text and "Toon het origineel" not in asked.text
    assert refused.status_code == 422 and PHOTO not in refused.content


async def test_of_two_photos_only_the_poor_one_can_be_opened(house: House) -> None:
    """Each file stands for its own page."""
    good, poor = await house.keep_file(PHOTO, "photo", "f1"), await house.keep_file(PHOTO, "photo", "f2")
    picture = await house.keep_file(PNG, "covered", "p1")
    await house.keep_paper(good, "for_human", {"files": [good, poor], "pictures": [picture, ""]})
    browser, page = await _page(house)
    assert "Bladzijde 2 was niet goed genoeg te lezen" in page
    assert f"/desk/bestand/{poor}" in page and f"/desk/bestand/{good}" not in page
    fields = {"csrf": csrf_in(page), "why": "original_asked"}
    assert (await browser.post(f"/desk/bestand/{good}/origineel", data=fields)).status_code == 422
    assert (await browser.post(f"/desk/bestand/{poor}/origineel", data=fields)).status_code == 200


async def test_a_picture_of_before_that_nobody_vouched_for_is_not_shown(house: House) -> None:
    """Only the kind «covered» is shown, whatever a reading says."""
    file_id = await house.keep_file(PHOTO, "photo", "old")
    await house.keep_paper("f9", "confirmed", {"pictures": [file_id]})
    _, page = await _page(house)
    assert f'src="/desk/bestand/{file_id}"' not in page
