"""A file that a client sent, shown so that nothing in it can run."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import not_found
from bot.handoff import desk as handoff

_LOCKED = "default-src 'none'; sandbox; frame-ancestors 'none'"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"GIF8", "image/gif", "gif"),
)


def sniff(content: bytes) -> tuple[str, str] | None:
    """(content type, ending) by the first bytes; None when it is nothing that we show."""
    for start, kind, ending in _SIGNATURES:
        if content.startswith(start):
            return kind, ending
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp", "webp"
    return None


async def file_page(visit: Visit) -> Response:
    """GET /desk/bestand/{file_id}; every view is logged before anything is shown."""
    file_id = visit.request.path_params["file_id"]
    async with visit.desk.units.writing() as unit:
        owner = await unit.files.owner(file_id)
        client = await own_client(unit, visit, owner[0]) if owner else None
        if client is None:
            return not_found(session=visit.session)
        await handoff.look(unit, visit.staff, client, "file", visit.at)
    try:
        content = await visit.desk.files.read(file_id)
    except FileNotFoundError:  # erased when its time was over
        return not_found(session=visit.session)
    return _shown(content, client.number)


def _shown(content: bytes, number: str) -> Response:
    kind, ending = sniff(content) or ("application/octet-stream", "bin")
    way = "inline" if ending != "bin" else "attachment"
    headers = {
        "Content-Disposition": f'{way}; filename="{number}.{ending}"',
        "Content-Security-Policy": _LOCKED,
    }
    return Response(content, media_type=kind, headers=headers)
