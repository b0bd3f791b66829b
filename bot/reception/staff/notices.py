"""A notice as a card: the name, why, and buttons. What the client said is not on it.

Rights are looked at again here, because a client can be handed over while a notice waits.
"""

from __future__ import annotations

from typing import Any

from bot.clients.client import Client
from bot.handoff import wording as handoff_wording
from bot.handoff.access import may_see
from bot.handoff.case import Case
from bot.handoff.quiet import not_quiet
from bot.handoff.staff import wording
from bot.messages import Button
from bot.reception.staff.visit import StaffVisit, _


async def came(visit: StaffVisit, asked: dict[str, Any]) -> None:
    """What bot/handoff/staff/notices.py put on its way."""
    what, unit = asked["what"], visit.unit
    if what == "away":
        return await visit.say(wording.substitute_today(_, asked["name"], asked["number"]))
    if what == "many":
        return await visit.say(wording.many_handed(_, asked["number"]))
    client, case = await unit.clients.by_id(asked["client"]), await unit.cases.by_id(asked["case"])
    if client is None or (case is not None and case.state != "open" and what != "failed"):
        return
    if what == "team":
        return await _team(visit, client, case)
    if what == "gone" or not await may_see(unit, visit.staff, client, visit.at):
        return await _left(visit, client)
    thread = await unit.staff_threads.of(visit.staff.id, client.id)
    if what == "message" and thread.quiet(visit.at):
        return
    await unit.staff_threads.told(visit.staff.id, client.id, visit.at)
    if visit.house.topics() and thread.topic is None and what != "urgent":
        # An emergency does not wait for its topic: that card comes at once, beside the topics.
        await unit.jobs.put("topic", visit.incoming.chat_id, {**asked, "name": client.name}, visit.at)
        return
    await card(visit, client, case, what, asked["why"])


async def topic_made(visit: StaffVisit, asked: dict[str, Any]) -> None:
    """The topic is there, or is not possible: then the card comes without one."""
    made = visit.incoming.job.get("topic")
    topic = made if isinstance(made, int) else None
    client, case = await visit.unit.clients.by_id(asked["client"]), await visit.unit.cases.by_id(asked["case"])
    if client is None or not await may_see(visit.unit, visit.staff, client, visit.at):
        return await _drop(visit, topic)
    if await visit.topic_of(client) is None:
        await visit.unit.staff_threads.set_topic(visit.staff.id, client.id, topic)
    else:  # two notices asked for one at the same time
        await _drop(visit, topic)
    await card(visit, client, case, asked["what"], asked["why"])


async def topic_gone(visit: StaffVisit, asked: dict[str, Any]) -> None:
    """Somebody deleted the topic: the member of staff hears it, and what was to stand there comes in a new one."""
    client = await visit.unit.clients.by_id(asked["client"])
    if client is None:
        return await visit.say(wording.no_such_topic(_))
    if await visit.topic_of(client) is None:
        return  # heard before: several messages waited for that topic
    await visit.unit.staff_threads.set_topic(visit.staff.id, client.id, None)
    await visit.show(client, wording.topic_gone(_, client.name))
    case = await visit.unit.cases.open_of_client(client.id)
    what = "urgent" if case and case.urgency == "urgent" else "again"
    await came(visit, {**asked, "what": what, "case": case.id if case else "", "why": ""})


async def card(visit: StaffVisit, client: Client, case: Case | None, what: str, why: str) -> None:
    """The card itself, in the client's topic when there is one."""
    lines = [wording.notice(_, what, client.name, wording.failed_why(_, why) if what == "failed" else "")]
    first = [Button(wording.read_button(_), "staff:read")]
    if case is not None and case.state == "open":
        lines.append(wording.case_line(_, case.number, handoff_wording.reason(_, case.reason)))
        first.append(Button(wording.close_button(_), f"staff:close:{case.id}"))
    topic, buttons = await visit.topic_of(client), [first, visit.desk_button(client)]
    await visit.show(client, "\n".join(lines), buttons, topic=topic, silent=what != "urgent" and _quiet(visit))
    await visit.unit.counts.add(f"staff.notice.{what}", visit.at)


async def _drop(visit: StaffVisit, topic: int | None) -> None:
    if topic is not None:
        await visit.unit.jobs.put("drop_topic", visit.incoming.chat_id, {"topic": topic}, visit.at)


async def _left(visit: StaffVisit, client: Client) -> None:
    """Whose client this is not any more, keeps no topic of that client. Nor a substitute after the last day."""
    topic = (await visit.unit.staff_threads.of(visit.staff.id, client.id)).topic
    if topic is not None and not await may_see(visit.unit, visit.staff, client, visit.at):
        await visit.unit.staff_threads.set_topic(visit.staff.id, client.id, None)
        await _drop(visit, topic)


def _quiet(visit: StaffVisit) -> bool:
    """In quiet hours a card makes no sound: it is for the morning, save an emergency."""
    return not_quiet(visit.house.policy, visit.at) > visit.at


async def _team(visit: StaffVisit, client: Client, case: Case | None) -> None:
    if case is None or case.stage != "team" or case.helper_id is not None or visit.staff.role != "caseworker":
        return
    button = Button(wording.take_button(_, case.number), f"staff:take:{case.id}")
    reason = handoff_wording.reason(_, case.reason)
    text = wording.team_case(_, case.number, reason)
    await visit.show(client, text, [[button]], tag="team", silent=_quiet(visit))
