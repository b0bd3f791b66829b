"""Who answers: handing over, colleagues, being away, what is late, and nobody without anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.answers.library import Library
from bot.desk_app.app import desk_app
from bot.desk_app.knowledge import Knowledge
from bot.handoff import owning
from bot.handoff.access import sight_of
from bot.handoff.case import Case
from bot.handoff.desk import ActRefused
from bot.handoff.presence import STAYS
from bot.policy import AMSTERDAM, read_policy
from bot.work.watching import WatchClock

from .house import House, csrf_in

POLICY = read_policy()
EVENING = datetime(2026, 11, 27, 17, 0, tzinfo=UTC)  # Friday: two working days after Wednesday are over


async def consented(house: House) -> None:
    async with house.units.writing() as unit:
        await unit.clients.consent(house.samira.id, house.at)
        found = await unit.clients.by_id(house.samira.id)
    assert found
    house.samira = found


async def watch(house: House) -> dict[str, int]:
    return await WatchClock(house.units, POLICY, house.wake, house.now).look()


async def news(house: House) -> list[str]:
    """What is on its way to Samira, by its name."""
    async with house.units.writing() as unit:
        rows = await unit.inbox.claim(50, house.at)
        await unit.inbox.done([row.seq for row in rows], house.at)
        more = await unit.inbox.claim(50, house.at)
        await unit.inbox.done([row.seq for row in more], house.at)
    return [row.payload["asked"]["what"] for row in (*rows, *more)]


async def the_case(house: House) -> Case:
    async with house.units.reading() as unit:
        case = await unit.cases.open_of_client(house.samira.id)
    assert case
    return case


async def sees(house: House, name: str) -> bool:
    async with house.units.reading() as unit:
        client = await unit.clients.by_id(house.samira.id)
        assert client
        return (await sight_of(unit, house.staff[name], house.at)).sees(client)


async def test_handing_over_moves_client_case_and_sight_and_tells_the_client(house: House) -> None:
    """The note is for the colleague; the old caseworker sees this client no more."""
    await consented(house)
    await house.open_case()
    browser = await house.signed_in("Noor")
    csrf = csrf_in((await browser.get("/desk/overdragen")).text)
    fields = {"csrf": csrf, f"klant-{house.samira.id}": "1", "whom": house.staff["Bas"].id, "text": "Belt liever."}
    assert (await browser.post("/desk/overdragen", data=fields)).status_code == 303
    assert (await the_case(house)).caseworker_id == house.staff["Bas"].id
    assert not await sees(house, "Noor")
    page = (await (await house.signed_in("Bas")).get(f"/desk/klant/{house.samira.id}")).text
    assert "Overgedragen aan Bas. Belt liever." in page
    assert await news(house) == ["handed_over"]
    assert await house.outbox() == []  # nothing of the note is on its way


@pytest.mark.parametrize(
    ("whom", "text", "says"),
    [("Ilse", "Let op", "Kies een collega"), ("", "Let op", "Kies een collega"), ("Bas", " ", "Schrijf eerst")],
)
async def test_a_handing_over_that_is_not_complete_changes_nothing(
    house: House, whom: str, text: str, says: str
) -> None:
    """To a caseworker, and with a note."""
    browser = await house.signed_in("Noor")
    csrf = csrf_in((await browser.get("/desk/overdragen")).text)
    fields = {"csrf": csrf, f"klant-{house.samira.id}": "1", "text": text}
    fields["whom"] = house.staff[whom].id if whom else ""
    answer = await browser.post("/desk/overdragen", data=fields)
    assert answer.status_code == 422
    assert says in answer.text
    assert await sees(house, "Noor")


async def test_a_colleague_sees_the_question_and_not_the_client(house: House) -> None:
    """And the answer is a note that the caseworker reads; the client gets nothing of either."""
    await house.open_case("Krijg ik minder bijstand?")
    browser = await house.signed_in("Noor")
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    asked = {"csrf": csrf, "whom": house.staff["Ilse"].id, "text": "Telt reisgeld mee?"}
    assert (await browser.post(f"{address}/vraag-collega", data=asked)).status_code == 303
    async with house.units.reading() as unit:
        (consult,) = await unit.consults.open_of(house.staff["Ilse"].id)
    colleague = await house.signed_in("Ilse")
    page = (await colleague.get(f"/desk/collega/{consult.id}")).text
    assert "Telt reisgeld mee?" in page
    assert "Samira" not in page
    assert house.samira.number not in page
    said = {"csrf": csrf_in(page), "text": "Nee, niet als het echt reisgeld is."}
    assert (await colleague.post(f"/desk/collega/{consult.id}", data=said)).status_code == 303
    assert (await colleague.post(f"/desk/collega/{consult.id}", data=said)).status_code == 422
    page = (await browser.get(address)).text
    assert page.count("Nee, niet als het echt reisgeld is.") == 1
    assert "Notitie van Ilse" in page
    assert await house.outbox() == []


async def test_a_substitute_has_access_on_the_days_of_absence_only(house: House) -> None:
    """And the client is told when it begins and when it is over, once."""
    await consented(house)
    noor, bas = house.staff["Noor"], house.staff["Bas"]
    async with house.units.writing() as unit:
        await owning.be_away(unit, noor, bas, date(2026, 11, 26), date(2026, 11, 27), house.at)
    heard = []
    for day in range(25, 30):
        house.at = datetime(2026, 11, day, 12, 0, tzinfo=UTC)
        await watch(house)
        await watch(house)
        heard.append((await sees(house, "Bas"), await news(house)))
    assert heard == [(False, []), (True, ["away"]), (True, []), (False, ["back"]), (False, [])]


@pytest.mark.parametrize(
    ("whom", "first", "last", "why"),
    [
        ("Ilse", 26, 27, "whom"),
        ("Noor", 26, 27, "whom"),
        ("Bas", 24, 27, "days"),
        ("Bas", 27, 26, "days"),
        ("Bas", 28, 29, "away"),
    ],
)
async def test_a_substitute_who_cannot_is_refused(house: House, whom: str, first: int, last: int, why: str) -> None:
    """No consultant, not oneself, no days that are past or the wrong way round, nobody who is away as well."""
    async with house.units.writing() as unit:
        cees, bas = house.staff["Cees"], house.staff["Bas"]
        await owning.be_away(unit, bas, cees, date(2026, 11, 29), date(2026, 12, 1), house.at)
        days = date(2026, 11, first), date(2026, 11, last)
        with pytest.raises(ActRefused) as refused:
            await owning.be_away(unit, house.staff["Noor"], house.staff[whom], *days, house.at)
    assert refused.value.why == why


async def test_back_earlier_ends_the_access_at_once(house: House) -> None:
    """From the page, and not for somebody else's absence."""
    async with house.units.writing() as unit:
        days = date(2026, 11, 25), date(2026, 11, 30)
        absence = await owning.be_away(unit, house.staff["Noor"], house.staff["Bas"], *days, house.at)
    assert await sees(house, "Bas")
    browser = await house.signed_in("Noor")
    csrf = csrf_in((await browser.get("/desk/afwezig")).text)
    await browser.post("/desk/afwezig/terug", data={"csrf": csrf, "absence": absence.id})
    assert not await sees(house, "Bas")


