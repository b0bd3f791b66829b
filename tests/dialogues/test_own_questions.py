"""«Mijn vragen en papieren»: the client sees where things stand, and decides about own questions."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot import clock
from bot.desk_app.caseload import read_caseload
from bot.handoff.case import Case
from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined
from tests.dialogues.test_papers import OK
from tests.dialogues.test_person import BEZWAAR, _asked, _closes, _replies
from tests.paper.payslips import sample_payslip

OWN = "📋 Mijn vragen en papieren"


async def _own(person: Person) -> str:
    await person.says("🔒 Mijn gegevens")
    return await person.presses(OWN)


async def _number(person: Person) -> str:
    case = await person.case()
    assert case is not None
    return case.number


async def _last(person: Person) -> Case:
    client = await person.client()
    assert client is not None
    async with person.door.parts.units.reading() as unit:
        return (await unit.cases.of_client(client.id))[0]


async def _closed(person: Person, door: Door) -> str:
    """A question that was asked, and closed by the caseworker; its number."""
    await _asked(person)
    number = await _number(person)
    await _closes(person, door)
    await person.waits()
    return number


async def test_who_asked_nothing_reads_that_there_is_nothing(samira: Person) -> None:
    """No empty page, and a person one tap away."""
    await _own(samira)
    assert "geen vragen" in samira.hears
    assert "geen papieren" in samira.hears
    assert samira.buttons == ["👤 Mijn klantmanager"]


async def test_an_open_question_says_who_has_it_and_until_when(samira: Person, door: Door) -> None:
    """First waiting, then answered."""
    await _asked(samira)
    await _own(samira)
    assert "«\u2068Mag ik een dag later komen?\u2069»" in samira.hears
    assert "Karin Verzonnen heeft je vraag. Je krijgt hier antwoord, uiterlijk" in samira.hears
    await _replies(samira, door, "Dat is goed hoor.")
    await _own(samira)
    assert "Karin Verzonnen heeft geantwoord" in samira.hears


async def test_a_late_answer_is_said_honestly(samira: Person, door: Door) -> None:
    """After the promised day nothing is promised again, and nobody has to ask twice."""
    await _asked(samira)
    case = await _last(samira)
    async with door.unit() as unit:
        await unit.cases.answered(case.id)
        await unit.cases.client_waits(case.id, clock.now() - timedelta(days=20))
        await unit.cases.move(case.id, "substitute", None, clock.now())
    await _own(samira)
    assert "later dan beloofd" in samira.hears
    assert "niet opnieuw te sturen" in samira.hears
    assert "Een collega van Karin Verzonnen" in samira.hears


async def test_papers_say_where_they_stand(samira: Person, door: Door) -> None:
    """It waits for the client, then for the caseworker, then it is checked."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=86_001)))
    await _own(samira)
    assert "wacht op jou" in samira.hears
    (paper,) = await samira.papers()
    await samira.presses(f"👀 Kijk {paper.number} na")
    await samira.presses(OK)
    await _own(samira)
    assert f"Loonstrook van oktober 2026: ontvangen. Je klantmanager kijkt hem nog na. Nummer {paper.number}" in (
        samira.hears
    )
    async with door.unit() as unit:
        (month,) = await unit.ledger.of_client(paper.client_id)
        await unit.ledger.set(paper.client_id, month.month, "checked", paper.number, paper.id, clock.now())
    await _own(samira)
    assert "nagekeken door je klantmanager" in samira.hears


async def test_a_question_that_is_not_needed_any_more_is_closed_and_the_caseworker_sees_why(
    samira: Person, door: Door
) -> None:
    """Closed as withdrawn, said in the conversation; after that the bot answers again."""
    await _asked(samira)
    number = await _number(samira)
    await _own(samira)
    await samira.presses(f"✖️ {number} is niet meer nodig")
    assert f"vraag {number} is gesloten" in samira.hears
    case = await _last(samira)
    assert (case.state, case.outcome) == ("closed", "withdrawn")
    async with door.parts.units.reading() as unit:
        entries = await unit.thread.of_client(case.client_id)
    assert f"Vraag {number} is niet meer nodig." in [entry.body for entry in entries if entry.author == "client"]
    await samira.says(BEZWAAR)
    assert "Was dit duidelijk?" in samira.hears
    await _own(samira)
    assert "Je hebt deze vraag ingetrokken op" in samira.hears


async def _in_need(person: Person) -> Case:
    """Said something that is an emergency, and withdrew it."""
    await person.says("ik wil dood")
    case = await _last(person)
    await _own(person)
    await person.presses(f"✖️ {case.number} is niet meer nodig")
    return case


