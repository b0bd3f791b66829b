"""Kill -9 at random moments: nothing lost, nothing handled twice, and every duplicate explained."""

from __future__ import annotations

import asyncio
import random
import subprocess
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from bot.storage.database import Database, open_database
from bot.storage.encryption import key_ring
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits
from tests.databases import ENGINES, database_url
from tests.e2e.crowd import ANY_ANSWER, GUESTS, Crowd, settle
from tests.e2e.programs import TOKEN, StandIn, bury, free_port, kill, stand_in, start_bot
from tests.paper.payslips import sample_payslip

SEED = 20261125
UPDATES = 1000
KILLS = 8
KEPT = "SELECT COUNT(*) AS n FROM inbox"
SENT = "SELECT COUNT(*) AS n FROM outbox WHERE state = 'sent'"
SENDING = "SELECT COUNT(*) AS n FROM outbox WHERE state = 'sending'"
SENDS = ("sendmessage", "editmessagetext", "senddocument", "sendphoto")


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("engine", ENGINES)
async def test_a_bot_that_is_killed_again_and_again_loses_nothing(engine: str, tmp_path: Path) -> None:
    """Every update is handled once; replies come in order, none missing; a duplicate was under way at a kill."""
    async with database_url(engine, tmp_path) as url, stand_in(tmp_path / "stand-in.log") as telegram:
        database = await open_database(url)
        try:
            await migrate(database)
            await settle(StorageUnits(database, key_ring("", tmp_path)))
            document = await telegram.upload(8000, sample_payslip())
            await telegram.forget_updates()
            story = Story(database, telegram, url, tmp_path, Crowd(random.Random(SEED), document))
            await story.play()
            await story.check()
        finally:
            await database.close()


class Story:
    """One run: bursts, kills, and at the end the books."""

    def __init__(self, database: Database, telegram: StandIn, url: str, folder: Path, crowd: Crowd) -> None:
        self._database = database
        self._telegram = telegram
        self._crowd = crowd
        self._log = folder / "bot.log"
        self._chance = random.Random(SEED + 1)
        self._numbers: list[int] = []
        self._under_way: Counter[int] = Counter()  # outbox row -> at how many kills it was being sent
        self._environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": telegram.url,
            "TELEGRAM_WEBHOOK_URL": "",
            "DATABASE_URL": url,
            "DATA_DIR": str(folder),
            "LISTEN": f"127.0.0.1:{free_port()}",
            "SEND_PER_SECOND": "10000",
            "SEND_PER_CHAT_PER_SECOND": "1000",
        }

    async def play(self) -> None:
        """A burst, a kill somewhere in the middle of it, again; the last start works everything off."""
        bot = self._start()
        try:
            for _ in range(KILLS):
                await self._burst(UPDATES // (KILLS + 1))
                await self._some_way()
                await kill(bot)
                await self._note_what_was_under_way()
                bot = self._start()
            await self._burst(UPDATES - len(self._numbers))
            await self._until_quiet()
        finally:
            bury(bot)

    def _start(self) -> subprocess.Popen[bytes]:
        return start_bot(self._environment, self._log)

    async def _burst(self, count: int) -> None:
        self._numbers += await self._telegram.inject(self._crowd.updates(count))

    async def _some_way(self) -> None:
        """Until the bot keeps something of this burst, or has sent something, and a random while longer; or
        until messages are under way, and a moment longer."""
        question, longest = self._chance.choice(((KEPT, 0.3), (SENT, 0.3), (SENDING, 0.01), (SENDING, 0.01)))
        before = 0 if question is SENDING else await self._count(question)
        async with asyncio.timeout(150):
            while await self._count(question) == before:
                await asyncio.sleep(0.005)
        await asyncio.sleep(longest * self._chance.random())

    async def _note_what_was_under_way(self) -> None:
        await asyncio.sleep(0.2)  # a server that lost its client ends what it was doing
        self._under_way.update(row["seq"] for row in await self._rows("SELECT seq FROM outbox WHERE state = 'sending'"))

    async def _until_quiet(self) -> None:
        open_rows = (
            "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'open') "
            "+ (SELECT COUNT(*) FROM jobs WHERE state IN ('open', 'running')) "
            "+ (SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending')) AS n"
        )
        updates = "SELECT COUNT(*) AS n FROM inbox WHERE source LIKE 'telegram:%'"
        async with asyncio.timeout(150):
            while await self._count(updates) < UPDATES or await self._count(open_rows):
                await asyncio.sleep(0.1)

    async def _rows(self, sql: str) -> list[Any]:
        async with self._database.reading() as transaction:
            return list(await transaction.fetch(sql))

    async def _count(self, sql: str) -> int:
        return int((await self._rows(sql))[0]["n"])

    async def check(self) -> None:
        """The inbox, then each chat's messages against the outbox and against what it was owed."""
        inbox = await self._rows("SELECT source, state FROM inbox WHERE source LIKE 'telegram:%'")
        assert sorted(row["source"] for row in inbox) == sorted(f"telegram:{number}" for number in self._numbers)
        everything = await self._rows("SELECT state FROM inbox UNION ALL SELECT state FROM jobs")
        assert {row["state"] for row in everything} == {"done"}
        accepted = await self._accepted()
        duplicates = 0
        by_chat = defaultdict(list)
        for row in await self._rows("SELECT seq, chat_id, state, message_id FROM outbox ORDER BY seq"):
            by_chat[row["chat_id"]].append(row)
        assert set(accepted) == set(by_chat)
        for chat, rows in by_chat.items():
            seen, again = self._without_duplicates(rows, accepted[chat])
            duplicates += again
            if chat in GUESTS:
                owed = self._crowd.owed(chat)
                assert [got if want != ANY_ANSWER else want for want, got in zip(owed, seen, strict=True)] == owed
        print(
            f"\n{self._database.engine}: {UPDATES} updates, {KILLS} kills, {sum(map(len, accepted.values()))} accepted "
            f"calls, {duplicates} duplicates; {sum(self._under_way.values())} sends were under way at kills"
        )

    async def _accepted(self) -> dict[int, list[dict[str, Any]]]:
        found: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for call in await self._telegram.calls():
            if call["method"].lower() in SENDS and call["outcome"] == "ok":
                found[call["chat_id"]].append(call)
        return found

    def _without_duplicates(self, rows: list[Any], calls: list[dict[str, Any]]) -> tuple[list[str], int]:
        """The texts in the order of the outbox, and how many calls were accepted but not written down.

        A row is tried again before any later row of its chat, so its duplicates stand right before it.
        """
        texts, duplicates, place = [], 0, 0
        for row in rows:
            assert row["state"] == "sent"
            earlier = 0
            while row["message_id"] not in calls[place]["message_ids"]:
                assert calls[place]["text"] == self._recorded(row, calls[place:])["text"]
                earlier, place = earlier + 1, place + 1
            texts.append(calls[place]["text"])
            place += 1
            assert earlier <= self._under_way[row["seq"]], "a duplicate that no kill explains"
            duplicates += earlier
        assert place == len(calls), "a message that no row of the outbox asked for"
        return texts, duplicates

    @staticmethod
    def _recorded(row: Any, calls: list[dict[str, Any]]) -> dict[str, Any]:
        found = [call for call in calls if row["message_id"] in call["message_ids"]]
        assert found, "a row says sent, but Telegram never accepted it"
        return found[0]
