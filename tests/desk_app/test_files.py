"""A caseworker sends a file or a recorded voice, and listens to what a client said."""

from __future__ import annotations

import httpx
import pytest

from bot.desk_app.forms import MAX_UPLOAD

from .house import PNG, House, csrf_in

OGG, PDF = b"OggS" + bytes(300), b"%PDF-1.4 verzonnen"


async def _send(house: House, content: bytes, text: str = "", who: str = "Noor") -> httpx.Response:
    browser = await house.signed_in(who)
    csrf = csrf_in((await browser.get("/desk/aanmelding")).text)
    files = {"file": ("brief van Samira.bin", content)}
    return await browser.post(f"/desk/klant/{house.samira.id}/bestand", data={"csrf": csrf, "text": text}, files=files)


async def _on_its_way(house: House) -> dict:
    async with house.units.reading() as unit:
        row = await unit.transaction.fetchrow("SELECT chat_id, payload FROM outbox ORDER BY seq DESC LIMIT 1")
        return unit.thread._keys.open_json(row["payload"], f"outbox:{row['chat_id']}")


@pytest.mark.parametrize(
    ("content", "way", "name"),
    [(PDF, "document", "bestand.pdf"), (PNG, "photo", "bestand.png"), (OGG, "voice", "bestand.ogg")],
)
async def test_a_file_goes_to_the_client_by_what_it_is(house: House, content: bytes, way: str, name: str) -> None:
    """Never by its name, which stays here; the words go with it, and the desk can open it again."""
    assert (await _send(house, content, "Dit is de brief.")).status_code == 303
    said = await _on_its_way(house)
    assert (said["picture"]["kind"], said["picture"]["name"]) == (way, name)
    assert "Noor:\nDit is de brief." in said["text"]
    assert "Samira" not in said["picture"]["name"]
    browser = await house.signed_in("Noor")
    page = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    assert f"/desk/bestand/{said['picture']['file_id']}" in page
    assert (await browser.get(f"/desk/bestand/{said['picture']['file_id']}")).content == content


async def test_without_words_the_phone_says_that_there_is_a_file(house: House) -> None:
    """In the client's language."""
    await _send(house, PDF)
    assert "📎 Bestand voor jou" in (await _on_its_way(house))["text"]


async def test_it_can_be_taken_back_like_words(house: House) -> None:
    """Within ten seconds nothing is on its way any more."""
    await _send(house, PDF, "Dit is de brief.")
    browser = await house.signed_in("Noor")
    page = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    entry = page.split('name="entry" value="', 1)[1].split('"', 1)[0]
    back = await browser.post(f"/desk/klant/{house.samira.id}/terug", data={"csrf": csrf_in(page), "entry": entry})
    assert "Teruggehaald" in back.text
    assert await house.outbox() == []


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00 a program", b"GIF89a", b"\x1aE\xdf\xa3 film"])
async def test_what_is_no_document_photo_or_voice_is_refused_and_the_words_stay(house: House, content: bytes) -> None:
    """One sentence says what does work; nothing is sent."""
    answer = await _send(house, content, "Kijk hier eens naar.")
    assert answer.status_code == 422
    assert "Kies een PDF, een foto" in answer.text
    assert "Kijk hier eens naar.</textarea>" in answer.text
    assert await house.outbox() == []


async def test_a_file_that_is_too_large_is_refused_unread(house: House) -> None:
    """And so is a form that is not one."""
    assert (await _send(house, b"%PDF-" + bytes(MAX_UPLOAD + 200_000))).status_code == 413
    browser = await house.signed_in("Noor")
    broken = {"content-type": "multipart/form-data; boundary=x"}
    address = f"/desk/klant/{house.samira.id}/bestand"
    assert (await browser.post(address, content=b"--y\r\nnothing", headers=broken)).status_code in (400, 403)
    assert await house.outbox() == []


async def test_a_colleague_sends_nothing_to_somebody_elses_client(house: House) -> None:
    """For Bas this client does not exist."""
    assert (await _send(house, PDF, who="Bas")).status_code == 404
    assert house.files.ids() == set()


async def test_a_voice_of_a_client_can_be_heard_here_and_the_look_is_logged(house: House) -> None:
    """As sound in the page, only for the own caseworker."""
    await house.keep_file(OGG, "voice")
    async with house.units.writing() as unit:
        await unit.thread.add(house.samira.id, "client", "🎤", house.at, message_id=9)
        await unit.thread.enclose(house.samira.id, 9, "f1")
    browser = await house.signed_in("Noor")
    assert '<audio controls preload="none" src="/desk/bestand/f1"' in (
        await browser.get(f"/desk/klant/{house.samira.id}")
    ).text
    heard = await browser.get("/desk/bestand/f1")
    assert (heard.content, heard.headers["content-type"]) == (OGG, "audio/ogg")
    async with house.units.reading() as unit:
        assert "file" in [one.what for one in await unit.looks.of_client(house.samira.id)]
    assert (await (await house.signed_in("Bas")).get("/desk/bestand/f1")).status_code == 404