async def test_an_emergency_can_be_withdrawn_but_does_not_disappear(samira: Person, door: Door) -> None:
    """Somebody else may hold the phone: it stays on top of the list until the caseworker has looked and closed it."""
    number = (await _in_need(samira)).number
    assert f"vraag {number} is ingetrokken. Er was haast bij." in samira.hears
    karin, case = await door.caseworker(), await _last(samira)
    async with door.parts.units.reading() as unit:
        load = await read_caseload(unit, karin, door.parts.house.policy, clock.now())
    on_top = [row.case.number for row in load.rows if row.group == "crisis" and row.case]  # others are in need too
    assert number in on_top and load.rows[0].group == "crisis"
    assert (case.state, case.withdrawn_at is not None) == ("open", True)
    await _own(samira)
    assert "Je hebt deze vraag ingetrokken op" in samira.hears
    assert f"✖️ {number} is niet meer nodig" not in samira.buttons
    await samira.says(BEZWAAR)
    assert "Was dit duidelijk?" in samira.hears
    before = len(samira.known)
    await _closes(samira, door)
    await samira.waits()
    assert len(samira.known) == before, "who withdrew a question hears nothing of its end"
    assert ((await _last(samira)).state, (await _last(samira)).outcome) == ("closed", "withdrawn")


async def test_who_is_asked_how_it_goes_after_withdrawing_answers_the_caseworker(samira: Person, door: Door) -> None:
    """And not the bot; it stays marked as withdrawn until it is closed, but now somebody waits again."""
    await _in_need(samira)
    await _replies(samira, door, "Gaat het goed met je?")
    await samira.waits()
    await asyncio.sleep(1)  # Telegram counts in whole seconds
    await samira.says("ja hoor, het gaat weer")
    assert "Doorgegeven aan Karin Verzonnen." in samira.hears
    case = await _last(samira)
    assert (case.withdrawn_at is not None, case.waiting_since is not None, case.only_looked_at) == (True, True, False)


async def test_who_withdrew_an_emergency_can_go_on_with_it(samira: Person) -> None:
    """By the button, and by words that are an emergency again: the same question, and somebody waits."""
    number = (await _in_need(samira)).number
    await samira.presses(f"↩️ Verder met {number}")
    case = await _last(samira)
    assert (case.number, case.withdrawn_at, case.waiting_since is not None) == (number, None, True)
    await _own(samira)
    await samira.presses(f"✖️ {number} is niet meer nodig")
    assert (await _last(samira)).withdrawn_at
    await samira.says("ik wil dood")
    case = await _last(samira)
    assert (case.number, case.withdrawn_at, case.urgency) == (number, None, "urgent")


async def test_something_can_be_added(samira: Person, door: Door) -> None:
    """Also when the bot was asked to answer in between."""
    await _asked(samira)
    number = await _number(samira)
    await samira.says("❓ Stel een vraag")
    await _own(samira)
    await samira.presses(f"➕ Iets toevoegen aan {number}")
    assert f"leest het bij vraag {number}" in samira.hears
    await samira.says(BEZWAAR)
    assert "Was dit duidelijk?" not in samira.hears
    case = await _last(samira)
    async with door.parts.units.reading() as unit:
        entries = await unit.thread.of_client(case.client_id)
    assert [entry.case_id for entry in entries if entry.body == BEZWAAR] == [case.id]


async def test_a_closed_question_goes_on_within_seven_days(samira: Person, door: Door) -> None:
    """The same case with the same caseworker, and the client waits again."""
    number = await _closed(samira, door)
    await samira.says("👤 Mijn klantmanager")
    await samira.presses(f"↩️ Verder met {number}")
    assert f"Vraag {number} is weer open bij Karin Verzonnen" in samira.hears
    case = await samira.case()
    assert case is not None
    assert (case.number, case.state, case.outcome) == (number, "open", None)
    assert case.waiting_since is not None
    await samira.says("En wat nu met mijn huur?")
    assert samira.hears == "Doorgegeven aan Karin Verzonnen."


async def test_after_seven_days_a_question_stays_closed(samira: Person, door: Door) -> None:
    """An old button says so and leads to a person."""
    number = await _closed(samira, door)
    case = await _last(samira)
    async with door.unit() as unit:
        await unit.transaction.execute(
            "UPDATE cases SET closed_at = $2 WHERE id = $1",
            case.id,
            clock.text(clock.now() - timedelta(days=7, hours=1)),
        )
    await _own(samira)
    assert "Klaar sinds" in samira.hears
    assert f"↩️ Verder met {number}" not in samira.buttons
    await samira.forges(f"own:again:{case.id}")
    assert "langer dan zeven dagen klaar" in samira.hears
    assert "👤 Mijn klantmanager" in samira.buttons
    assert await samira.case() is None


