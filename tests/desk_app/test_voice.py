"""A voice message that a caseworker recorded: how it goes to the client, and what the desk does with what is none."""

from __future__ import annotations

import httpx
import pytest

from bot.desk_app.voice import ogg

from .house import PNG, House, csrf_in
from .recordings import HEAD, SILENCE, mp4, read_ogg, webm
from .test_files import _on_its_way

RECORDED = webm([SILENCE] * 100)
FOR_YOU = "🎤 Spraakbericht voor jou"


async def _say(
    house: House, content: bytes, text: str = "", who: str = "Noor", route: str = "spraak"
) -> httpx.Response:
    browser = await house.signed_in(who)
    csrf = csrf_in((await browser.get("/desk/aanmelding")).text)
    files = {"file": ("opname", content)}
    address = f"/desk/klant/{house.samira.id}/{route}"
    return await browser.post(address, data={"csrf": csrf, "text": text}, files=files)


async def _shown(house: House) -> str:
    return (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text


@pytest.mark.parametrize("route", ["spraak", "bestand"])
async def test_what_chromium_records_goes_out_as_a_voice_message(house: House, route: str) -> None:
    """Wrapped anew, as long as it sounds, with the caseworker's name; also when it was saved and sent as a file."""
    assert (await _say(house, RECORDED, route=route)).status_code == 303
    said = await _on_its_way(house)
    picture = said["picture"]
    assert (picture["kind"], picture["name"], picture["seconds"]) == ("voice", "bestand.ogg", 2)
    assert said["text"] == f"👤 Noor:\n{FOR_YOU}"
    kept = await house.files.read(picture["file_id"])
    assert sum(len(page.packets) for page in read_ogg(kept)[2:]) == 100


async def test_words_go_with_it(house: House) -> None:
    """For who cannot listen now."""
    await _say(house, RECORDED, "Het gaat over je afspraak van vrijdag.")
    assert "Noor:\nHet gaat over je afspraak van vrijdag." in (await _on_its_way(house))["text"]


@pytest.mark.parametrize(("content", "ending"), [(ogg.write_ogg(HEAD, [SILENCE] * 60), "ogg"), (mp4(b"soun"), "m4a")])
async def test_what_other_browsers_record_stays_as_it_is(house: House, content: bytes, ending: str) -> None:
    """Telegram takes both."""
    assert (await _say(house, content)).status_code == 303
    picture = (await _on_its_way(house))["picture"]
    assert (picture["kind"], picture["name"]) == ("voice", f"bestand.{ending}")
    assert await house.files.read(picture["file_id"]) == content


async def test_it_can_be_heard_in_the_conversation(house: House) -> None:
    """As sound, named by who spoke; the caseworker sees that it is on its way."""
    await _say(house, RECORDED)
    page, file_id = await _shown(house), (await _on_its_way(house))["picture"]["file_id"]
    player = page.split(f'<audio controls preload="none" src="/desk/bestand/{file_id}"', 1)[1]
    assert 'aria-label="Spraakbericht van Noor"' in player.split(">", 1)[0]
    assert "In de wacht" in page
    heard = await (await house.signed_in("Noor")).get(f"/desk/bestand/{file_id}")
    assert heard.headers["content-type"] == "audio/ogg"


async def test_it_can_be_taken_back_and_puts_no_words_in_the_field(house: House) -> None:
    """What stands in the place of words was typed by nobody."""
    await _say(house, RECORDED)
    page = await _shown(house)
    entry = page.split('name="entry" value="', 1)[1].split('"', 1)[0]
    browser = await house.signed_in("Noor")
    form = {"csrf": csrf_in((await browser.get("/desk/aanmelding")).text), "entry": entry}
    back = await browser.post(f"/desk/klant/{house.samira.id}/terug", data=form)
    assert "Teruggehaald. Er is niets verstuurd.<" in back.text
    assert FOR_YOU not in back.text
    assert await house.outbox() == []


@pytest.mark.parametrize("content", [b"", b"OggS" + bytes(300), RECORDED[:-1], PNG, mp4(b"vide", b"soun")])
async def test_what_is_no_recording_is_refused_in_one_sentence(house: House, content: bytes) -> None:
    """In the place from which the page takes it; nothing is sent and nothing is kept."""
    answer = await _say(house, content, "Luister maar.")
    assert answer.status_code == 422
    outcome = answer.text.split('id="opname-uitkomst"', 1)[1].split("</div>", 1)[0]
    assert "Deze opname konden we niet klaarmaken voor Telegram. Er is niets verstuurd." in outcome
    assert (await house.outbox(), house.files.ids()) == ([], set())


async def test_a_bsn_in_the_words_is_shown_once_before_it_goes(house: House) -> None:
    """As with other words: the advice comes back with the mark that lets the same words through."""
    answer = await _say(house, RECORDED, "Je BSN is 111222333.")
    assert answer.status_code == 422
    outcome = answer.text.split('id="opname-uitkomst"', 1)[1]
    assert "Er staat een BSN in je tekst" in outcome
    assert 'name="advised" value="' in outcome
    assert await house.outbox() == []


async def test_only_a_page_where_one_can_speak_may_ask_for_the_microphone(house: House) -> None:
    """And only the desk itself; what was recorded may be played in it."""
    browser = await house.signed_in("Noor")
    page = await browser.get(f"/desk/klant/{house.samira.id}")
    assert page.headers["permissions-policy"] == "camera=(), microphone=(self), geolocation=()"
    assert "media-src 'self' blob:" in page.headers["content-security-policy"]
    for address in ("/desk/", "/desk/aanmelding", "/desk/bestaat-niet"):
        assert "microphone=()" in (await browser.get(address)).headers["permissions-policy"], address


async def test_without_a_script_nothing_of_it_is_shown(house: House) -> None:
    """And for a client who cannot be reached it is not there at all."""
    assert '<div id="opname" class="speak" data-kept data-most="180" hidden>' in await _shown(house)
    async with house.units.writing() as unit:
        await unit.clients.set_blocked(house.samira.id, house.at)
    assert 'id="opname"' not in await _shown(house)


async def test_a_colleague_speaks_to_nobody_elses_client(house: House) -> None:
    """For Bas this client does not exist."""
    assert (await _say(house, RECORDED, who="Bas")).status_code == 404
    assert house.files.ids() == set()


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("", 200, slice(None)),
        ("bytes=0-", 206, slice(0, None)),
        ("bytes=100-199", 206, slice(100, 200)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=10-999999", 206, slice(10, None)),
        ("bytes=999999-", 416, slice(0, 0)),
        ("bytes=-0", 416, slice(0, 0)),
        ("bytes=9-1", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,5-6", 200, slice(None)),
        ("lines=0-1", 200, slice(None)),
    ],
)
async def test_a_player_gets_the_part_that_it_asks_for(house: House, asked: str, status: int, part: slice) -> None:
    """So that one can jump in it, and Safari plays it; a Range that makes no sense gives all of it."""
    content = ogg.write_ogg(HEAD, [SILENCE] * 100)
    file_id = await house.keep_file(content, "voice")
    browser = await house.signed_in("Noor")
    answer = await browser.get(f"/desk/bestand/{file_id}", headers={"Range": asked} if asked else {})
    assert (answer.status_code, answer.content) == (status, content[part])
    if status == 206:
        start, end = part.indices(len(content))[:2]
        assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(content)}"


async def test_listening_with_jumps_is_one_look_but_every_beginning_is_one(house: House) -> None:
    """And who never began has looked all the same."""
    file_id = await house.keep_file(ogg.write_ogg(HEAD, [SILENCE] * 100), "voice")
    browser = await house.signed_in("Noor")

    async def looks(asked: str) -> int:
        await browser.get(f"/desk/bestand/{file_id}", headers={"Range": asked})
        async with house.units.reading() as unit:
            return len([one for one in await unit.looks.of_client(house.samira.id) if one.what == "file"])

    assert [await looks(asked) for asked in ("bytes=90-", "bytes=50-60", "bytes=0-", "bytes=70-")] == [1, 1, 2, 2]
    house.later(minutes=16)
    assert await looks("bytes=70-") == 3