async def test_what_is_late_goes_to_the_substitute_and_then_to_the_team(house: House) -> None:
    """Visibly, with a line to the client; nothing moves before the promised time is over."""
    await consented(house)
    await house.open_case()
    async with house.units.writing() as unit:
        await unit.absences.name_substitute(house.staff["Noor"].id, house.staff["Bas"].id)
    house.at = EVENING - timedelta(hours=2)
    assert await watch(house) == {"substitute": 0, "team": 0, "without_owner": 0}
    house.at = EVENING
    assert (await watch(house))["substitute"] == 1
    assert (await watch(house))["substitute"] == 0
    assert await news(house) == ["late"]
    assert await sees(house, "Bas")
    assert "ligt bij de vervanger" in (await (await house.signed_in("Noor")).get("/desk/")).text
    house.at = EVENING + timedelta(days=3)
    assert (await watch(house))["team"] == 1
    assert await news(house) == ["team"]
    assert not await sees(house, "Bas")
    assert await sees(house, "Noor")


async def test_a_case_of_the_team_is_taken_by_one(house: House) -> None:
    """Names and words show only after taking; the second who presses hears that a colleague was first."""
    await consented(house)
    case = await house.open_case("Krijg ik minder bijstand?")
    house.at = EVENING
    assert (await watch(house))["team"] == 1  # nobody was named
    bas, cees = await house.signed_in("Bas"), await house.signed_in("Cees")
    page = (await bas.get("/desk/")).text
    assert "Krijg ik minder" not in page
    assert "Samira" not in page
    csrf = csrf_in(page)
    assert (await bas.post(f"/desk/team/{case}", data={"csrf": csrf})).status_code == 303
    second = await cees.post(f"/desk/team/{case}", data={"csrf": csrf_in((await cees.get("/desk/")).text)})
    assert second.status_code == 409
    assert await sees(house, "Bas")
    assert not await sees(house, "Cees")
    assert (await news(house))[-1] == "taken"