async def test_with_another_question_open_the_old_one_joins_it(samira: Person, door: Door) -> None:
    """One conversation with a person, not two."""
    await _closed(samira, door)
    old = await _last(samira)
    await _asked(samira, "Een heel andere vraag")
    number = await _number(samira)
    await samira.forges(f"own:again:{old.id}")
    assert f"Je vraag {number} is nog open" in samira.hears
    assert await _number(samira) == number


@pytest.mark.parametrize(("said", "kept"), [("Ja, dit hielp", "yes"), ("Nee, nog niet", "no")])
async def test_after_closing_the_client_is_asked_whether_it_helped(
    samira: Person, door: Door, said: str, kept: str
) -> None:
    """The answer is kept once, for the caseworker."""
    await _closed(samira, door)
    assert "Heeft dit je geholpen?" in samira.hears
    await samira.presses(said)
    assert (await _last(samira)).helped == kept


async def test_who_was_not_helped_goes_on_and_is_not_asked_again(samira: Person, door: Door) -> None:
    """«Nee» reopens the same case; closing it a second time asks nothing."""
    number = await _closed(samira, door)
    await samira.says("nee")
    await samira.presses(f"↩️ Verder met {number}")
    assert await _number(samira) == number
    await _closes(samira, door)
    await samira.waits()
    assert "heeft je vraag afgerond" in samira.hears
    assert "geholpen" not in samira.hears


async def test_who_was_not_helped_may_also_leave_it(samira: Person, door: Door) -> None:
    """No means no: nothing opens by itself."""
    await _closed(samira, door)
    await samira.presses("Nee, nog niet")
    await samira.presses("Nee, laat maar")
    assert "laten we het zo" in samira.hears
    assert await samira.case() is None


@pytest.mark.parametrize("typed", ["ja", "Ja hoor, dank je!", "👍", "evet"])
async def test_a_typed_yes_says_that_the_answer_was_clear(samira: Person, typed: str) -> None:
    """Nobody has to find the button."""
    await samira.says(BEZWAAR)
    await samira.says(typed)
    assert samira.hears.startswith("Mooi.")
    assert await samira.case() is None


@pytest.mark.parametrize("typed", ["nee", "Nee, niet echt.", "nie"])
async def test_a_typed_no_brings_the_question_to_the_caseworker(samira: Person, typed: str) -> None:
    """As if the button was pressed."""
    await samira.says(BEZWAAR)
    await samira.says(typed)
    case = await samira.case()
    assert case is not None
    assert case.reason == "unclear"


async def test_a_no_counts_for_the_last_question_of_the_bot_only(samira: Person) -> None:
    """After something else was said, «nee» is no answer to it any more."""
    await samira.says(BEZWAAR)
    await samira.says("❓ Stel een vraag")
    await samira.says("nee")
    assert await samira.case() is None


async def test_a_yes_beside_an_open_case_keeps_nobody_waiting(samira: Person, door: Door) -> None:
    """The caseworker answered; «ja» was for the bot."""
    await _asked(samira)
    await _replies(samira, door, "Dat is goed hoor.")
    await samira.says("❓ Stel een vraag")
    await samira.says(BEZWAAR)
    await samira.says("ja")
    case = await samira.case()
    assert case is not None
    assert case.waiting_since is None


async def test_what_a_passer_by_asked_is_not_kept_for_a_yes(passer_by: Person, door: Door) -> None:
    """Yes and no work for everybody, and no topic is kept of who is not joined."""
    await passer_by.starts()
    await passer_by.presses("Nederlands")
    await passer_by.says(BEZWAAR)
    async with door.unit() as unit:
        conversation = await unit.conversations.of_chat(passer_by.chat_id)
    assert conversation.asked == "clear:"
    await passer_by.says("nee")
    assert "Bel met de gemeente" in passer_by.hears


async def test_a_button_of_somebody_elses_question_does_nothing(samira: Person, door: Door) -> None:
    """An id in a forged button opens and closes nothing."""
    await _asked(samira)
    case = await _last(samira)
    other = await joined(door, "Emma Proefpersoon")
    for action in ("own:stop", "own:add", "own:again", "helped:no"):
        await other.forges(f"{action}:{case.id}")
        assert "Deze knop werkt niet meer" in other.hears
    assert (await _last(samira)).state == "open"


async def test_a_client_with_a_new_phone_takes_the_questions_along(samira: Person, door: Door) -> None:
    """The old account reads nothing any more."""
    await _asked(samira)
    number, client = await _number(samira), await samira.client()
    assert client is not None
    code = await door.invite_again(client)
    phone = Person(door, next(door.chat_ids))
    await phone.starts(code)
    await _own(phone)
    assert number in phone.hears
    await _own_refused(samira)


async def _own_refused(person: Person) -> None:
    await person.says("🔒 Mijn gegevens")
    assert OWN not in person.buttons
    await person.forges("own:")
    assert "V-" not in person.hears
