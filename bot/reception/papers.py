"""Papers: a file comes, is fetched and read by a job, checked by the client, and gets a receipt."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.clients import wording as clients_wording
from bot.identifiers import spoken_number
from bot.income import fields, wording
from bot.income.paper import Paper, PaperKind
from bot.language import AMSTERDAM
from bot.messages import Button, Reply
from bot.reception import people, welcome
from bot.reception.visit import Visit

LARGEST = 10_000_000  # bytes; larger files are refused before they are fetched


async def file_came(visit: Visit) -> None:
    """Say that it is seen, not that it is received: that is only true after it is stored."""
    attachment = visit.incoming.attachment
    assert attachment is not None
    if not await welcome.must_be_linked(visit):
        return
    if attachment.size and attachment.size > LARGEST:
        return await visit.say_with_menu(wording.refused(visit.words, "too_large"))
    status = f"busy:{visit.incoming.message_id}"
    asked = {"file": attachment.file_id, "album": visit.incoming.album, "status": status}
    await visit.unit.jobs.put("paper", visit.incoming.chat_id, {**asked, "client": visit.linked_id}, visit.at)
    if not visit.incoming.album or visit.conversation.draft.get("album") != visit.incoming.album:
        visit.conversation.draft["album"] = visit.incoming.album
        await visit.say(wording.busy(visit.words), tag=status)


async def job_finished(visit: Visit) -> None:
    """A file was stored and read, or could not be fetched."""
    job = visit.incoming.job
    client = visit.linked
    if client is None or job["asked"]["client"] != client.id:  # type: ignore[index]
        return  # the account was joined to somebody else meanwhile; housekeeping removes the file
    visit.status = str(_dict(job["asked"])["status"])
    if not job.get("ok"):
        return await visit.say_with_menu(wording.fetch_failed(visit.words))
    stored, reading = _dict(job["stored"]), _dict(job["reading"])
    earlier = await visit.unit.papers.same_file(client.id, stored["sha256"])
    if earlier:
        return await visit.say_with_menu(wording.same_file(visit.words, earlier.number, earlier.received_at))
    if reading["kind"] == "refused" or reading["kind"] == "encrypted":
        return await visit.say_with_menu(wording.refused(visit.words, reading["reason"] or "encrypted"))
    await visit.unit.files.add(stored["id"], client.id, stored["kind"], stored["size"], stored["sha256"], visit.at)
    await visit.changed()
    if reading["kind"] == "payslip" and reading["payslips"]:
        await _payslips(visit, stored, reading["payslips"])
    elif reading["kind"] == "unreadable":
        await _photo(visit, stored, job)
    else:
        await _something_else(visit, stored, reading)


async def _payslips(visit: Visit, stored: dict[str, Any], payslips: list[dict[str, Any]]) -> None:
    if len(payslips) > 1:
        await visit.say(wording.several(visit.words, len(payslips)))
    client = visit.linked
    assert client is not None
    for payslip in payslips:
        paper = await visit.unit.papers.add(
            client.id,
            "pdf",
            "to_confirm",
            len(payslip.get("pages") or [1]),
            stored["id"],
            stored["sha256"],
            payslip,
            visit.at,
            fields.benefit_month(payslip),
        )
        await _show(visit, paper)


async def _show(visit: Visit, paper: Paper) -> None:
    """The reading field by field, to confirm with one tap or to correct."""
    _ = visit.words
    listed, bold = fields.lines(_, paper.reading)
    head = wording.check_reading(_) + "\n\n"
    tail = f"\n\n{wording.arithmetic_holds(_)}" if fields.proven(paper.reading) else ""
    await visit.send(
        Reply(
            head + listed + tail,
            bold=tuple((start + len(head), end + len(head)) for start, end in bold),
            buttons=(
                (Button(wording.all_right(_), f"paper:ok:{paper.id}"),),
                (Button(wording.something_wrong(_), f"paper:wrong:{paper.id}"),),
                (Button(wording.not_a_payslip_button(_), f"paper:drop:{paper.id}"),),
            ),
        )
    )


async def _photo(visit: Visit, stored: dict[str, Any], job: dict[str, object]) -> None:
    """A photo is read by a person; photos of one album are pages of one paper."""
    client = visit.linked
    assert client is not None
    album = _dict(job["asked"]).get("album")
    together = await _album_paper(visit, album) if album else None
    if together:
        pages = [*together.reading.get("files", []), stored["id"]]
        reading = {**together.reading, "files": pages}
        await visit.unit.papers.update(together.id, "for_human", reading, together.month, None)
        return await _receipt(visit, together, wording.page_added(visit.words), pages=len(pages))
    kind: PaperKind = "pdf" if stored["kind"] == "pdf" else "photo"
    reading = {"album": album, "files": [stored["id"]]}
    paper = await visit.unit.papers.add(
        client.id, kind, "for_human", 1, stored["id"], stored["sha256"], reading, visit.at
    )
    await people.open_case(visit, "paper", wording.receipt_subject(visit.words, paper.number))
    await _receipt(visit, paper, wording.next_photo(visit.words, await visit.caseworker_name()))
    await _ask_month(visit, wording.which_month(visit.words), f"paper:month:{paper.id}:")


async def _album_paper(visit: Visit, album: object) -> Paper | None:
    client = visit.linked
    assert client is not None
    papers = await visit.unit.papers.of_client(client.id)
    return next((paper for paper in papers if paper.reading.get("album") == album), None)


async def _something_else(visit: Visit, stored: dict[str, Any], reading: dict[str, Any]) -> None:
    """Advice, never refusal: if the client says «this is it», it goes to the human."""
    client = visit.linked
    assert client is not None
    _ = visit.words
    paper = await visit.unit.papers.add(
        client.id, "pdf", "to_confirm", 1, stored["id"], stored["sha256"], {"seems": reading["reason"]}, visit.at
    )
    text = f"{wording.looks_like(_, reading['reason'] or '')}\n\n{wording.send_anyway_question(_)}"
    send = Button(wording.send_anyway(_), f"paper:send:{paper.id}")
    drop = Button(wording.do_not_send(_), f"paper:drop:{paper.id}")
    await visit.say(text, [[send], [drop]])


async def pressed(visit: Visit, rest: str) -> None:
    """A button of a paper; each is checked against its owner, and an old one is answered kindly."""
    act, _, tail = rest.partition(":")
    paper_id, _, detail = tail.partition(":")
    paper = await visit.unit.papers.by_id(paper_id) if visit.linked else None
    if paper is None or visit.linked is None or paper.client_id != visit.linked.id:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if act == "month":
        return await _month_chosen(visit, paper, detail)
    if paper.state != "to_confirm":
        return await visit.say_with_menu(wording.same_file(visit.words, paper.number, paper.received_at))
    match act:
        case "ok":
            await _confirm(visit, paper)
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


async def _confirm(visit: Visit, paper: Paper) -> None:
    if paper.month is None:
        return await _ask_month(visit, wording.which_month(visit.words), f"paper:month:{paper.id}:")
    client = visit.linked
    assert client is not None
    await visit.unit.papers.update(paper.id, "confirmed", paper.reading, paper.month, visit.at)
    await visit.unit.ledger.set(client.id, paper.month, "confirmed", paper.number, paper.id, visit.at)
    visit.conversation.end_step()
    await visit.changed()
    await visit.count("payslip.confirmed")
    await _receipt(visit, paper, wording.next_confirmed(visit.words, await visit.caseworker_name()))


async def _receipt(visit: Visit, paper: Paper, then: str, pages: int | None = None) -> None:
    _ = visit.words
    text = wording.receipt(_, paper.number, paper.received_at, paper.month, pages or paper.pages, paper.sha256[:12])
    tag = f"receipt:{paper.id}"
    menu = None if pages else "menu"
    if menu:
        return await visit.say(f"{text}\n\n{then}", tag=tag)
    await visit.say(f"{text}\n\n{then}", tag=tag, replaces=tag)


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
        return await _ask_month(visit, wording.which_month(_), f"paper:month:{paper.id}:")
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
        return await visit.say(_not_understood(visit, name))
    history = [*paper.reading.get("corrections", []), {"field": name, "read": paper.reading.get(name)}]
    confidence = {k: v for k, v in (paper.reading.get("confidence") or {}).items() if not k.endswith("_cents")}
    reading = {**paper.reading, name: value, "corrections": history, "confidence": confidence}
    await visit.unit.papers.update(paper.id, "to_confirm", reading, paper.month, None)
    visit.conversation.end_step()
    changed = await visit.unit.papers.by_id(paper.id)
    assert changed is not None
    await _show(visit, changed)


def _not_understood(visit: Visit, name: str) -> str:
    if name.endswith("_cents"):
        return wording.not_understood_amount(visit.words)
    return wording.not_understood_date(visit.words) if name == "paid_on" else wording.not_understood_hours(visit.words)


async def _to_person(visit: Visit, paper: Paper) -> None:
    await visit.unit.papers.update(paper.id, "for_human", paper.reading, paper.month, None)
    await people.open_case(visit, "paper", wording.receipt_subject(visit.words, paper.number))
    await _receipt(visit, paper, wording.next_person(visit.words, await visit.caseworker_name()))
    if paper.month is None:
        await _ask_month(visit, wording.which_month(visit.words), f"paper:month:{paper.id}:")


async def _ask_month(visit: Visit, question: str, action: str) -> None:
    _ = visit.words
    today = visit.at.astimezone(AMSTERDAM).date()
    rows = [[Button(_.month(m), f"{action}{m:%Y-%m}")] for m in fields.recent_months(today)]
    if action.startswith("paper:"):
        rows.append([Button(wording.other_month(_), f"{action}other")])
    await visit.say(question, rows)


async def _month_chosen(visit: Visit, paper: Paper, detail: str) -> None:
    client = visit.linked
    assert client is not None
    month = _month(detail)
    if month is None:
        return await visit.say_with_menu(wording.month_to_person(visit.words))
    if paper.state == "to_confirm":
        await visit.unit.papers.update(paper.id, "to_confirm", paper.reading, month, None)
        changed = await visit.unit.papers.by_id(paper.id)
        assert changed is not None
        return await (_confirm(visit, changed) if paper.month is None else _show(visit, changed))
    await visit.unit.papers.update(paper.id, paper.state, paper.reading, month, paper.confirmed_at)
    known = await visit.unit.ledger.month(client.id, month)
    if known is None or known.state == "no_income":
        await visit.unit.ledger.set(client.id, month, "received", paper.number, paper.id, visit.at)
    await visit.changed()
    changed = await visit.unit.papers.by_id(paper.id)
    assert changed is not None
    pages = len(paper.reading.get("files", [1]))
    await _receipt(visit, changed, wording.next_person(visit.words, await visit.caseworker_name()), pages=pages)


async def no_income(visit: Visit, detail: str) -> None:
    """«No income this month» in one tap more, with the same receipt."""
    if not await welcome.must_be_linked(visit):
        return
    client, month = visit.linked, _month(detail)
    assert client is not None
    if month is None:
        return await _ask_month(visit, wording.which_month_no_income(visit.words), "noincome:")
    known = await visit.unit.ledger.month(client.id, month)
    if known:
        return await visit.say_with_menu(wording.month_known(visit.words, month, known.number))
    number = spoken_number("GI")
    await visit.unit.ledger.set(client.id, month, "no_income", number, None, visit.at)
    await visit.changed()
    await visit.say_with_menu(wording.no_income_receipt(visit.words, number, visit.at, month))


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _dict(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