async def test_at_night_nobody_is_told_and_nothing_moves(house: House) -> None:
    """It waits until the quiet hours are over."""
    await consented(house)
    await house.open_case()
    house.at = datetime(2026, 11, 27, 22, 0, tzinfo=UTC)
    assert await watch(house) == {}
    house.at = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)
    assert (await watch(house))["team"] == 1


@pytest.mark.parametrize("how", ["left", "moved"])
async def test_no_open_case_is_without_an_owner(house: House, how: str) -> None:
    """Who left leaves it to the team; a case that stayed behind follows its client."""
    await consented(house)
    await house.open_case()
    async with house.units.writing() as unit:
        if how == "left":
            await unit.staff.set_active(house.staff["Noor"].id, False)
        else:
            await unit.clients.hand_over([house.samira.id], house.staff["Bas"].id)
    house.later(minutes=5)
    assert (await watch(house))["without_owner"] == 1
    assert (await watch(house))["without_owner"] == 0
    case = await the_case(house)
    assert (case.stage, case.caseworker_id == house.staff["Bas"].id) == (
        ("team", False) if how == "left" else ("own", True)
    )


async def test_a_referral_is_the_contact_card_with_its_address_as_a_button(house: House) -> None:
    """Number and address come from content/help.yaml, never from a form."""
    await house.open_case()
    knowledge = Knowledge.of(Library.load(AMSTERDAM.parent.parent), lambda _: ())
    house.app = desk_app(house.units, house.files, house.now, house.wake, knowledge=knowledge)
    browser = await house.signed_in("Noor")
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    assert (await browser.post(f"{address}/verwijs", data={"csrf": csrf, "service": "iets"})).status_code == 422
    assert (await browser.post(f"{address}/verwijs", data={"csrf": csrf, "service": "buurtteam"})).status_code == 303
    ((_, text),) = await house.outbox()
    assert "Hier kunnen ze je hiermee helpen: Buurtteam Amsterdam." in text
    assert "https://www.buurtteamamsterdam.nl" in text


async def test_two_people_in_one_case_see_each_other(house: House) -> None:
    """As long as both have it open, and nobody sees only oneself."""
    async with house.units.writing() as unit:
        days = date(2026, 11, 25), date(2026, 11, 30)
        await owning.be_away(unit, house.staff["Noor"], house.staff["Bas"], *days, house.at)
    address = f"/desk/klant/{house.samira.id}"
    noor, bas = await house.signed_in("Noor"), await house.signed_in("Bas")
    assert "nu ook open" not in (await noor.get(address)).text
    assert "Noor heeft deze klant nu ook open" in (await bas.get(address)).text
    assert "Bas heeft deze klant nu ook open" in (await noor.get(address)).text
    house.later(seconds=STAYS.total_seconds())
    assert "nu ook open" not in (await noor.get(address)).text


async def test_presence_is_news_once(house: House) -> None:
    """Who comes to an empty page is no news; a second one is, until gone."""
    noor, bas = house.staff["Noor"].id, house.staff["Bas"].id

    async def came(staff_id: str) -> bool:
        async with house.units.writing() as unit:
            return await unit.presences.came(house.samira.id, staff_id, house.at)

    assert [await came(noor), await came(bas), await came(bas), await came(noor)] == [False, True, False, False]
    house.later(seconds=STAYS.total_seconds() + 1)
    assert [await came(bas), await came(noor)] == [False, True]


async def test_colleagues_on_different_replicas_see_each_other(house: House) -> None:
    """Two programs on one database: what one knows of open pages the other knows too."""
    await consented(house)
    async with house.units.writing() as unit:
        today = house.at.date()
        await unit.absences.add(house.staff["Noor"].id, house.staff["Bas"].id, today, today, house.at)
    address = f"/desk/klant/{house.samira.id}"
    noor = await house.signed_in("Noor")
    await noor.get(address)
    house.app = desk_app(house.units, house.files, house.now, house.wake)
    bas = await house.signed_in("Bas")
    assert "Noor heeft deze klant nu ook open" in (await bas.get(address)).text
    assert "Bas heeft deze klant nu ook open" in (await noor.get(address)).text
