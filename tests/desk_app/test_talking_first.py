"""Writing first: whom, what, when; each message once; and what became of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clients.client import Client
from bot.handoff import posting
from bot.language import AMSTERDAM
from bot.policy import read_policy
from bot.work.mailing import MailingClock

from .house import House, csrf_in

POLICY = read_policy()


async def move_in_many(house: House) -> dict[str, Client]:
    """Samira may be written to; beside her one client for each reason why not, and one who reads Turkish."""
    async with house.units.writing() as unit:
        noor = house.staff["Noor"].id
        for number, name in enumerate(("Gestopt", "Geblokkeerd", "Twijfelt", "Elif")):
            one = await unit.clients.add(name, "tr" if name == "Elif" else "nl", noor, house.at - timedelta(days=60))
            await unit.clients.link(one.id, 300 + number, house.at)
            if name != "Twijfelt":
                await unit.clients.consent(one.id, house.at - timedelta(days=60))
        await unit.clients.add("Nieuw", "nl", noor, house.at)
        await unit.clients.consent(house.samira.id, house.at - timedelta(days=60))
        found = {one.name: one for one in await unit.clients.of_caseworker(noor)}
        await unit.clients.set_state(found["Gestopt"].id, "stopped")
        await unit.clients.set_blocked(found["Geblokkeerd"].id, house.at)
    return found


class Writer:
    """Noor at the form."""

    def __init__(self, house: House, browser: httpx.AsyncClient, csrf: str) -> None:
        self.house, self.browser, self.csrf = house, browser, csrf

    async def post(self, path: str, **fields: str) -> httpx.Response:
        return await self.browser.post(f"/desk/berichten{path}", data={"csrf": self.csrf, **fields})

    async def sends(self, *clients: Client, **fields: str) -> str:
        """Through the preview; the id of what was sent."""
        ticks = {f"klant-{one.id}": "1" for one in clients}
        form = await self.post("/voorbeeld", **{"tekst-nl": "Dag {name}, stuur {month}.", **ticks, **fields})
        assert form.status_code == 200, form.text
        kept = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form.text))
        answer = await self.post("", **kept)
        assert answer.status_code == 303, answer.text
        self.kept = kept
        return answer.headers["location"].rsplit("/", 1)[1]

    async def states(self, mailing_id: str) -> dict[str, tuple[str, str]]:
        async with self.house.units.reading() as unit:
            names = {one.id: one.name for one in await unit.clients.all()}
            return {names[one.client_id]: (one.state, one.reason) for one in await unit.mailings.postings(mailing_id)}

    async def passes(self, **span: float) -> None:
        """Time goes by, and the clock looks."""
        self.house.later(**span)
        await self.looks()

    async def looks(self) -> None:
        await MailingClock(self.house.units, POLICY, self.house.wake, self.house.now).look()


@pytest.fixture
async def noor(house: House) -> Writer:
    browser = await house.signed_in("Noor")
    return Writer(house, browser, csrf_in((await browser.get("/desk/")).text))


async def test_who_can_be_reached_gets_it_once_and_who_cannot_is_named(house: House, noor: Writer) -> None:
    """STOP is respected; nobody is forgotten in silence."""
    people = await move_in_many(house)
    sent = await noor.sends(*people.values())
    assert await house.outbox() == []  # a minute to stop it
    await noor.passes(minutes=2)
    assert await noor.states(sent) == {
        "Samira": ("sent", ""),
        "Elif": ("sent", ""),
        "Gestopt": ("left_out", "stopped"),
        "Geblokkeerd": ("left_out", "blocked"),
        "Twijfelt": ("left_out", "no_consent"),
        "Nieuw": ("left_out", "invited"),
    }
    assert len(await house.outbox()) == 2
    await noor.looks()
    assert len(await house.outbox()) == 2
    page = (await noor.browser.get(f"/desk/berichten/{sent}")).text
    assert "in de wacht bij Telegram" in page
    assert "wil geen berichten meer van de bot: bel of stuur een brief" in page


async def test_each_language_has_its_own_text_and_month(house: House, noor: Writer) -> None:
    """Facts are filled in as that language writes them; without a text it is the Dutch one, and that is said."""
    people = await move_in_many(house)
    chosen = {f"klant-{people[name].id}": "1" for name in ("Samira", "Elif")}
    dutch_only = (await noor.post("/voorbeeld", **chosen, **{"tekst-nl": "Dag {name}"})).text
    assert "Türkçe heeft geen tekst. 1 klant krijgt de Nederlandse tekst." in dutch_only
    await noor.sends(people["Samira"], people["Elif"], **{"tekst-tr": "Merhaba {name}, {month}?", "month": "2026-10"})
    await noor.passes(minutes=2)
    said = {text for _, text in await house.outbox()}
    assert said == {"👤 Noor:\nDag Samira, stuur oktober 2026.", "👤 Noor:\nMerhaba Elif, Ekim 2026?"}


async def test_the_same_form_twice_is_one_message(house: House, noor: Writer) -> None:
    """A double click, or going back and pressing again."""
    people = await move_in_many(house)
    sent = await noor.sends(people["Samira"])
    again = await noor.post("", **noor.kept)
    assert again.headers["location"].endswith(sent)
    await noor.passes(minutes=2)
    assert len(await house.outbox()) == 1


async def test_a_crash_on_the_way_out_sends_nothing_twice(
    house: House, noor: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails in the middle is undone as a whole, waits a little, and then leaves once."""
    people = await move_in_many(house)
    sent = await noor.sends(people["Samira"])
    whole = posting.from_caseworker

    def breaks(*_: object) -> str:
        raise RuntimeError("power cut")

    monkeypatch.setattr(posting, "from_caseworker", breaks)
    await noor.passes(minutes=2)
    assert await house.outbox() == []
    assert await noor.states(sent) == {"Samira": ("waiting", "")}
    monkeypatch.setattr(posting, "from_caseworker", whole)
    await noor.passes(minutes=6)
    assert len(await house.outbox()) == 1


