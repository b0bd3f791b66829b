"""«Mijn gegevens»: what is kept, who looked, a copy, and asking for removal."""

from __future__ import annotations

from bot.clients import wording as clients_wording
from bot.handoff import wording_own
from bot.income import wording as income_wording
from bot.language import LANGUAGES
from bot.messages import Button, Picture, Reply
from bot.privacy import wording
from bot.reception import people, reminders, welcome
from bot.reception.visit import Visit


async def show(visit: Visit) -> None:
    """Name, number, caseworker, language and the months."""
    if visit.client is None:
        return await visit.say_with_menu(wording.nothing_kept(visit.words))
    if not await welcome.must_be_linked(visit):
        return
    _, client = visit.words, visit.client
    head = wording.overview(_, client.name, client.number, await visit.caseworker_name(), LANGUAGES[visit.language])
    months = [
        f"• {_.month(row.month)}: {income_wording.month_state(_, row.state)} ({row.number})"
        for row in await visit.unit.ledger.of_client(client.id)
    ]
    body = [wording.months_head(_), *months[:12]] if months else [wording.no_months(_)]
    promised, cancel = await reminders.listed(visit)
    await visit.say(
        "\n".join([head, "", *body, *promised]),
        [
            *cancel,
            [Button(wording_own.own_button(_), "own:")],
            [Button(wording.who_looked_button(_), "data:looks")],
            [Button(wording.copy_button(_), "data:copy")],
            [Button(wording.erase_button(_), "data:erase")],
        ],
    )


async def pressed(visit: Visit, rest: str) -> None:
    """A button under the overview."""
    if not await welcome.must_be_linked(visit):
        return
    match rest:
        case "looks":
            await _looks(visit)
        case "copy":
            await visit.unit.jobs.put("export", visit.incoming.chat_id, {"client": visit.linked_id}, visit.at)
            await visit.say(wording.copy_busy(visit.words))
        case "erase":
            await people.open_case(visit, "asked", wording.erase_subject(visit.words))
            await visit.say(wording.erase_asked(visit.words, await visit.caseworker_name()))
        case _:
            await visit.say_with_menu(clients_wording.old_button(visit.words))


async def copy_ready(visit: Visit) -> None:
    """The copy was made; it goes out as a file."""
    job = visit.incoming.job
    client = visit.linked
    if client is None or job["asked"]["client"] != client.id:  # type: ignore[index]
        return
    if not job.get("ok"):
        return await visit.say_with_menu(clients_wording.something_went_wrong(visit.words))
    stored = job["stored"]
    assert isinstance(stored, dict)
    await visit.unit.files.add(stored["id"], client.id, "export", stored["size"], stored["sha256"], visit.at)
    picture = Picture(stored["id"], "document", "mijn-gegevens.zip")
    await visit.send(Reply(wording.copy_here(visit.words), picture=picture))


async def _looks(visit: Visit) -> None:
    _, client = visit.words, visit.linked
    assert client is not None
    looks = await visit.unit.looks.of_client(client.id)
    if not looks:
        return await visit.say_with_menu(wording.nobody_looked(_))
    lines = [wording.look_line(_, look.staff_name, look.role, look.what, look.at) for look in looks]
    await visit.say_with_menu("\n".join([wording.looked_head(_), *lines]))
