"""Checking a payslip: shown field by field, corrected or confirmed by the client, and its receipt."""

from __future__ import annotations

from dataclasses import replace

from bot.clients import wording as clients_wording
from bot.income import expected, fields, strange, wording, wording_photos, wording_refusals
from bot.income.paper import Paper
from bot.language import AMSTERDAM
from bot.messages import Button, Reply
from bot.reception import letters_papers, months, people, several
from bot.reception.visit import Visit


async def show(visit: Visit, paper: Paper) -> None:
    """The reading field by field, to confirm with one tap or to correct."""
    _ = visit.words
    listed, bold = fields.lines(_, paper.reading)
    photo = "delivery" in paper.reading
    if paper.month and paper.month != fields.benefit_month(paper.reading):  # the client chose another one
        listed += f"\n{wording.month_line(_, paper.month)}"
    turn = paper.reading.get("turn")
    head = f"{wording.turn(_, turn['number'], turn['of'])}\n\n" if turn else ""
    head += wording.check_reading(_) + "\n\n"
    tail = f"\n\n{wording.arithmetic_holds(_)}" if fields.proven(paper.reading) else ""
    tail += "".join(f"\n\n⚠️ {said}" for said in strange.warnings(_, paper.reading, visit.at))
    await visit.send(
        Reply(
            "\n\n".join([head + listed + tail, *await _questions(visit, paper)]),
            bold=tuple((start + len(head), end + len(head)) for start, end in bold),
            buttons=(
                (Button(wording.all_right(_), f"paper:ok:{paper.id}:{fields.seen(paper.reading, paper.month)}"),),
                (Button(wording.something_wrong(_), f"paper:wrong:{paper.id}"),),
                *([(Button(wording_photos.one_more_page(_), f"pages:more:{paper.id}"),)] if photo else []),
                (Button(wording.not_a_payslip_button(_), f"paper:drop:{paper.id}"),),
            ),
        )
    )


async def ask_anyway(visit: Visit, paper: Paper) -> None:
    """Advice, never refusal: if the client says «this is it», it goes to the human."""
    _ = visit.words
    text = f"{wording_refusals.what_it_is(_, paper.reading.get('seems') or '')}\n\n{wording.send_anyway_question(_)}"
    send = Button(wording.send_anyway(_), f"paper:send:{paper.id}")
    drop = Button(wording.do_not_send(_), f"paper:drop:{paper.id}")
    await visit.say(text, [[letters_papers.this_is_a_letter(visit, paper)], [send], [drop]])


async def _questions(visit: Visit, paper: Paper) -> list[str]:
    """Another month or name than was to be expected: asked, never refused."""
    known = await visit.unit.ledger.month(paper.client_id, paper.month) if paper.month else None
    papers = await visit.unit.papers.of_client(paper.client_id)
    return expected.questions(visit.words, paper, known, papers, visit.at.astimezone(AMSTERDAM).date())


async def pressed(visit: Visit, rest: str) -> None:
    """A button of a paper; each is checked against its owner, and an old one is answered kindly."""
    act, _, tail = rest.partition(":")
    paper_id, _, detail = tail.partition(":")
    paper = await visit.unit.papers.by_id(paper_id) if visit.linked else None
    own = paper is not None and visit.linked is not None and paper.client_id == visit.linked.id
    if paper is None or not own or paper.state == "withdrawn":
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if act == "report":
        return await _report(visit, paper)
    if act == "month" and (paper.state == "to_confirm" or (paper.state == "for_human" and paper.month is None)):
        return await months.month_chosen(visit, paper, detail)
    if paper.state != "to_confirm":
        return await _is_in_already(visit, paper)
    match act:
        case "ok" if detail != fields.seen(paper.reading, paper.month):
            await visit.say(wording.look_once_more(visit.words))
            await show(visit, paper)
        case "ok":
            await confirm(visit, paper)
        case "wrong":
            await _which_field(visit, paper)
        case "field":
            await _ask_field(visit, paper, detail)
        case "send":
            await _to_person(visit, paper)
        case "drop":
            await visit.unit.papers.update(paper.id, "withdrawn", paper.reading, paper.month, None)
            await visit.changed()
            await visit.say_with_menu(wording.thrown_away(visit.words))
            await several.next_one(visit, paper)


async def confirm(visit: Visit, paper: Paper) -> None:
    if paper.month is None:
        return await months.ask_month(visit, wording.which_month(visit.words), f"paper:month:{paper.id}:")
    client = visit.linked
    assert client is not None
    if strange.warnings(visit.words, paper.reading, visit.at):  # the client says that it is so: a person looks
        return await _to_person(visit, paper)
    await visit.unit.papers.update(paper.id, "confirmed", paper.reading, paper.month, visit.at)
    await visit.unit.ledger.set(client.id, paper.month, "confirmed", paper.number, paper.id, visit.at)
    visit.conversation.end_step()
    await visit.changed()
    await visit.count("payslip.confirmed")
    await receipt(visit, paper, wording.next_confirmed(visit.words, await visit.caseworker_name()))
    await several.next_one(visit, paper)


