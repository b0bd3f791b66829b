"""Photos: pages of one delivery, read one by one and then together; at most one better photo is asked for.

The delivery is a paper in the state «collecting». Its progress is one message that is edited.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.clients import wording as clients_wording
from bot.income import wording_photos
from bot.income.delivery import MOST_PAGES, TOGETHER, Delivery, Page
from bot.income.paper import Paper
from bot.messages import Attachment, Button, Picture, Reply
from bot.reception import delivered, letters_papers
from bot.reception.visit import Visit


def is_photo(attachment: Attachment) -> bool:
    """Whether a file is a photo, as far as the channel says; its bytes decide later."""
    return attachment.kind == "photo" or (attachment.mime or "").startswith("image/")


async def photo_came(visit: Visit, letter: bool) -> None:
    """A photo was seen: it belongs to the delivery that is under way, or begins one. `letter`: the client says so."""
    key, seen = await _place(visit)
    attachment = visit.incoming.attachment
    assert attachment is not None
    status = f"busy:{key}"
    asked = {"file": attachment.file_id, "status": status, "client": visit.linked_id, "delivery": key}
    more = {"order": visit.incoming.message_id or 0, "letter": letter}
    await visit.unit.jobs.put("paper", visit.incoming.chat_id, {**asked, **more}, visit.at)
    _ = visit.words
    text = wording_photos.reading_photo(_) if seen == 1 else wording_photos.pages_seen(_, 0, seen)
    await visit.say(text, tag=status, replaces=status if seen > 1 else None)


async def _place(visit: Visit) -> tuple[str, int]:
    """The key of the delivery, and how many photos of it were seen with this one."""
    album, draft = visit.incoming.album, visit.conversation.draft.get("delivery") or {}
    key = f"a{album}" if album else f"m{visit.incoming.message_id}"
    if draft and (draft["key"] == key or await _continues(visit, draft)):
        key = draft["key"]
    seen = int(draft["seen"]) + 1 if draft and draft["key"] == key else 1
    visit.conversation.draft["delivery"] = {"key": key, "seen": seen, "at": visit.at.isoformat(), "open": False}
    return key, seen


async def _continues(visit: Visit, draft: dict[str, Any]) -> bool:
    paper = await _paper_of(visit, draft["key"])
    if paper is None and await _thrown_away(visit, draft["key"]):
        return False
    again = paper is not None and bool(draft.get("again"))  # a caseworker asked for one page of it
    if paper is not None and paper.state not in delivered.OPEN and not again:
        return False
    return bool(draft.get("open")) or visit.at - datetime.fromisoformat(draft["at"]) <= TOGETHER


async def _paper_of(visit: Visit, key: str) -> Paper | None:
    return next((paper for paper in await _papers_of(visit, key) if paper.state != "withdrawn"), None)


async def _thrown_away(visit: Visit, key: str) -> bool:
    """Whether the client threw this delivery away: what comes now is something else."""
    return any(paper.state == "withdrawn" for paper in await _papers_of(visit, key))


async def _papers_of(visit: Visit, key: str) -> list[Paper]:
    client = visit.linked
    papers = await visit.unit.papers.of_client(client.id) if client else []
    return [paper for paper in papers if (paper.reading.get("delivery") or {}).get("key") == key]


async def page_came(visit: Visit, stored: dict[str, Any], result: dict[str, Any], asked: dict[str, Any]) -> None:
    """One photo was stored and read by itself."""
    key, reading = str(asked["delivery"]), result["reading"]
    paper = await _paper_of(visit, key)
    delivery = Delivery.from_json(paper.reading["delivery"]) if paper else Delivery(key)
    if delivery.has(stored["sha256"]):
        return await visit.say(wording_photos.page_there_already(visit.words))
    if len(delivery.pages) >= MOST_PAGES:
        return await visit.say(wording_photos.most_pages(visit.words, MOST_PAGES))
    hint = result["hint"][0]["id"] if result.get("hint") else None
    pictures = tuple(each["id"] for each in result.get("pictures", ()))
    page = Page(int(asked["order"]), stored["id"], stored["sha256"], reading["kind"], reading["reason"], pictures, hint)
    delivery = delivery.with_page(page)
    paper = await _kept(visit, paper, delivery, result)
    draft = visit.conversation.draft.get("delivery") or {}
    seen = int(draft["seen"]) if draft.get("key") == key else 0
    waiting = seen - len(delivery.pages) - (1 if delivery.asked_again else 0)
    if waiting > 0:
        tag, visit.status = visit.status, None
        text = wording_photos.pages_seen(visit.words, len(delivery.pages), seen)
        return await visit.say(text, tag=tag, replaces=tag)
    await _decide(visit, paper, delivery, result)


async def page_missed(visit: Visit, asked: dict[str, Any]) -> None:
    """A photo of a delivery could not be taken: the others do not wait for it."""
    draft = visit.conversation.draft.get("delivery") or {}
    if not draft or draft["key"] != asked.get("delivery"):
        return
    draft["seen"] = int(draft["seen"]) - 1
    paper = await _paper_of(visit, draft["key"])
    if paper is None or paper.state != "collecting":
        return
    delivery = Delivery.from_json(paper.reading["delivery"])
    if len(delivery.pages) == draft["seen"] and all(page.readable for page in delivery.pages):
        await _is_this_all(visit, paper, delivery)


async def _kept(visit: Visit, paper: Paper | None, delivery: Delivery, result: dict[str, Any]) -> Paper:
    """The paper with what is known now; the reading of a single page is the reading of the paper."""
    reading, letter = result["reading"], letters_papers.is_meant(paper, result)
    facts = reading["payslips"][0] if len(delivery.pages) == 1 and reading["payslips"] else {}
    known = {**facts, "seems": reading["reason"], "delivery": delivery.to_json()}
    known |= {"pictures": delivery.pictures, "files": delivery.files, "letter": letter}
    client = visit.linked
    assert client is not None
    if paper is None:
        first = delivery.pages[0]
        number = len(delivery.pages)
        return await visit.unit.papers.add(
            client.id, "photo", "collecting", number, first.file, first.sha256, known, visit.at
        )
    return await delivered.changed(visit, paper, "collecting", known)


async def _decide(visit: Visit, paper: Paper, delivery: Delivery, result: dict[str, Any]) -> None:
    bad = next((page for page in delivery.pages if not page.readable), None)
    if bad and not delivery.asked_again:
        return await _ask_again(visit, paper, delivery, bad)
    if bad:
        return await delivered.to_person(visit, paper)
    if len(delivery.pages) > 1:
        return await _is_this_all(visit, paper, delivery)
    await delivered.shown(visit, paper, result)


async def _ask_again(visit: Visit, paper: Paper, delivery: Delivery, bad: Page) -> None:
    _ = visit.words
    known = replace(delivery, asked_again=True)
    await delivered.changed(visit, paper, "collecting", {**paper.reading, "delivery": known.to_json()})
    visit.conversation.draft["delivery"] = {
        "key": delivery.key, "seen": len(delivery.pages), "at": visit.at.isoformat(), "open": True,
    }  # fmt: skip
    said = [wording_photos.please_again(_, bad.reason or "")]
    if len(delivery.pages) > 1:
        said.insert(0, wording_photos.which_photo(_, delivery.pages.index(bad) + 1))
    if bad.hint and bad.reason == "cut_off":
        said.append(wording_photos.look_at_the_frame(_))
    text = " ".join(said)
    button = Button(wording_photos.let_a_person_read(_), f"pages:person:{paper.id}")
    if bad.hint:
        await visit.say(text)
        picture = Picture(bad.hint, "photo", "foto.jpg")
        return await visit.send(Reply(wording_photos.send_new_photo(_), buttons=((button,),), picture=picture))
    await visit.say(f"{text}\n\n{wording_photos.send_new_photo(_)}", [[button]])


async def _is_this_all(visit: Visit, paper: Paper, delivery: Delivery) -> None:
    _ = visit.words
    tag, visit.status = visit.status, None
    rows = [
        [Button(wording_photos.this_is_all(_), f"pages:done:{paper.id}")],
        [Button(wording_photos.one_more_page(_), f"pages:more:{paper.id}")],
    ]
    await visit.say(wording_photos.is_this_all(_, len(delivery.pages)), rows, tag=tag, replaces=tag)


async def pressed(visit: Visit, rest: str) -> None:
    """A button of a delivery; an old one is answered kindly."""
    act, _, paper_id = rest.partition(":")
    paper = await visit.unit.papers.by_id(paper_id) if visit.linked else None
    own = paper is not None and visit.linked is not None and paper.client_id == visit.linked.id
    if paper is None or not own or paper.state not in delivered.OPEN or "delivery" not in paper.reading:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    delivery = Delivery.from_json(paper.reading["delivery"])
    match act:
        case "done":
            await _read_together(visit, paper, delivery)
        case "more":
            await _one_more(visit, paper, delivery)
        case "person":
            await delivered.to_person(visit, paper)
        case _:
            await visit.say_with_menu(clients_wording.old_button(visit.words))


async def _one_more(visit: Visit, paper: Paper, delivery: Delivery) -> None:
    if len(delivery.pages) >= MOST_PAGES:
        return await visit.say(wording_photos.most_pages(visit.words, MOST_PAGES))
    seen = len(delivery.pages) + (1 if delivery.asked_again else 0)
    visit.conversation.end_step()
    visit.conversation.draft["delivery"] = {"key": delivery.key, "seen": seen, "at": visit.at.isoformat(), "open": True}
    await visit.say(wording_photos.send_next_page(visit.words), tag=f"busy:{delivery.key}")


async def _read_together(visit: Visit, paper: Paper, delivery: Delivery) -> None:
    status = f"busy:{delivery.key}"
    asked = {"files": delivery.files, "status": status, "client": visit.linked_id, "paper": paper.id}
    await visit.unit.jobs.put("pages", visit.incoming.chat_id, asked, visit.at)
    await visit.say(wording_photos.reading_pages(visit.words, len(delivery.pages)), tag=status, replaces=status)