async def test_it_can_be_stopped_until_it_leaves(house: House, noor: Writer) -> None:
    """Stopped is stopped; what has left is not taken back."""
    people = await move_in_many(house)
    sent = await noor.sends(people["Samira"])
    await noor.post(f"/{sent}/stop")
    await noor.passes(minutes=5)
    assert await noor.states(sent) == {"Samira": ("cancelled", "")}
    assert await house.outbox() == []


async def test_later_is_a_moment_in_amsterdam(house: House, noor: Writer) -> None:
    """And it is kept there, however often one looks before."""
    people = await move_in_many(house)
    await noor.sends(people["Samira"], when="later", day="2026-11-27", time="14:30")
    house.at = datetime(2026, 11, 27, 14, 29, tzinfo=AMSTERDAM).astimezone(UTC)
    await noor.looks()
    assert await house.outbox() == []
    await noor.passes(minutes=1)
    assert len(await house.outbox()) == 1


async def test_nothing_leaves_at_night_and_the_preview_says_so(house: House, noor: Writer) -> None:
    """A message for eleven at night waits until eight."""
    people = await move_in_many(house)
    fields = {"when": "later", "day": "2026-11-26", "time": "23:00", "tekst-nl": "Dag {name}"}
    page = (await noor.post("/voorbeeld", **{f"klant-{people['Samira'].id}": "1"}, **fields)).text
    assert "gaat weg op vrijdag 27 november 2026 om 08:00" in page
    await noor.sends(people["Samira"], **fields)
    house.at = datetime(2026, 11, 26, 22, 30, tzinfo=UTC)
    await noor.looks()
    assert await house.outbox() == []
    house.at = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
    await noor.looks()
    assert len(await house.outbox()) == 1


async def test_a_second_message_of_the_day_waits_until_tomorrow(house: House, noor: Writer) -> None:
    """By the policy of the municipality: one a day."""
    people = await move_in_many(house)
    await noor.sends(people["Samira"])
    await noor.sends(people["Samira"], **{"tekst-nl": "Dag {name}, nog iets."})
    await noor.passes(minutes=2)
    await noor.passes(minutes=2)
    assert len(await house.outbox()) == 1
    house.at = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # eight o'clock
    await noor.looks()
    assert len(await house.outbox()) == 2


@pytest.mark.parametrize("what", ["stopped", "handed over", "too late"])
async def test_what_changed_in_between_counts(house: House, noor: Writer, what: str) -> None:
    """Who stopped meanwhile hears nothing, nor a client who is a colleague's now, nor anybody a day too late."""
    people = await move_in_many(house)
    sent = await noor.sends(people["Samira"])
    async with house.units.writing() as unit:
        if what == "stopped":
            await unit.clients.set_state(house.samira.id, "stopped")
        if what == "handed over":
            await unit.clients.hand_over([house.samira.id], house.staff["Bas"].id)
    await noor.passes(hours=30 if what == "too late" else 1)
    reason = {"stopped": "stopped", "handed over": "not_yours", "too late": "late"}[what]
    assert await noor.states(sent) == {"Samira": ("left_out", reason)}
    assert await house.outbox() == []
    browser = await house.signed_in("Noor")
    page = (await browser.get(f"/desk/berichten/{sent}")).text
    assert ("Samira" in page) is (what != "handed over")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Kies eerst een of meer klanten"),
        ({"klant": "Samira"}, "Schrijf een tekst in het Nederlands"),
        ({"klant": "Samira", "tekst-nl": "a" * 1501}, "Een tekst is te lang"),
        ({"klant": "Samira", "tekst-nl": "Dag", "when": "later", "day": "2026-11-24", "time": "09:00"}, "nog komen"),
        ({"klant": "Samira", "tekst-nl": "Dag", "when": "later", "day": "vandaag", "time": "9"}, "nog komen"),
        ({"klant": "Peter", "tekst-nl": "Dag"}, "Kies eerst een of meer klanten"),  # somebody else's client
    ],
)
async def test_what_is_not_complete_comes_back_as_it_was(
    house: House, noor: Writer, fields: dict[str, str], says: str
) -> None:
    """Nothing is sent, nothing typed is lost, and the page says what to do."""
    ids = {"Samira": house.samira.id, "Peter": house.other.id}
    filled = {f"klant-{ids[value]}" if name == "klant" else name: value for name, value in fields.items()}
    answer = await noor.post("/voorbeeld", **filled)
    assert answer.status_code == 422
    assert says in answer.text
    assert fields.get("tekst-nl", "") in answer.text
    assert (await noor.post("", **filled)).status_code == 422