async def _is_in_already(visit: Visit, paper: Paper) -> None:
    """An old button of a paper that was handed in: what is wrong with it can be told to a person."""
    _ = visit.words
    report = Button(wording.something_wrong(_), f"paper:report:{paper.id}")
    await visit.say(wording.is_in_already(_, paper.number, paper.received_at), [[report]])


async def _report(visit: Visit, paper: Paper) -> None:
    await people.open_case(visit, "paper", wording.wrong_after_all(visit.words, paper.number))
    await visit.say_with_menu(wording.next_person(visit.words, await visit.caseworker_name()))


async def receipt(visit: Visit, paper: Paper, then: str, pages: int | None = None) -> None:
    _ = visit.words
    count = pages or len(paper.reading.get("files", ())) or paper.pages
    text = wording.receipt(_, paper.number, paper.received_at, paper.month, count, paper.sha256[:12])
    tag = f"receipt:{paper.id}"
    await visit.say(f"{text}\n\n{then}", tag=tag, replaces=tag if pages else None)


async def _which_field(visit: Visit, paper: Paper) -> None:
    _ = visit.words
    rows = [
        [Button(f"{wording.field(_, n)}: {fields.shown(_, n, paper.reading.get(n))}", f"paper:field:{paper.id}:{n}")]
        for n in fields.CORRECTABLE
    ]
    rows.append([Button(wording.field(_, "period"), f"paper:field:{paper.id}:period")])
    rows.append([Button(wording.not_sure_button(_), f"paper:send:{paper.id}")])
    await visit.say(wording.which_field(_), rows)


async def _ask_field(visit: Visit, paper: Paper, name: str) -> None:
    _ = visit.words
    if name == "period":
        return await months.ask_month(visit, wording.which_month(_), f"paper:month:{paper.id}:")
    if name not in fields.CORRECTABLE:
        return await visit.say_with_menu(clients_wording.old_button(_))
    visit.conversation.begin("correct_field", paper=paper.id, field=name)
    example = ""
    if name.endswith("_cents"):
        example = f"\n{wording.example_amount(_)}"
    elif name == "paid_on":
        example = f"\n{wording.example_date(_)}"
    await visit.say(wording.what_should_it_be(_, wording.field(_, name)) + example)


async def corrected(visit: Visit, text: str) -> None:
    """The client typed a field over; the old value is kept beside the new one."""
    draft = visit.conversation.draft
    paper = await visit.unit.papers.by_id(str(draft.get("paper")))
    name = str(draft.get("field"))
    if paper is None or visit.linked is None or paper.client_id != visit.linked.id or paper.state != "to_confirm":
        visit.conversation.end_step()
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    value = fields.typed(name, text)
    if value is None:
        return await visit.say(wording.not_understood(visit.words, name))
    history = [*paper.reading.get("corrections", []), {"field": name, "read": paper.reading.get(name)}]
    confidence = {k: v for k, v in (paper.reading.get("confidence") or {}).items() if not k.endswith("_cents")}
    reading = {**paper.reading, name: value, "corrections": history, "confidence": confidence}
    await visit.unit.papers.update(paper.id, "to_confirm", reading, paper.month, None)
    visit.conversation.end_step()
    changed = await visit.unit.papers.by_id(paper.id)
    assert changed is not None
    await show(visit, changed)


async def month_unknown(visit: Visit, paper: Paper) -> None:
    """The client does not see the right month among the buttons: a person looks, and the paper is in."""
    await _hand_over(visit, replace(paper, month=None), wording.month_to_person(visit.words))
    await several.next_one(visit, paper)


async def _hand_over(visit: Visit, paper: Paper, then: str) -> None:
    await visit.unit.papers.update(paper.id, "for_human", paper.reading, paper.month, None)
    await months.received(visit, paper)
    await people.open_case(visit, "paper", wording.receipt_subject(visit.words, paper.number))
    await receipt(visit, paper, then)


async def _to_person(visit: Visit, paper: Paper) -> None:
    await _hand_over(visit, paper, wording.next_person(visit.words, await visit.caseworker_name()))
    if paper.month is None:
        letter, action = letters_papers.this_is_a_letter(visit, paper), f"paper:month:{paper.id}:"
        await months.ask_month(visit, wording.which_month(visit.words), action, [letter])
    await several.next_one(visit, paper)
