"""A caseworker changes what was said after it arrived."""

from __future__ import annotations

import httpx

from bot.handoff import desk
from bot.messages import Button

from .house import House, csrf_in


async def _change(house: House, entry: str, text: str, who: str = "Noor", **more: str) -> httpx.Response:
    browser = await house.signed_in(who)
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    return await browser.post(f"{address}/wijzig", data={"csrf": csrf, "entry": entry, "text": text, **more})


async def _arrived(house: House) -> str:
    await house.open_case()
    entry = await house.said("Noor", "Kom maandag om tien uur.")
    async with house.units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'sent', message_id = 5, payload = NULL")
    return entry


async def _last_reply(house: House) -> dict:
    async with house.units.reading() as unit:
        row = await unit.transaction.fetchrow("SELECT chat_id, payload FROM outbox ORDER BY seq DESC LIMIT 1")
        return unit.thread._keys.open_json(row["payload"], f"outbox:{row['chat_id']}")


async def test_new_words_take_the_place_of_the_old_ones_and_both_stay_here(house: House) -> None:
    """The client's phone changes the same message; the desk shows what was said first, and no undo."""
    entry = await _arrived(house)
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    assert "Verander dit bericht" in page
    assert (await _change(house, entry, "Kom dinsdag om tien uur.")).status_code == 303
    reply = await _last_reply(house)
    assert (reply["replaces"], reply["tag"]) == (f"staff:{entry}", f"staff:{entry}")
    assert "Kom dinsdag om tien uur." in reply["text"]
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    assert '<p class="said older" dir="auto">Kom maandag om tien uur.</p>' in page
    assert "Haal terug" not in page


async def test_what_cannot_change_is_said_with_what_to_do(house: House) -> None:
    """Not of a colleague, not what has not arrived, not what is too old, not with a button; nothing is lost."""
    entry = await _arrived(house)
    async with house.units.writing() as unit:
        today = house.at.date()
        await unit.absences.add(house.staff["Noor"].id, house.staff["Bas"].id, today, today, house.at)
    other = await _change(house, entry, "Kom nooit.", "Bas")
    under_way = await house.said("Noor", "Nog iets.")
    queued = await _change(house, under_way, "Nog iets anders.")
    house.later(hours=49)
    old = await _change(house, entry, "Kom dinsdag.")
    for answer in (other, queued, old):
        assert answer.status_code == 422
        assert "kun je niet meer veranderen. Stuur een nieuw bericht." in answer.text
    assert "Kom dinsdag.</textarea>" in old.text
    assert "Nog iets." in (await _last_reply(house))["text"]


async def test_a_message_with_a_button_keeps_it(house: House) -> None:
    """Other words would take the button away."""
    await house.open_case()
    async with house.units.writing() as unit:
        buttons = ((Button("Stuur de brief", "letter:"),),)
        await desk.start(unit, house.staff["Noor"], house.samira, "Stuur mij de brief.", house.at, buttons=buttons)
        await unit.transaction.execute("UPDATE outbox SET state = 'sent', message_id = 5, payload = NULL")
        entries = await unit.thread.of_client(house.samira.id)
    assert (await _change(house, entries[-1].id, "Laat maar.")).status_code == 422


async def test_advice_comes_before_new_words_too(house: House) -> None:
    """A number that looks like a BSN is asked about; sent again as it is, it goes."""
    entry = await _arrived(house)
    text = "Je BSN is 111222333."
    answer = await _change(house, entry, text)
    assert answer.status_code == 422
    assert "Er staat een BSN in je tekst" in answer.text
    mark = answer.text.split('name="advised" value="', 1)[1].split('"', 1)[0]
    assert (await _change(house, entry, text, advised=mark)).status_code == 303
