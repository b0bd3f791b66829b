"""What Telegram says of a message becomes one of our three answers."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.errors import TOPIC_GONE, Refused, SendError, TryAgain, Uncertain
from bot.messages import Picture, Reply
from bot.playground.app import playground
from bot.telegram_app.gateway import Gateway
from tests.playground.playground_phone import TOKEN, Phone, served


async def no_file(file_id: str) -> bytes:
    raise FileNotFoundError


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with served(playground(TOKEN, open_door=True)) as url, aiohttp.ClientSession() as session:
        phone = Phone(session, url)
        await phone.act(7001, "start")
        yield phone


@pytest.fixture
async def gateway(phone: Phone) -> AsyncIterator[Gateway]:
    made = Gateway(TOKEN, phone.url, no_file)
    await made.start()
    yield made
    await made.stop()


async def shown(phone: Phone) -> list[str]:
    return [message["text"] for message in await phone.messages(7001)][1:]


@pytest.mark.parametrize(
    ("kind", "error", "reason", "arrived"),
    [
        ("reset_before", Uncertain, "connection_lost", 0),
        ("reset_after", Uncertain, "connection_lost", 1),
        ("500", TryAgain, "network", 0),
        ("429", TryAgain, "rate", 0),
    ],
)
async def test_trouble_of_the_channel_is_named(
    gateway: Gateway, phone: Phone, kind: str, error: type[SendError], reason: str, arrived: int
) -> None:
    """A connection that broke after writing leaves doubt; everything else does not."""
    await phone.trouble(kind=kind, method="sendMessage", times=1, retry_after=7)
    with pytest.raises(error) as caught:
        await gateway.send(7001, Reply("Komt dit aan?"), None)
    assert caught.value.reason == reason
    if isinstance(caught.value, TryAgain) and reason == "rate":
        assert caught.value.seconds == 7
    assert len(await shown(phone)) == arrived


async def test_nobody_there_is_no_doubt(phone: Phone) -> None:
    """Nothing was written: try again."""
    away = Gateway(TOKEN, "http://127.0.0.1:9", no_file)
    with pytest.raises(TryAgain):
        await away.send(7001, Reply("a"), None)
    await away.stop()


async def test_a_client_who_blocked_the_bot_is_known(gateway: Gateway, phone: Phone) -> None:
    """Refused, and the client is marked."""
    await phone.act(7001, "block", blocked=True)
    with pytest.raises(Refused) as caught:
        await gateway.send(7001, Reply("a"), None)
    assert caught.value.blocked


async def test_an_edit_takes_the_place_of_a_message(gateway: Gateway, phone: Phone) -> None:
    """Its id stays; the same edit again is no trouble."""
    number = await gateway.send(7001, Reply("Bezig"), None)
    assert [await gateway.send(7001, Reply("Klaar"), number) for _ in range(2)] == [number, number]
    assert await shown(phone) == ["Klaar"]


async def test_an_edit_of_a_message_that_is_gone_still_says_it(gateway: Gateway, phone: Phone) -> None:
    """As a new message."""
    assert await gateway.send(7001, Reply("Klaar"), 999_999) != 999_999
    assert await shown(phone) == ["Klaar"]


async def test_a_file_comes_down_as_it_was_sent(gateway: Gateway, phone: Phone) -> None:
    """Byte for byte."""
    content = bytes(range(256)) * 99
    await phone.send_files(7001, [("loonstrook.pdf", content)])
    update = (await gateway.poll(0, ["message"]))[-1]
    assert await gateway.download(update["message"]["document"]["file_id"]) == content


async def test_topic_answer_and_silence_go_over_the_line(gateway: Gateway, phone: Phone) -> None:
    """And a topic that is not there has a reason of its own."""
    asked = await phone.send(7001, "Waar?")
    sent = await gateway.send(7001, Reply("Hier", answers=asked, silent=True, asks=True), None)
    (call,) = [one for one in await phone.log(7001) if one["method"] == "sendmessage"]
    assert (await phone.messages(7001))[-1]["reply_to"] == asked
    assert sent and call["outcome"] == "ok"
    await gateway.send(7001, Reply("Ook als het weg is", answers=999_999), None)
    with pytest.raises(Refused) as caught:
        await gateway.send(7001, Reply("Nergens", topic=4711), None)
    assert (caught.value.reason, caught.value.blocked) == (TOPIC_GONE, False)


async def test_a_bot_without_topics_makes_none(gateway: Gateway) -> None:
    """As getMe says; and the refusal is no error."""
    assert gateway.topics is False
    assert await gateway.make_topic(7001, "Samira") is None


async def test_a_voice_message_says_how_long_it_takes(phone: Phone) -> None:
    """So that the phone shows it before it is played."""

    async def sound(file_id: str) -> bytes:
        return b"OggS" + bytes(100)

    gateway = Gateway(TOKEN, phone.url, sound)
    await gateway.start()
    await gateway.send(7001, Reply("Luister maar.", picture=Picture("f1", "voice", "bestand.ogg", 42)), None)
    voice = (await phone.messages(7001))[-1]["voice"]
    await gateway.stop()
    assert voice["duration"] == 42
