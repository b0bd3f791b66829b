"""The letter helper: from «Ik heb een brief» to what to do, before when, and a reminder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot import clock
from bot.deadlines.objection import objection_term
from bot.deadlines.wording import day_label
from bot.language import AMSTERDAM, translator
from tests.answers.letters.written import LETTERS
from tests.dialogues.person import Person, joined
from tests.dialogues.test_deadlines import moment_comes, reminders
from tests.dialogues.test_papers import photo
from tests.paper.payslips import sample_payslip

DUTCH = translator("nl")
HAVE, BACK, PERSON = "📄 Ik heb een brief", "‹ Terug", "👤 Vraag het aan mijn klantmanager"
TAX, WPI, UWV = (
    "Belastingdienst (blauwe envelop)",
    "Gemeente Amsterdam (WPI) (drie rode kruisjes)",
    "UWV (blauwe letters UWV)",
)
NO_DAY, SKIP = "Er staat geen datum op", "Sla over"
HEADS = ["Wat betekent het?", "Wat doe je eerst?", "Vóór wanneer?", "Als je niets doet", "Wie kun je bellen?"]
OBJECTION = {(sender, kind): text for sender, kind, _, text in LETTERS}


def today() -> date:
    """The day of the client."""
    return clock.now().astimezone(AMSTERDAM).date()


async def turned_to(person: Person, label: str) -> None:
    """Turn pages until the kind is there, and press it."""
    while label not in person.buttons:
        await person.presses("Meer soorten ›")
    await person.presses(label)


async def test_buttons_all_the_way_to_a_reminder(samira: Person) -> None:
    """Sender, kind, day, amount; then the answer, and a promise that is kept."""
    await samira.says("Ik heb een brief")
    assert {TAX, WPI, UWV, "Iemand anders", "Ik weet het niet", PERSON} <= set(samira.buttons)
    await samira.presses(WPI)
    await turned_to(samira, "Bijstand terugbetalen")
    assert "Bijstand terugbetalen (Gemeente Amsterdam (WPI))" in samira.hears
    sent = today() - timedelta(days=2)
    await samira.presses(day_label(DUTCH, sent))
    assert "Welk bedrag" in samira.hears
    await samira.says("612,40")
    last_day = objection_term(sent).last_day
    (heard,) = samira.news
    assert [head for head in HEADS if head in heard.bold] == HEADS
    assert DUTCH.day(last_day) in heard.bold
    assert "€ 612,40" in heard.text and "020 252 6000" in heard.text
    assert await samira.case() is None
    week = last_day - timedelta(days=7)
    await samira.presses(f"🔔 Een week ervoor: {day_label(DUTCH, week)}")
    (kept,) = await reminders(samira)
    assert (kept.kind, kept.last_day) == ("bezwaar", last_day)
    assert kept.about == "Bijstand terugbetalen (Gemeente Amsterdam (WPI))"
    await moment_comes(samira)
    assert "Bijstand terugbetalen (Gemeente Amsterdam (WPI))" in samira.hears


async def test_the_answer_about_letters_has_the_button(samira: Person) -> None:
    """Under the article, and on from there to the article of the kind of letter."""
    await samira.forges("t:brief-begrijpen")
    await samira.presses(HAVE)
    await samira.presses(TAX)
    await turned_to(samira, "Mijn btw-nummers")
    (heard,) = samira.news
    assert "Vóór wanneer?" not in heard.text  # nothing to do before a day
    assert "Wat doe je eerst?" in heard.bold
    topic = next(label for label in heard.buttons if label not in (PERSON, "📄 Nog een brief"))
    await samira.presses(topic)
    assert "Was dit duidelijk?" in samira.hears
    await samira.presses("📄 Nog een brief")
    assert "Van wie is je brief?" in samira.hears


async def test_typing_instead_of_tapping(samira: Person) -> None:
    """Each question takes words as well; a slip is asked again once."""
    await samira.says("Ik heb een brief van de belastingdienst")
    await samira.says("de aanmaning")
    assert "Voor welke datum moet je betalen?" in samira.hears
    day = today() + timedelta(days=20)
    await samira.says("31-31")
    assert "Die datum begrijp ik niet" in samira.hears
    await samira.says(DUTCH.short_day(day))
    await samira.says("12,3,4")
    assert "Dit bedrag begrijp ik niet" in samira.hears
    await samira.says("318 euro")
    assert DUTCH.day(day) in samira.hears and "€ 318,00" in samira.hears
    assert "Aanmaning van de Belastingdienst" in samira.hears


async def test_a_day_and_an_amount_may_be_missing(samira: Person) -> None:
    """Then what is true of every such letter is said."""
    await samira.forges("letter:kind:gemeente:terugvordering")
    await samira.presses(NO_DAY)
    await samira.presses(SKIP)
    assert "zes weken na de dag waarop de brief is verstuurd" in samira.hears
    assert not [label for label in samira.buttons if "🔔" in label]


async def test_a_pasted_letter_is_recognised_and_what_it_says_is_offered(samira: Person) -> None:
    """Its day and its amount are buttons; the client says whether it is right."""
    await samira.says(OBJECTION["toeslagen", "terugvordering"])
    assert "Dit lijkt op een brief van Dienst Toeslagen: «Toeslag terugbetalen»" in samira.hears
    assert samira.buttons == ["Ja, dat klopt", "Nee, iets anders", "Nee, van iemand anders", PERSON]
    await samira.presses("Ja, dat klopt")
    await samira.presses("✅ 18 december 2026")
    await samira.presses("€ 287,00")
    assert "€ 287,00" in samira.hears and "18 december 2026" in samira.hears
    assert await samira.case() is None


async def test_a_pasted_letter_of_another_kind_after_all(samira: Person) -> None:
    """No, something else: all kinds of that sender; no, of somebody else: all senders."""
    await samira.says(OBJECTION["uwv", "maatregel"])
    await samira.presses("Nee, iets anders")
    assert "WW is goedgekeurd" in samira.buttons
    await samira.says(OBJECTION["uwv", "maatregel"])
    await samira.presses("Nee, van iemand anders")
    assert TAX in samira.buttons


async def test_a_letter_pasted_in_the_middle_begins_anew(samira: Person) -> None:
    """It answers no question about another letter."""
    await samira.forges("letter:kind:gemeente:terugvordering")
    await samira.says(OBJECTION["svb", "kinderbijslag"])
    assert "Dit lijkt op een brief van SVB" in samira.hears


async def test_an_urgent_letter_goes_to_the_caseworker_with_haste(samira: Person) -> None:
    """What to do is said before the questions; at the end there is an urgent case, once."""
    await samira.forges("letter:kind:gemeente:beeindiging")
    assert "⚠️ Deze brief heeft haast." in samira.hears
    day = today() - timedelta(days=1)
    await samira.says("gisteren")
    assert "Ik waarschuw Karin Verzonnen nu ook" in samira.hears
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.urgency) == ("letter", "urgent")
    assert case.subject == f"Brief van Gemeente Amsterdam (WPI), Bijstand stopt, datum {DUTCH.short_day(day)}"
    assert case.number in samira.hears
    last_day = objection_term(day).last_day - timedelta(days=7)
    await samira.presses(f"🔔 Een week ervoor: {day_label(DUTCH, last_day)}")
    (kept,) = await reminders(samira)
    assert kept.about == "Bijstand stopt (Gemeente Amsterdam (WPI))"


async def test_another_day_of_the_same_urgent_letter_warns_nobody_again(samira: Person) -> None:
    """The case is there already."""
    await samira.forges("letter:kind:incasso:dagvaarding")
    await samira.presses(NO_DAY)
    await samira.presses(SKIP)
    assert "Ik waarschuw" in samira.hears
    await samira.forges(f"letter:day:printed:{today() + timedelta(days=9)}")
    assert "Ik waarschuw" not in samira.hears and "Welk bedrag" in samira.hears


async def test_a_payslip_with_a_question_under_it_stays_a_payslip(samira: Person) -> None:
    """What was read goes before the words."""
    await samira.sends(("strook.pdf", sample_payslip(net_cents=87_590)), text="wat betekent dit")
    assert "Dit lees ik op je loonstrook" in samira.hears
    assert "Van wie is je brief?" not in samira.hears


async def test_a_letter_that_cannot_be_opened_is_still_talked_about(samira: Person) -> None:
    """Why it could not be taken; then the questions."""
    await samira.sends(("brief.pdf", b"zomaar iets"), text="brief")
    assert "Van wie is je brief?" in samira.hears
    assert await samira.papers() == []


async def test_a_picture_that_was_taken_for_a_payslip_may_be_a_letter(samira: Person) -> None:
    """One button under the question about the month."""
    await samira.sends(("foto.jpg", photo(133)), kind="photo")
    await samira.presses("Ja, laat een mens kijken")
    assert "Over welke maand" in samira.hears
    await samira.presses("📄 Dit is een brief")
    assert TAX in samira.buttons
    (paper,) = await samira.papers()
    assert paper.reading["letter"] is True


async def test_somebody_who_is_not_linked_gets_the_helper_and_nothing_is_kept(passer_by: Person) -> None:
    """No reminder and no case, but the same answer; a photo is not kept."""
    await passer_by.says("Ik heb een brief van het UWV")
    await passer_by.presses("WW is afgewezen")
    await passer_by.says("gisteren")
    day = objection_term(today() - timedelta(days=1)).last_day
    assert DUTCH.day(day) in passer_by.hears and "Zet deze dag in je telefoon" in passer_by.hears
    assert not [label for label in passer_by.buttons if "🔔" in label]
    async with passer_by.door.parts.units.reading() as unit:
        conversation = await unit.conversations.of_chat(passer_by.chat_id)
    assert (conversation.step, conversation.draft) == ("", {})
    await passer_by.presses(PERSON)
    assert "nog niet gekoppeld" in passer_by.hears
    await passer_by.sends(("1.jpg", photo(5)), ("2.jpg", photo(6)), kind="photo", text="brief")
    assert passer_by.hears.count("Je foto bewaar ik niet") == 1
    assert "persoonlijke uitnodiging" not in passer_by.hears
    assert TAX in passer_by.buttons


async def test_a_step_back_is_possible_at_each_question(samira: Person) -> None:
    """From the amount to the day, the kind and the sender."""
    await samira.forges("letter:kind:gemeente:boete")
    await samira.says("gisteren")
    assert "Welk bedrag" in samira.hears
    await samira.presses(BACK)
    assert "Wanneer is je brief verstuurd?" in samira.hears
    await samira.presses(BACK)
    assert "Waar gaat hij over?" in samira.hears
    await samira.presses(BACK)
    assert "Van wie is je brief?" in samira.hears


async def test_who_does_not_know_gets_help(samira: Person) -> None:
    """The sender or the kind is unknown: where to look, who reads along, and a person with the letter."""
    await samira.forges("letter:new")
    await samira.presses("Ik weet het niet")
    assert "op de envelop" in samira.hears and "Buurtteam" in samira.hears
    await samira.presses(BACK)
    await samira.presses("Iemand anders")
    assert "Typ een paar woorden" in samira.hears
    await samira.presses(BACK)
    await samira.presses(UWV)
    await samira.presses("Ik weet het niet")
    assert "besluit" in samira.hears and "UWV" in samira.hears
    await samira.presses(PERSON)
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.subject) == ("asked", "Brief van UWV")


async def test_words_of_the_letter_find_the_kind(samira: Person) -> None:
    """After «Iets anders»; words that are not known are answered too."""
    await samira.forges("letter:sender:uwv")
    await samira.presses("Iets anders")
    assert "Betreft" in samira.hears
    await samira.says("blauwe kaas")
    assert "Die woorden ken ik nog niet" in samira.hears
    await samira.presses("Iets anders")
    await samira.says("oproep spreekuur")
    assert "Uitnodiging van UWV" in samira.hears


async def test_the_calendar_of_a_letter_turns_in_the_same_message(samira: Person) -> None:
    """For a day that is printed on it."""
    await samira.forges("letter:kind:uwv:informatie")
    (page,) = samira.news
    await samira.presses("›")
    (turned,) = samira.news
    assert (turned.id, turned.edited) == (page.id, True)
    await samira.presses("15")
    next_month = (today().replace(day=1) + timedelta(days=31)).replace(day=15)
    assert f"De datum in je brief is {DUTCH.day(next_month)}" in samira.hears


async def test_days_that_cannot_be_and_days_that_are_past(samira: Person) -> None:
    """A letter of tomorrow is asked again; a term that is over gets what still helps."""
    await samira.forges("letter:kind:gemeente:heronderzoek")
    await samira.says(DUTCH.short_day(today() - timedelta(days=3)))
    assert "is al voorbij" in samira.hears
    await samira.forges("letter:kind:gemeente:toekenning")
    await samira.says(DUTCH.short_day(today() + timedelta(days=2)))
    assert "is nog niet geweest" in samira.hears
    await samira.says(DUTCH.short_day(today() - timedelta(days=90)))
    await samira.presses(SKIP)
    assert "Misschien kun je toch nog iets doen" in samira.hears
    assert samira.door.parts.house.library.title("bezwaar-te-laat") in samira.buttons


async def test_a_crisis_in_the_middle_goes_first_and_the_step_goes_on(samira: Person) -> None:
    """Then the day is still taken."""
    await samira.forges("letter:kind:gemeente:toekenning")
    await samira.says("Ik heb geen eten meer voor mijn kinderen")
    assert "☎️" in samira.hears
    await samira.says("gisteren")
    assert "Welk bedrag" in samira.hears


async def test_a_question_or_the_menu_in_the_middle_ends_the_step(samira: Person) -> None:
    """As everywhere in the house; the buttons above still work."""
    await samira.forges("letter:kind:gemeente:toekenning")
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert "Was dit duidelijk?" in samira.hears or "Bedoel je een van deze?" in samira.hears
    await samira.forges("letter:kind:gemeente:toekenning")
    await samira.says("/menu")
    await samira.presses(day_label(DUTCH, today()))
    assert "Je laatste dag om bezwaar te maken" in samira.hears


@pytest.mark.parametrize(
    "action",
    [
        "letter:",
        "letter:x",
        "letter:sender:niemand",
        "letter:kind:uwv:niets",
        "letter:page:uwv:x",
        "letter:page:uwv:999",
        "letter:day:bezwaar:2026-99-99",
        "letter:day:x",
        "letter:month:bezwaar:1999-01",
        "letter:cents:12",
        "letter:cents:x",
        "letter:nocents:uwv",
        "letter:noday:a:b",
        "letter:photo:",
        "letter:photo:x",
        "letter:unsure:x",
        "letter:other:x",
        "letter:person:uwv:niets",
        "letter:nothing",
    ],
)
async def test_old_and_odd_buttons_are_answered(passer_by: Person, action: str) -> None:
    """Whatever the list of letters has become."""
    await passer_by.says("Hallo")
    await passer_by.forges(action)
    assert bool(passer_by.hears) != (action == "letter:nothing")


async def test_in_another_language_the_dutch_text_is_said_to_be_dutch(samira: Person) -> None:
    """The helper works; the texts are not there yet."""
    person = await joined(samira.door, "Ahmed Voorbeeld", "en")
    await person.says("I got a letter from UWV")
    assert "WW is goedgekeurd" in person.buttons
    await person.presses("WW is goedgekeurd")
    await person.says("yesterday")
    await person.forges("letter:nocents:uwv:ww_toekenning")
    assert "UWV heeft beslist dat je WW krijgt" in person.hears
