"""Writing first: who gets it and when, sending one, taking back what has not left.

A posting leaves by `post`: taking it and putting it in the outbox is one transaction, so nothing leaves twice.
It opens no case: the bot goes on answering, and a button brings the client to the caseworker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.clients.caseworker import Staff, StaffList
from bot.clients.client import Client, Clients
from bot.handoff.access import may_see
from bot.handoff.asking import buttons_of
from bot.handoff.mailing import LeftOut, Mailings, Planned
from bot.handoff.quiet import free_moment
from bot.handoff.tables import Tables
from bot.handoff.wording import from_caseworker
from bot.language import translator
from bot.messages import FROM_STAFF, Reply
from bot.policy import Policy

TO_STOP = timedelta(minutes=1)  # between «now» and leaving: time to see a mistake
TOO_LATE = timedelta(hours=24)  # after its moment a message says something that may not be true any more
MOST_CHARACTERS = 1500
FURTHEST = timedelta(days=60)


class PostingTables(Tables, Protocol):
    """The tables that writing first needs besides those of the desk."""

    @property
    def clients(self) -> Clients: ...
    @property
    def staff(self) -> StaffList: ...
    @property
    def mailings(self) -> Mailings: ...


def why_not(client: Client) -> LeftOut:
    """Why a message cannot, or may not, reach this client; empty when it can."""
    if client.state == "stopped":
        return "stopped"
    if client.chat_id is None or client.state == "invited":
        return "invited"
    if client.blocked_at is not None:
        return "blocked"
    return "" if client.consented_at else "no_consent"


def plan(
    clients: Sequence[Client],
    bodies: Mapping[str, str],
    wanted: datetime,
    policy: Policy,
    moments: Mapping[str, Sequence[datetime]],
) -> list[Planned]:
    """What each client gets and when. `bodies` and `moments` (of other messages) are by client id."""
    return [
        Planned(one.id, bodies[one.id], free_moment(policy, wanted, moments.get(one.id, ())), why_not(one))
        for one in clients
    ]


async def post(unit: PostingTables, posting_id: str, policy: Policy, at: datetime) -> bool:
    """Send one posting whose moment has come; False when it waits longer, is left out, or went before."""
    posting = await unit.mailings.posting(posting_id)
    mailing = await unit.mailings.by_id(posting.mailing_id) if posting else None
    client = await unit.clients.by_id(posting.client_id) if posting else None
    staff = await unit.staff.by_id(mailing.staff_id) if mailing else None
    if posting is None or mailing is None or client is None or staff is None or posting.state != "waiting":
        return False
    reason = await _left_out(unit, staff, client, posting.due_at, at)
    if reason:
        await unit.mailings.leave_out(posting.id, reason)
        return False
    others = list((await unit.mailings.moments([client.id], at - timedelta(days=2))).get(client.id, ()))
    others.remove(posting.due_at)
    moment = free_moment(policy, at, [other for other in others if other <= at])
    if moment > at:
        await unit.mailings.postpone(posting.id, moment)
        return False
    assert client.chat_id is not None
    await unit.conversations.of_chat(client.chat_id)  # no worker handles this chat until we are done
    case = await unit.cases.open_of_client(client.id)
    entry = await unit.thread.add(
        client.id, "staff", posting.body, at, case_id=case.id if case else None, staff_id=staff.id
    )
    if not await unit.mailings.sent(posting.id, entry, at):
        await unit.thread.forget(client.id, entry)
        return False
    _ = translator(client.language)
    shown = from_caseworker(_, staff.name, posting.body)
    reply = Reply(shown, buttons=buttons_of(_, mailing.ask, staff.name), tag=f"{FROM_STAFF}{entry}")
    await unit.outbox.put(client.chat_id, reply, at, client_id=client.id, thread_id=entry)
    await unit.changes.add(client.caseworker_id, client.id)
    return True


async def _left_out(unit: PostingTables, staff: Staff, client: Client, due: datetime, at: datetime) -> LeftOut:
    if not await may_see(unit, staff, client, at):
        return "not_yours"
    return why_not(client) or ("late" if at - due > TOO_LATE else "")