async def test_a_filter_chooses_who_misses_a_month(house: House, noor: Writer) -> None:
    """«Loonstrook van oktober ontbreekt» ticks who has none of October, and nobody else."""
    people = await move_in_many(house)
    async with house.units.writing() as unit:
        await unit.ledger.set(people["Elif"].id, datetime(2026, 10, 1).date(), "confirmed", "LS", None, house.at)
    page = (await noor.browser.get("/desk/berichten/nieuw?toon=months&maand=2026-10")).text
    ticked = set(re.findall(r'name="klant-(\w+)" value="1" checked', page))
    assert people["Samira"].id in ticked
    assert people["Elif"].id not in ticked
    everybody = (await noor.browser.get("/desk/berichten/nieuw")).text
    assert not re.search(r'name="klant-\w+" value="1" checked', everybody)


async def test_the_client_gets_the_step_as_a_button(house: House, noor: Writer) -> None:
    """And always a way to answer the caseworker."""
    people = await move_in_many(house)
    await noor.sends(people["Samira"], ask="payslip")
    await noor.passes(minutes=2)
    async with house.units.writing() as unit:
        (row,) = await unit.outbox.claim(5, house.at, house.at + timedelta(minutes=1))
        assert await unit.cases.open_of_client(house.samira.id) is None  # the bot goes on answering
    assert [button["action"] for line in row.payload["buttons"] for button in line] == ["menu:payslip", "menu:person"]


async def test_a_bsn_in_the_text_is_named_before_it_leaves(house: House, noor: Writer) -> None:
    """As when one writes to one client."""
    text = "Dag {name}, je nummer is 123456782."
    await move_in_many(house)
    answer = await noor.post("/voorbeeld", **{f"klant-{house.samira.id}": "1", "tekst-nl": text})
    assert "Er staat een BSN in je tekst" in answer.text


async def _delivered_photos(house: House) -> str:
    """A paper of October with two photos."""
    page = {"order": 1, "file": "f1", "sha256": "0", "kind": "payslip", "reason": None, "pictures": [], "hint": None}
    delivery = {"key": "m1", "pages": [page, {**page, "order": 2, "sha256": "1"}], "asked_again": False}
    return await house.keep_paper("f1", "confirmed", {"delivery": delivery})


async def test_a_better_photo_is_asked_with_a_button_for_that_page(house: House, noor: Writer) -> None:
    """In the client's language; a question that waits for an answer goes on waiting."""
    await house.open_case()
    paper = await _delivered_photos(house)
    fields = {"csrf": noor.csrf, "paper": paper, "page": "2", "why": "cut_off"}
    answer = await noor.browser.post(f"/desk/klant/{house.samira.id}/betere-foto", data=fields)
    assert answer.status_code == 303
    house.later(seconds=20)
    async with house.units.writing() as unit:
        (row,) = await unit.outbox.claim(5, house.at, house.at + timedelta(minutes=1))
        case = await unit.cases.open_of_client(house.samira.id)
    assert "bladzijde 2 van je loonstrook van oktober 2026" in row.payload["text"]
    assert row.payload["buttons"][0][0]["action"] == f"ask:page:{paper}:2"
    assert case
    assert case.waiting_since


@pytest.mark.parametrize("wrong", [{"page": "3"}, {"page": "x"}, {"why": "lelijk"}, {"paper": "f1"}])
async def test_a_page_that_is_not_there_is_not_asked(house: House, noor: Writer, wrong: dict[str, str]) -> None:
    """Nothing is sent, and the page says so."""
    fields = {"csrf": noor.csrf, "paper": await _delivered_photos(house), "page": "2", "why": "dark", **wrong}
    answer = await noor.browser.post(f"/desk/klant/{house.samira.id}/betere-foto", data=fields)
    assert answer.status_code == 422
    assert "Deze bladzijde bestaat niet" in answer.text
    assert await house.outbox() == []
