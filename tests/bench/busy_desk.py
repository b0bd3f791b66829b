"""A busy house with invented people: a year of messages, papers and months for each client of each caseworker."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from bot.clients.caseworker import Staff
from bot.identifiers import new_id
from bot.messages import Reply
from bot.storage.units import StorageUnit

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
FIRST = ("Amal", "Bo", "Cem", "Dina", "Emre", "Fatou", "Gul", "Hana", "Ivo", "Jill", "Kofi", "Lena", "Milan", "Nadia")
LAST = ("Voorbeeld", "Proef", "Verzonnen", "Oefening", "Test", "Bedacht", "Fictief", "Denkbeeld")
ASKED = (
    "Krijg ik minder bijstand als ik meer uren werk?",
    "Ik heb een brief gekregen over terugbetalen en ik snap hem niet. Kunt u mij helpen?",
    "Mijn loonstrook is nog niet gekomen, mijn baas zegt volgende week.",
    "Mag mijn afspraak op vrijdag?",
)


async def fill(unit: StorageUnit, staff: Staff, clients: int, talk: int, dice: random.Random) -> None:
    """`clients` people with `talk` messages each, half of them answered, spread over a year."""
    for number in range(clients):
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)} {number:02}"
        joined = NOON - timedelta(days=dice.randrange(60, 360))
        client = await unit.clients.add(name, dice.choice(("nl", "tr", "ar", "en")), staff.id, joined)
        chat = dice.randrange(10**9, 10**12)
        await unit.clients.link(client.id, chat, NOON - timedelta(hours=dice.randrange(1, 900)))
        await unit.clients.consent(client.id, joined)
        await _talk(unit, client.id, staff, chat, talk, dice)
        await _papers(unit, client.id, joined, dice)
        if dice.random() < 0.35:
            await _open(unit, client.id, staff.id, dice)


async def _talk(unit: StorageUnit, client_id: str, staff: Staff, chat: int, talk: int, dice: random.Random) -> None:
    for number in range(talk):
        at = NOON - timedelta(days=300 * (talk - number) / talk, minutes=dice.randrange(600))
        who = ("client", "bot", "client", "staff", "note")[number % 5]
        words = dice.choice(ASKED) if who == "client" else "Dank je wel. Ik kijk ernaar en je hoort het van mij. " * 3
        said_by = staff.id if who in ("staff", "note") else None
        entry = await unit.thread.add(client_id, who, words, at, staff_id=said_by)
        if who in ("bot", "staff"):
            await unit.outbox.put(chat, Reply(words), at, client_id=client_id, thread_id=entry)
    failed = dice.random() < 0.06
    await unit.transaction.execute(
        "UPDATE outbox SET state = 'sent', attempts = 1, payload = NULL, finished_at = due_at WHERE client_id = $1",
        client_id,
    )
    if failed:
        await unit.transaction.execute(
            "UPDATE outbox SET state = 'failed', reason = 'network' WHERE seq = "
            "(SELECT MAX(seq) FROM outbox WHERE client_id = $1)",
            client_id,
        )


async def _papers(unit: StorageUnit, client_id: str, joined: datetime, dice: random.Random) -> None:
    month = joined.date().replace(day=1)
    while month < date(2026, 11, 1):
        after = (month + timedelta(days=32)).replace(day=1)
        if dice.random() < 0.9:
            at = datetime.combine(after, datetime.min.time(), UTC)
            sure = 1.0 if dice.random() < 0.95 else 0.3
            amounts = {"net_cents": 84_512, "paid_cents": 84_512, "gross_cents": 99_000}
            reading = {"employer": "Bakkerij Verzonnen", **amounts, "confidence": {"net_cents": sure}}
            file_id = new_id()
            await unit.files.add(file_id, client_id, "pdf", 1000, new_id() * 2, at)
            state = "for_human" if dice.random() < 0.03 else "confirmed"
            paper = await unit.papers.add(client_id, "pdf", state, 1, file_id, new_id() * 2, reading, at, month)
            checked = month < date(2026, 10, 1) or dice.random() < 0.5
            if state == "confirmed":
                kept = "checked" if checked else "confirmed"
                await unit.ledger.set(client_id, month, kept, paper.number, paper.id, at)
        month = after


async def _open(unit: StorageUnit, client_id: str, staff_id: str, dice: random.Random) -> None:
    at = NOON - timedelta(hours=dice.randrange(1, 90))
    urgent = "urgent" if dice.random() < 0.08 else "normal"
    reason = "crisis" if urgent == "urgent" else "asked"
    case = await unit.cases.open(client_id, staff_id, reason, dice.choice(ASKED), at, urgent)
    if dice.random() < 0.2:
        await unit.cases.answered(case.id)
