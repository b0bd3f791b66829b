"""The files of a client. Only pictures on which the BSN is covered are shown as they are, and what is no paper: voices.

What the client sent (a photo, PDF or letter) is shown through those pictures. When it could not be read well enough to
be covered, it comes as a download after an explicit act, which the client can read with its reason.
"""

from __future__ import annotations

from typing import Any, get_args

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app import wording_originals
from bot.desk_app.client_page import SAME_LOOK
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import not_found, page
from bot.desk_app.ranges import goes_on, part_of
from bot.desk_app.voice.mp4 import only_sound
from bot.handoff import desk as handoff
from bot.handoff.desk import FROM_DESK, VOICE_FROM_DESK
from bot.handoff.tables import Original
from bot.income.covered import COVERED, is_covered
from bot.income.papers.sniffing import other_kind
from bot.unit import Unit

REASONS: tuple[Original, ...] = get_args(Original)
SHOWN = (COVERED, "voice", FROM_DESK, VOICE_FROM_DESK)
_LOCKED = "default-src 'none'; sandbox; frame-ancestors 'none'"
_ENDINGS = {"word": "docx", "spreadsheet": "xlsx", "zip": "zip"}
"""Of files that the bot cannot open: only given as a download, after the act."""
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"GIF8", "image/gif", "gif"),
    (b"OggS", "audio/ogg", "ogg"),
    (b"ID3", "audio/mpeg", "mp3"),
    (b"\xff\xfb", "audio/mpeg", "mp3"),
    (b"\x1aE\xdf\xa3", "audio/webm", "webm"),
)


def sniff(content: bytes) -> tuple[str, str] | None:
    """(content type, ending) by the first bytes; None when it is nothing that we know."""
    for start, kind, ending in _SIGNATURES:
        if content.startswith(start):
            return kind, ending
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp", "webp"
    if content[4:11] in (b"ftypM4A", b"ftypm4a") or only_sound(content):
        return "audio/mp4", "m4a"
    return None


async def file_page(visit: Visit) -> Response:
    """GET /desk/bestand/{file_id}: a covered picture, logged; of any other file the question whether to open it."""
    file_id = visit.request.path_params["file_id"]
    async with visit.desk.units.writing() as unit:
        client, kind = await _owned(unit, visit, file_id)
        if client is None:
            return not_found(session=visit.session)
        if kind not in SHOWN:
            covered = is_covered(await unit.papers.of_client(client.id), file_id)
            return _asked(visit, client, file_id, covered=covered)
        if not (goes_on(visit.request.headers.get("range", "")) and await _just_looked(unit, visit, client)):
            await handoff.look(unit, visit.staff, client, "file", visit.at)
    return await _sent(visit, client, file_id, "inline")


async def original(visit: Visit) -> Response:
    """POST /desk/bestand/{file_id}/origineel with `why`: the file as the client sent it, logged with the reason."""
    file_id = visit.request.path_params["file_id"]
    why = next((one for one in REASONS if one == visit.form.get("why", "")), None)
    async with visit.desk.units.writing() as unit:
        client, kind = await _owned(unit, visit, file_id)
        if client is None or kind in SHOWN:
            return not_found(session=visit.session)
        covered = is_covered(await unit.papers.of_client(client.id), file_id)
        if covered or why is None:
            return _asked(visit, client, file_id, covered=covered, status=422)
        await handoff.look(unit, visit.staff, client, why, visit.at)
    return await _sent(visit, client, file_id, "attachment")


async def _owned(unit: Unit, visit: Visit, file_id: str) -> tuple[Client | None, str]:
    owner = await unit.files.owner(file_id)
    return (await own_client(unit, visit, owner[0]), owner[1]) if owner else (None, "")


async def _just_looked(unit: Unit, visit: Visit, client: Client) -> bool:
    """Who listens and jumps looks once; whatever begins something is a look of its own."""
    looks = await unit.looks.of_client(client.id)
    mine = [one for one in looks if one.staff_name == visit.staff.name and one.what == "file"]
    return any(visit.at - one.at < SAME_LOOK for one in mine)


def _asked(visit: Visit, client: Client, file_id: str, *, covered: bool, status: int = 200) -> Response:
    wrong = status != 200 and not covered
    facts: dict[str, Any] = {"client": client, "file_id": file_id, "covered": covered, "wrong": wrong}
    return page("original.html", status, session=visit.session, reasons=REASONS, originals=wording_originals, **facts)


async def _sent(visit: Visit, client: Client, file_id: str, way: str) -> Response:
    try:
        content = await visit.desk.files.read(file_id)
    except FileNotFoundError:  # erased when its time was over
        return not_found(session=visit.session)
    kind, ending = sniff(content) or ("application/octet-stream", _ENDINGS.get(other_kind(content), "bin"))
    way = way if sniff(content) else "attachment"
    headers = {
        "Content-Disposition": f'{way}; filename="{client.number}.{ending}"',
        "Content-Security-Policy": _LOCKED,
    }
    if not kind.startswith("audio/"):
        return Response(content, media_type=kind, headers=headers)
    status, part, more = part_of(content, visit.request.headers.get("range", ""))
    return Response(part, status, media_type=kind, headers=headers | more)
