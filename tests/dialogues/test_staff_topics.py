"""Where Telegram has topics in private chats: one for each client, and never a message in the wrong one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest_asyncio

from bot import clock
from bot.handoff import owning
from bot.storage.keeping import Keeping
from tests.dialogues.colleague import Colleague, asks, client_of, colleague
from tests.dialogues.door import Door
from tests.dialogues.person import Person
from tests.playground.playground_phone import Phone

ANSWER = "Ja, kom maar vrijdag."


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def _topics(door: Door) -> AsyncIterator[None]:
    """The bot of these tests may make topics; getMe says so."""
    for allowed in (True, False):
        door.stand_in.world.bot.topics = allowed
        await door.parts.gateway.bot.get_me()
        if allowed:
            yield


async def test_each_client_has_a_topic_with_the_own_name(door: Door) -> None:
    """The first notice makes it, the next ones come in it."""
    karin, samira = await _with_question(door)
    topic = _topic_of(karin, "Samira Voorbeeld")
    assert karin.card.text.startswith("📥 Samira Voorbeeld heeft een vraag.")
    assert karin.card.topic == topic
    await karin.phone.presses("Lees hier")
    assert {heard.topic for heard in karin.phone.news} == {topic}
    await samira.says("Ben je er?")
    await karin.phone.waits()
    assert (karin.card.text[:1], karin.card.topic) == ("💬", topic)
    assert list(_topics_of(karin).values()) == ["Samira Voorbeeld"]


async def test_what_is_written_in_the_topic_is_for_that_client(door: Door) -> None:
    """Without answering a card; shown first in the same topic, under the words."""
    karin, samira = await _with_question(door)
    piotr = await client_of(door, karin, "Piotr Testman")
    await asks(piotr)
    await karin.phone.waits()
    topic = _topic_of(karin, "Samira Voorbeeld")
    await karin.phone.says(ANSWER, topic=topic)
    (preview,) = karin.phone.news
    assert preview.text == f"Dit gaat naar Samira Voorbeeld:\n\n{ANSWER}"
    assert (preview.topic, preview.under) == (topic, karin.phone.last_own_id)
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await samira.waits()
    await piotr.waits()
    assert samira.hears == f"👤 {karin.staff.name}:\n{ANSWER}"
    assert piotr.news == []


async def test_outside_a_topic_of_a_client_nothing_goes_anywhere(door: Door) -> None:
    """Beside the topics, and in one that the member of staff made."""
    karin, samira = await _with_question(door)
    await karin.phone.says(ANSWER)
    assert "Schrijf in het onderwerp van de klant" in karin.phone.hears
    own = door.stand_in.world.message_ids.next()
    door.stand_in.world.chats[karin.phone.chat_id].topics[own] = "Boodschappen"
    await karin.phone.says(ANSWER, topic=own)
    assert "dit onderwerp is niet van een klant" in karin.phone.hears
    assert [heard.topic for heard in karin.phone.news] == [own]
    await samira.waits()
    assert samira.news == []


async def test_a_card_of_another_client_answered_in_a_topic_goes_to_nobody(door: Door) -> None:
    """Topic and card do not agree: a doubt is a no."""
    karin, _samira = await _with_question(door)
    card = karin.card
    piotr = await client_of(door, karin, "Piotr Testman")
    await asks(piotr)
    await karin.phone.waits()
    await karin.phone.says(ANSWER, topic=_topic_of(karin, "Piotr Testman"), reply_to=card.id)
    assert "van twee klanten" in karin.phone.hears
    assert "Stuur naar" not in "".join(karin.phone.buttons)


async def test_a_topic_that_was_deleted_is_said_and_comes_back(door: Door) -> None:
    """The notice is not lost, and is in no other topic."""
    karin, samira = await _with_question(door)
    await karin.phone.presses("Lees hier")
    piotr = await client_of(door, karin, "Piotr Testman")
    await asks(piotr)
    await karin.phone.waits()
    await karin.phone._act("delete_topic", topic=_topic_of(karin, "Samira Voorbeeld"))
    await samira.says("Ben je er?")
    await karin.phone.waits()
    told = next(heard for heard in karin.phone.news if "bestaat niet meer" in heard.text)
    assert (told.topic, told.text.startswith("Het onderwerp van Samira Voorbeeld")) == (None, True)
    fresh = _topic_of(karin, "Samira Voorbeeld")
    assert (karin.card.text[:1], karin.card.topic) == ("🔁", fresh)
    assert [h.topic for h in karin.phone.news if "Samira" in h.text] == [None, fresh]


async def test_an_emergency_comes_at_once_when_its_topic_was_deleted(door: Door) -> None:
    """It does not wait for a new one, and is no less urgent."""
    karin, samira = await _with_question(door)
    await karin.phone._act("delete_topic", topic=_topic_of(karin, "Samira Voorbeeld"))
    await samira.says("ik wil niet meer leven")
    await karin.phone.waits()
    assert karin.card.text.startswith("🔴 Spoed: Samira Voorbeeld.")
    assert karin.card.topic is None


async def test_a_reply_whose_topic_is_deleted_before_the_preview_goes_to_nobody(door: Door) -> None:
    """The member of staff hears it beside the topics; there is no button that sends."""
    karin, samira = await _with_question(door)
    topic = _topic_of(karin, "Samira Voorbeeld")
    async with aiohttp.ClientSession() as session:
        phone = Phone(session, door.url)
        await phone.trouble(kind="429", chat_id=karin.phone.chat_id, method="sendMessage", times=1)
        await phone.act(karin.phone.chat_id, "send", text=ANSWER, topic=topic)
        await phone.act(karin.phone.chat_id, "delete_topic", topic=topic)
    await karin.phone.waits()
    assert "is naar niemand gestuurd" in karin.phone.hears
    assert not [label for label in karin.phone.buttons if label.startswith("Stuur naar")]
    await samira.waits()
    assert samira.news == []


async def test_where_no_topic_can_be_made_the_card_comes_without(door: Door) -> None:
    """Telegram refuses: a card that can be answered is good as well."""
    karin = await colleague(door)
    samira = await client_of(door, karin)
    door.stand_in.world.bot.topics = False  # the bot still believes that it may
    await asks(samira)
    await karin.phone.waits()
    assert karin.card.topic is None
    await karin.answers(karin.card, ANSWER)
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await samira.waits()
    assert ANSWER in samira.hears


async def test_a_client_who_was_handed_over_leaves_no_topic_behind(door: Door) -> None:
    """The new caseworker has one now, and the old one has none."""
    karin, samira = await _with_question(door)
    omar, client = await colleague(door, "Omar Verzonnen"), await samira.client()
    assert client is not None
    async with door.unit() as unit:
        await owning.hand_over(unit, karin.staff, [client], omar.staff, "Verhuisd.", clock.now())
    await omar.phone.waits()
    assert (_topics_of(karin), list(_topics_of(omar).values())) == ({}, ["Samira Voorbeeld"])
    assert omar.card.text.startswith("🤝 Samira Voorbeeld is nu jouw klant.")


async def test_unlinking_takes_the_topics_away(door: Door) -> None:
    """No name of a client stays in an account that is not linked."""
    karin, _samira = await _with_question(door)
    await karin.phone.says("/stop")
    assert _topics_of(karin) == {}
    assert "ontkoppeld van de werkbank" in karin.phone.hears


async def test_erasing_a_client_takes_the_topic_away(door: Door) -> None:
    """As the command does it, while the bot runs."""
    karin, samira = await _with_question(door)
    client = await samira.client()
    assert client is not None
    async with door.unit() as unit:
        await Keeping(unit.transaction, door.parts.units.keys).erase_client(client.id)
    await karin.phone.waits()
    assert _topics_of(karin) == {}


async def _with_question(door: Door) -> tuple[Colleague, Person]:
    karin = await colleague(door)
    samira = await client_of(door, karin)
    await asks(samira)
    await karin.phone.waits()
    return karin, samira


def _topics_of(karin: Colleague) -> dict[int, str]:
    return karin.phone.door.stand_in.world.chats[karin.phone.chat_id].topics


def _topic_of(karin: Colleague, name: str) -> int:
    return next(topic for topic, known in _topics_of(karin).items() if known == name)
