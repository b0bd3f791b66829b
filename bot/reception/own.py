"""«Mijn vragen en papieren»: where they stand; withdraw a question, add to it, go on with it; whether it helped."""

from __future__ import annotations

from bot.clients import wording as clients_wording
from bot.handoff import own, wording_own
from bot.handoff.case import Case, Helped
from bot.handoff.staff.notices import notify
from bot.income import wording_own as papers_wording
from bot.income.paper import Paper
from bot.language import AMSTERDAM
from bot.messages import Button
from bot.reception import checking, other_papers, people, welcome
from bot.reception.visit import Visit

MOST_PAPERS = 6
SUBJECT = 80  # characters of a question that are repeated


async def pressed(visit: Visit, rest: str) -> None:
    """The button itself, or one under the overview; each is checked against its owner."""
    if not await welcome.must_be_linked(visit):
        return
    act, _, about = rest.partition(":")
    if not act:
        return await show(visit)
    if act == "paper":
        return await _show_paper(visit, about)
    case = await _own_case(visit, about)
    if case is None:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    match act:
        case "add":
            await _add(visit, case)
        case "stop":
            await _withdraw(visit, case)
        case "again":
            await reopen(visit, case)
        case "leave":
            await visit.say_with_menu(wording_own.left(visit.words))
        case _:
            await visit.say_with_menu(clients_wording.old_button(visit.words))


async def show(visit: Visit) -> None:
    """Each question and paper with where it stands, and what can be done with it."""
    _, client = visit.words, visit.linked
    assert client is not None
    visit.conversation.end_step()
    cases = own.to_show(await visit.unit.cases.of_client(client.id), visit.at)
    kept = await visit.unit.papers.of_client(client.id)
    papers = [paper for paper in kept if paper.state != "withdrawn"][:MOST_PAPERS]
    checked = {row.paper_id for row in await visit.unit.ledger.of_client(client.id) if row.state == "checked"}
    name = await visit.caseworker_name()
    lines = [wording_own.head(_), *(_line(visit, case, name) for case in cases)] if cases else [wording_own.nothing(_)]
    lines += ["", papers_wording.head(_) if papers else papers_wording.nothing(_)]
    for paper in papers:
        day = paper.received_at.astimezone(AMSTERDAM).date()
        lines.append(papers_wording.line(_, paper, day, checked=paper.id in checked))
    buttons = [button for case in cases for button in _buttons(visit, case)]
    buttons += [
        Button(papers_wording.check_button(_, paper.number), f"own:paper:{paper.id}")
        for paper in papers
        if paper.state == "to_confirm"
    ]
    await visit.say("\n".join(lines), [*([button] for button in buttons), [people.person_button(visit)]])


async def helped(visit: Visit, rest: str) -> None:
    """Kept once, for the caseworker; after «nee» the client can go on with the question."""
    answer, _, case_id = rest.partition(":")
    case = await _own_case(visit, case_id) if visit.linked else None
    if case is None or answer not in ("yes", "no"):
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    said: Helped = "yes" if answer == "yes" else "no"
    if await visit.unit.cases.set_helped(case.id, said):
        await visit.count(f"helped.{said}")
        await visit.changed()
    if said == "yes":
        return await visit.say_with_menu(wording_own.glad(visit.words))
    if not own.may_reopen(case, visit.at):
        return await visit.say(wording_own.too_late(visit.words), [[people.person_button(visit)]])
    again = Button(wording_own.again_button(visit.words, case.number), f"own:again:{case.id}")
    leave = Button(wording_own.leave_it(visit.words), f"own:leave:{case.id}")
    await visit.say(wording_own.what_now(visit.words), [[again], [leave]])


async def reopen(visit: Visit, case: Case) -> None:
    """The same case at the same caseworker, within seven days; another open question takes it along."""
    if case.state == "open" and case.withdrawn_at is None:
        return await _add(visit, case)
    _, name = visit.words, await visit.caseworker_name()
    if visit.case and visit.case.id != case.id and own.is_question(visit.case):
        return await _listen(visit, wording_own.other_is_open(_, name, visit.case.number))
    if not own.may_reopen(case, visit.at):
        return await visit.say(wording_own.too_late(_), [[people.person_button(visit)]])
    await visit.unit.cases.reopen(case.id, visit.at)
    await _noted(visit, case, wording_own.again_entry(_, case.number))
    visit.case = await visit.unit.cases.by_id(case.id)
    if visit.client:
        await notify(visit.unit, visit.client, "new", visit.at, visit.case)
    await visit.count("case.reopened")
    await _listen(visit, wording_own.opened_again(_, name, people.answer_by(visit), case.number))


