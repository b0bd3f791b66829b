"""Sending a file to a client: a document, a photo, or a recorded voice."""

from __future__ import annotations

import hashlib
from typing import Literal

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.acts import do
from bot.desk_app.advising import second_look
from bot.desk_app.desk import Visit
from bot.desk_app.file_page import sniff
from bot.handoff import desk as handoff
from bot.handoff import wording
from bot.handoff.case import Case
from bot.identifiers import new_id
from bot.language import translator
from bot.messages import Picture
from bot.unit import Unit

# By ending: what Telegram takes as a photo and as a voice message; the rest goes as a document.
_WAYS: dict[str, Literal["photo", "document", "voice"]] = {
    "pdf": "document",
    "jpg": "photo",
    "png": "photo",
    "ogg": "voice",
    "mp3": "voice",
    "m4a": "voice",
}


async def send_file(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/bestand with `file` and, if wanted, words as `text`.

    The name of the file says nothing: what it was called here may say too much.
    """
    file_id, (_, ending) = new_id(), sniff(visit.upload) or ("", "")

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        if ending not in _WAYS:
            raise handoff.ActRefused("file")
        await second_look(unit, visit, client)
        theirs = translator(client.language)
        words = visit.form.get("text", "").strip() or wording.file_alone(theirs)
        enclosed = Picture(file_id, _WAYS[ending], f"{wording.file_name(theirs)}.{ending}")
        await visit.desk.files.keep(file_id, visit.upload)
        found = hashlib.sha256(visit.upload).hexdigest()
        await unit.files.add(file_id, client.id, handoff.FROM_DESK, len(visit.upload), found, visit.at)
        return await handoff.start(unit, visit.staff, client, words, visit.at, enclosed=enclosed)

    return await do(visit, "bestand", act)
