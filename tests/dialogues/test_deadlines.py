"""Last days: from an answer to a day, a term, and a reminder that comes once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot import clock
from bot.deadlines.objection import objection_term
from bot.deadlines.reminder import Reminder
from bot.deadlines.terms import likely_days, work_out
from bot.deadlines.wording import day_label
from bot.language import AMSTERDAM, translator
from bot.work.reminding import ReminderClock
from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined

WORK_OUT = "📅 Reken mijn laatste dag uit"
DUTCH = translator("nl")


def today() -> date:
    """The day of the client."""
    return clock.now().astimezone(AMSTERDAM).date()


def week_before(last_day: date) -> str:
    """The first button for a reminder."""
    return f"🔔 Een week ervoor: {day_label(DUTCH, last_day - timedelta(days=7))}"


async def reminders(person: Person) -> list[Reminder]:
    """What is promised."""
    client = await person.client()
    assert client is not None
    async with person.door.parts.units.reading() as unit:
        return list(await unit.reminders.waiting_of(client.id))


async def moment_comes(person: Person, *, late_days: int = 0) -> str:
    """The clock of the promise moves; the loop looks twice, as two processes would."""
    door, parts = person.door, person.door.parts
    async with door.unit() as unit:
        await unit.transaction.execute(
            "UPDATE reminders SET due_at = $1", clock.text(clock.now() - timedelta(minutes=1, days=late_days))
        )
    for _ in range(2):
        await ReminderClock(parts.units, parts.bells.ring_all, clock.now).look()
    return await person.waits()


async def promised(person: Person, sent: str = "gisteren") -> date:
    """Ask for the last day of an objection and for a reminder a week before; the last day."""
    await person.forges("term:ask:bezwaar")
    await person.says(sent)
    last_day = objection_term(today() - timedelta(days=1)).last_day
    await person.presses(week_before(last_day))
    return last_day


@pytest.mark.parametrize("slug", ["bezwaar-maken", "ww-aanvragen", "btw-aangifte-wanneer", "btw-kor"])
async def test_under_each_answer_about_a_term_the_last_day_can_be_worked_out(samira: Person, slug: str) -> None:
    """One tap under the answer, one on a day, and there is a weekday, a date and a reminder."""
    await samira.forges(f"t:{slug}")
    await samira.presses(WORK_OUT)
    await samira.presses(samira.buttons[0])
    (heard,) = samira.news
    (stands_out,) = heard.bold
    assert stands_out.split()[0] in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    assert "Controleer de datum" in heard.text
    assert "Doe het liever eerder" in heard.text or "Dat is vandaag" in heard.text
    assert "geen rechten" in heard.text


async def test_a_question_leads_to_the_last_day_and_a_reminder_that_comes_once(samira: Person) -> None:
    """The whole way."""
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    await samira.presses(WORK_OUT)
    assert "verstuurd" in samira.hears
    await samira.presses(day_label(DUTCH, today() - timedelta(days=2)))
    last_day = objection_term(today() - timedelta(days=2)).last_day
    assert DUTCH.day(last_day) in samira.hears
    await samira.presses(week_before(last_day))
    assert DUTCH.day(last_day - timedelta(days=7)) in samira.hears
    (kept,) = await reminders(samira)
    assert (kept.kind, kept.last_day) == ("bezwaar", last_day)
    await moment_comes(samira)
    (heard,) = samira.news
    assert heard.text.startswith("🔔 Hier is je herinnering.") and DUTCH.day(last_day) in heard.text
    assert "👤 Mijn klantmanager" in heard.buttons
    await moment_comes(samira)
    assert samira.news == []


@pytest.mark.parametrize("shape", ["{d}-{m}", "{d} {name}", "{d} {name} {y}", "{y}-{m:02}-{d:02}", "{d}/{m}/{y}"])
async def test_a_day_may_be_typed_as_people_do(samira: Person, shape: str) -> None:
    """In many ways."""
    day = today() - timedelta(days=20)
    name = DUTCH.short_day(day).split()[1]
    await samira.forges("term:ask:bezwaar")
    await samira.says(shape.format(d=day.day, m=day.month, y=day.year, name=name))
    assert DUTCH.day(day) in samira.hears
    assert DUTCH.day(objection_term(day).last_day) in samira.hears


async def test_the_calendar_turns_in_the_same_message(samira: Person) -> None:
    """Months are turned without new messages, and a day of last month can be tapped."""
    await samira.forges("term:ask:bezwaar")
    await samira.presses("Andere datum")
    (page,) = samira.news
    await samira.presses("‹")
    (turned,) = samira.news
    assert (turned.id, turned.edited) == (page.id, True)
    last_month = today().replace(day=1) - timedelta(days=1)
    assert DUTCH.month(last_month) in turned.buttons
    await samira.presses("·") if "·" in turned.buttons else None
    await samira.presses("28")
    assert DUTCH.day(last_month.replace(day=28)) in samira.hears


async def test_an_objection_that_is_too_late_gets_the_advice_and_the_way_to_a_person(samira: Person) -> None:
    """Not «too bad» but what still helps."""
    await samira.forges("term:ask:bezwaar")
    day = today() - timedelta(days=100)
    await samira.says(DUTCH.short_day(day))
    assert DUTCH.day(objection_term(day).last_day) in samira.hears
    assert "Stuur je bezwaar vandaag nog" in samira.hears
    assert "👤 Mijn klantmanager" in samira.buttons
    assert not any("🔔" in label for label in samira.buttons)


async def test_on_the_last_day_there_is_no_reminder_but_do_it_now(samira: Person) -> None:
    """A term that ends today, by a printed date."""
    await samira.forges(f"term:day:printed:{today()}")
    assert "Dat is vandaag. Doe het nu." in samira.hears
    assert samira.buttons == []


async def test_a_letter_of_tomorrow_is_asked_about_again(samira: Person) -> None:
    """A slip of the finger shows no wrong term."""
    await samira.forges("term:ask:bezwaar")
    await samira.says("morgen")
    assert "is nog niet geweest" in samira.hears
    await samira.says("vandaag")
    assert "Je laatste dag om bezwaar te maken" in samira.hears


async def test_what_is_no_day_is_asked_once_more_and_a_question_is_answered(samira: Person) -> None:
    """Nobody is caught in a step."""
    await samira.forges("term:ask:bezwaar")
    await samira.says("ergens vorige week")
    assert "Die datum begrijp ik niet" in samira.hears
    await samira.says("hoe lever ik mijn loonstrook in?")
    assert "datum" not in samira.hears and len(samira.buttons) > 1
    await samira.says("3-11")
    assert "laatste dag" not in samira.hears


async def test_who_does_not_know_the_day_is_one_tap_from_a_person(samira: Person) -> None:
    """And knows not to wait."""
    await samira.forges("term:ask:bezwaar")
    await samira.presses("Ik weet de datum niet")
    assert "doe het vandaag" in samira.hears
    assert "👤 Mijn klantmanager" in samira.buttons


async def test_crisis_words_come_first_and_the_step_goes_on(samira: Person) -> None:
    """The routes at once; the day can still be typed after it."""
    await samira.forges("term:ask:bezwaar")
    await samira.says("ik heb geen eten meer")
    assert "☎️" in samira.hears
    await samira.says("gisteren")
    assert "Je laatste dag om bezwaar te maken" in samira.hears


async def test_a_passer_by_gets_the_day_and_nothing_is_kept(passer_by: Person, door: Door) -> None:
    """Without joining there is no reminder, and a forged button asks for an invitation."""
    await passer_by.starts()
    await passer_by.forges("term:ask:bezwaar")
    await passer_by.says("gisteren")
    last_day = objection_term(today() - timedelta(days=1)).last_day
    assert DUTCH.day(last_day) in passer_by.hears
    assert "Zet deze dag in je telefoon" in passer_by.hears
    assert not any("🔔" in label for label in passer_by.buttons)
    await passer_by.forges(f"term:remind:bezwaar:{today() - timedelta(days=1)}:7")
    assert "uitnodiging" in passer_by.hears


async def test_a_reminder_can_be_cancelled_and_asked_for_twice(samira: Person) -> None:
    """Asking twice is one reminder; cancelling twice is answered; then it does not come."""
    last_day = await promised(samira)
    await samira.presses(week_before(last_day))
    assert len(await reminders(samira)) == 1
    await samira.presses("Toch geen herinnering")
    assert await reminders(samira) == []
    await samira.presses("Toch geen herinnering")
    assert "stuur ik niet meer" in samira.hears
    await moment_comes(samira)
    assert samira.news == []


async def test_my_data_lists_the_reminders_and_each_can_be_cancelled(samira: Person) -> None:
    """Also weeks later, when the first button is far up in the chat."""
    last_day = await promised(samira)
    await samira.says("🔒 Mijn gegevens")
    assert "Je herinneringen:" in samira.hears and DUTCH.short_day(last_day) in samira.hears
    await samira.presses(f"Geen herinnering op {day_label(DUTCH, last_day - timedelta(days=7))}")
    assert await reminders(samira) == []
    await samira.says("🔒 Mijn gegevens")
    assert "Je herinneringen" not in samira.hears


async def test_the_reminder_repeats_what_it_is_about(samira: Person, door: Door) -> None:
    """As a letter asks it: the words go along from the question to the reminder, and not to another term."""
    async with door.unit() as unit:
        conversation = await unit.conversations.of_chat(samira.chat_id)
        conversation.begin("term_day", term_kind="printed", term_about="de brief van UWV")
        await unit.conversations.keep(conversation, clock.now())
    day = today() + timedelta(days=30)
    await samira.says(DUTCH.short_day(day))
    await samira.forges(f"term:remind:printed:{day + timedelta(days=1)}:7")
    await samira.presses(week_before(day))
    assert [kept.about for kept in await reminders(samira)] == ["de brief van UWV", ""]
    await moment_comes(samira)
    assert "Het gaat over: de brief van UWV." in samira.hears


async def test_no_reminder_is_an_answer_too(samira: Person) -> None:
    """One kind word, nothing kept."""
    await samira.forges("term:ask:bezwaar")
    await samira.says("gisteren")
    await samira.presses("Geen herinnering")
    assert "geen herinnering" in samira.hears
    assert await reminders(samira) == []


async def test_stop_ends_the_reminders_and_says_so(samira: Person) -> None:
    """Who stops hears that the days must be written down; who comes back can ask again."""
    last_day = await promised(samira)
    await samira.says("/stop")
    assert "Ook je herinneringen" in samira.hears
    assert await reminders(samira) == []
    await samira.presses(week_before(last_day))
    assert "/start" in samira.hears
    assert await reminders(samira) == []
    await samira.starts()
    await samira.presses(week_before(last_day))
    assert len(await reminders(samira)) == 1


async def test_a_reminder_that_waited_for_the_client_is_honest_about_it(samira: Person, door: Door) -> None:
    """The client had blocked the bot; afterwards it comes, and says that the day is past."""
    await samira.forges("term:ask:printed")
    await samira.says(DUTCH.short_day(today() + timedelta(days=9)))
    await samira.presses(next(label for label in samira.buttons if "Een paar dagen" in label))
    (kept,) = await reminders(samira)
    past = work_out("printed", today() - timedelta(days=1))
    async with door.unit() as unit:
        await unit.reminders.cancel(kept.id)
        await unit.reminders.add(kept.client_id, past, "de brief van UWV", clock.now() - timedelta(days=3), clock.now())
    await samira.blocks()
    await moment_comes(samira, late_days=3)
    assert samira.news == []
    await samira.blocks(blocked=False)
    await moment_comes(samira, late_days=3)
    assert "komt te laat" in samira.hears and "de brief van UWV" in samira.hears


@pytest.mark.parametrize(
    "action",
    [
        "term:", "term:x", "term:ask:", "term:ask:x", "term:day:bezwaar:", "term:day:bezwaar:2026-02-30",
        "term:day:bezwaar:0001-01-01", "term:day:x:2026-11-23", "term:month:bezwaar:9999-12", "term:month:bezwaar:x",
        "term:remind:bezwaar:2026-01-01:3", "term:remind:bezwaar:x:7", "term:remind:x:2026-01-01:7",
        "term:remind:bezwaar:2020-01-01:7", "term:remind", "term:cancel", "term:cancel:bestaat-niet", "term:unknown:x",
    ],
)  # fmt: skip
async def test_an_old_or_strange_button_is_answered_kindly(samira: Person, action: str) -> None:
    """Buttons stay in a chat for years; none is met with silence or an error, and nothing is kept."""
    await samira.forges(action)
    assert samira.hears
    assert "ging bij mij iets mis" not in samira.hears
    assert await reminders(samira) == []


async def test_nobody_cancels_the_reminder_of_somebody_else(samira: Person, door: Door) -> None:
    """An id in a forged button opens nothing."""
    await promised(samira)
    (kept,) = await reminders(samira)
    other = await joined(door, "Emma Proefpersoon")
    await other.forges(f"term:cancel:{kept.id}")
    assert "Deze knop werkt niet meer" in other.hears
    assert await reminders(samira) == [kept]


async def test_the_likely_day_of_btw_is_the_quarter_that_is_due(samira: Person) -> None:
    """Paying comes before the return when the end is a weekend."""
    await samira.forges("term:ask:btw")
    await samira.presses(samira.buttons[0])
    term = work_out("btw", likely_days("btw", today())[0])
    assert DUTCH.day(term.act_by) in samira.hears and DUTCH.day(term.last_day) in samira.hears


async def test_in_english_the_step_understands_english(door: Door) -> None:
    """The sentences are in the client's language as far as translated; the day in any case."""
    emma = await joined(door, "Emma Proefpersoon", "en")
    await emma.forges("term:ask:bezwaar")
    day = today() - timedelta(days=20)
    await emma.says(translator("en").short_day(day))
    assert translator("en").day(objection_term(day).last_day) in emma.hears