async def _add(visit: Visit, case: Case) -> None:
    if case.state != "open":
        return await reopen(visit, case)
    await _listen(visit, wording_own.add_now(visit.words, await visit.caseworker_name(), case.number))


async def _withdraw(visit: Visit, case: Case) -> None:
    _, name = visit.words, await visit.caseworker_name()
    if not own.may_withdraw(case):
        return await show(visit)
    if own.stays_open(case):
        await visit.unit.cases.withdraw(case.id, visit.at)
        said = wording_own.withdrawn_urgent(_, name, case.number)
    else:
        await visit.unit.cases.close(case.id, "", visit.at, "withdrawn")
        said = wording_own.withdrawn(_, name, case.number)
    await _noted(visit, case, wording_own.withdrawn_entry(_, case.number))
    await visit.count("case.withdrawn")
    visit.conversation.end_step()
    visit.conversation.bot_may_answer = True
    visit.case = None
    again = Button(wording_own.again_button(_, case.number), f"own:again:{case.id}")
    await visit.say(said, [[again]])


async def _listen(visit: Visit, text: str) -> None:
    """What is typed now is for the person."""
    visit.conversation.end_step()
    visit.conversation.bot_may_answer = False
    await visit.say(text)


async def _noted(visit: Visit, case: Case, words: str) -> None:
    """The press of a button stands in the conversation as said by the client, and open desks redraw."""
    await visit.unit.thread.add(case.client_id, "client", words, visit.at, case_id=case.id)
    await visit.changed()


async def _own_case(visit: Visit, case_id: str) -> Case | None:
    case = await visit.unit.cases.by_id(case_id)
    return case if case and case.client_id == visit.linked_id else None


async def _show_paper(visit: Visit, paper_id: str) -> None:
    paper: Paper | None = await visit.unit.papers.by_id(paper_id)
    if paper is None or paper.client_id != visit.linked_id or paper.state != "to_confirm":
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    await (other_papers.what_is_it(visit, paper) if paper.reading.get("seems") else checking.show(visit, paper))


def _line(visit: Visit, case: Case, name: str) -> str:
    subject = " ".join(case.subject.split())
    short = subject if len(subject) <= SUBJECT else subject[: SUBJECT - 1].rstrip() + "…"
    return wording_own.line(visit.words, case.number, short, _state(visit, case, name))


def _state(visit: Visit, case: Case, name: str) -> str:
    _ = visit.words
    at = case.closed_at or case.withdrawn_at
    if at is not None:
        day = at.astimezone(AMSTERDAM).date()
        withdrawn = case.outcome == "withdrawn" or case.withdrawn_at
        ended = wording_own.withdrawn_on(_, day) if withdrawn else wording_own.done(_, day)
        go_on = wording_own.can_go_on(_, own.last_day_to_reopen(case)) if own.may_reopen(case, visit.at) else ""
        return f"{ended} {go_on}".strip()
    by = own.answer_by(case, visit.house.policy.answer_within_working_days)
    if by is None:
        return wording_own.answered(_, name)
    on_time = visit.at.astimezone(AMSTERDAM).date() <= by
    said = wording_own.waiting(_, name, by) if on_time else wording_own.late(_, name)
    return said if case.stage == "own" else f"{said} {wording_own.with_colleague(_, name)}"


def _buttons(visit: Visit, case: Case) -> list[Button]:
    _ = visit.words
    if own.may_withdraw(case):
        stop = Button(wording_own.withdraw_button(_, case.number), f"own:stop:{case.id}")
        add = Button(wording_own.add_button(_, case.number), f"own:add:{case.id}")
        return [add, stop]
    again = Button(wording_own.again_button(_, case.number), f"own:again:{case.id}")
    return [again] if own.may_reopen(case, visit.at) else []
