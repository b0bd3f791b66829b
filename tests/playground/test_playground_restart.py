"""What a restart keeps."""

from __future__ import annotations

from pathlib import Path

import aiohttp

from bot.playground.app import playground
from bot.playground.counters import Counter, clock_number
from tests.playground.playground_phone import TOKEN, Phone, served


async def test_a_restart_keeps_chats_files_updates_and_numbers(tmp_path: Path) -> None:
    """The state file holds all, the folder beside it the bytes; only the owner may read it."""
    state = tmp_path / "state.json"
    content = b"%PDF-1.4 proef"
    async with aiohttp.ClientSession() as session:
        async with served(playground(TOKEN, state_file=state)) as url:
            phone = Phone(session, url)
            await phone.send_files(7001, [("a.pdf", content)], **{"as": "document"})
            _, sent = await phone.raw("sendMessage", chat_id=7001, text="Gekregen")
            _, before = await phone.raw("getUpdates")
        async with served(playground(TOKEN, state_file=state)) as url:
            phone = Phone(session, url)
            shown = await phone.messages(7001)
            assert shown[1]["text"] == "Gekregen"
            async with session.get(url + shown[0]["document"]["url"]) as answer:
                assert await answer.read() == content
            assert (await phone.raw("getUpdates"))[1] == before
            assert await phone.send(7001, "Verder") > sent["result"]["message_id"]
    assert state.stat().st_mode & 0o077 == 0


async def test_a_damaged_state_file_is_a_fresh_start(tmp_path: Path) -> None:
    """The playground starts anyway."""
    state = tmp_path / "state.json"
    state.write_text("{half", encoding="utf-8")
    async with aiohttp.ClientSession() as session, served(playground(TOKEN, state_file=state)) as url:
        assert await Phone(session, url).messages(7001) == []


async def test_without_an_open_door_only_the_six_exist(tmp_path: Path) -> None:
    """A number that nobody has is not a person."""
    async with aiohttp.ClientSession() as session, served(playground(TOKEN)) as url:
        assert await Phone(session, url).act(5, "send", text="x") == {"ok": False, "error": "unknown_client"}


def test_numbers_go_on_after_what_was_given_or_the_clock() -> None:
    """Whichever is higher, and small enough for every reader of JSON."""
    assert Counter(last=2**50).next() == 2**50 + 1
    assert clock_number() <= Counter(last=5).next() < 2**52
