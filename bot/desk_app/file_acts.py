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
from bot.desk_app.voice.recording import Recording, ready
from bot.desk_app.voice.refused import VoiceRefused
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
    """POST /desk/klant/{client_id}/bestand with `file` and, if wanted, words as `text`."""
    kind, ending = sniff(visit.upload) or ("", "")
    heard = await _recording(visit.upload) if kind.startswith("audio/") else None
    return await _send(visit, "bestand", "file", heard or Recording(visit.upload, ending))


async def send_voice(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/spraak, as above, with what the browser recorded. The page calls it."""
    return await _send(visit, "spraak", "voice", await _recording(visit.upload) or Recording(b"", ""))


async def _recording(content: bytes) -> Recording | None:
    try:
        return await ready(content)
    except VoiceRefused:
        return None


async def _send(visit: Visit, form: str, otherwise: handoff.Why, sent: Recording) -> Response:
    """The name of the file says nothing: what it was called here may say too much."""
    file_id = new_id()

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        if sent.ending not in _WAYS:
            raise handoff.ActRefused(otherwise)
        await second_look(unit, visit, client)
        way, theirs = _WAYS[sent.ending], translator(client.language)
        alone = wording.voice_alone(theirs) if way == "voice" else wording.file_alone(theirs)
        words = visit.form.get("text", "").strip() or alone
        enclosed = Picture(file_id, way, f"{wording.file_name(theirs)}.{sent.ending}", sent.seconds)
        await visit.desk.files.keep(file_id, sent.content)
        found = hashlib.sha256(sent.content).hexdigest()
        kind = handoff.VOICE_FROM_DESK if way == "voice" else handoff.FROM_DESK
        await unit.files.add(file_id, client.id, kind, len(sent.content), found, visit.at)
        return await handoff.start(unit, visit.staff, client, words, visit.at, enclosed=enclosed)

    return await do(visit, form, act)
