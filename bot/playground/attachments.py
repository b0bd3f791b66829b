"""What a client attaches: files, and the kinds of message that need none."""

from __future__ import annotations

import secrets
from typing import Any

from bot.playground.entities import cleaned
from bot.playground.files import described
from bot.playground.methods.media import new_file
from bot.playground.parameters import Upload
from bot.playground.phone import CannotDo
from bot.playground.refusals import Refusal
from bot.playground.world import World

_WITH_FILE = ("photo", "document", "voice")
_WITHOUT_FILE = ("sticker", "location", "contact", "video", "poll")


async def attached(
    world: World, kind: str, uploads: list[Upload], text: str, duration: int
) -> list[dict[str, Any]]:
    """The content of one message per file, the words as caption of the first."""
    if kind in _WITHOUT_FILE:
        return [without_file(world, kind)]
    if kind not in _WITH_FILE:
        raise CannotDo("unknown_kind")
    if not uploads:
        raise CannotDo("no_file")
    try:
        contents = [{kind: await new_file(world, kind, upload, duration)} for upload in uploads]
    except Refusal as problem:
        raise CannotDo("not_a_photo") from problem
    words, entities = cleaned(text[:1024], [])
    if words:
        contents[0]["caption"] = words
        if entities:
            contents[0]["caption_entities"] = entities
    return contents


def without_file(world: World, kind: str) -> dict[str, Any]:
    """A message of a kind that only needs to be there."""
    if kind == "location":
        return {"location": {"latitude": 52.3676, "longitude": 4.9041}}
    if kind == "contact":
        return {"contact": {"phone_number": "+31600000000", "first_name": "Verzonnen"}}
    if kind == "poll":
        return {"poll": _poll()}
    stored = world.files.put(b"\x00" * 64, kind, f"{kind}.bin", _MIME[kind])
    return {kind: {**described(stored), **_SHAPE[kind]}}


_MIME = {"sticker": "image/webp", "video": "video/mp4"}
_SHAPE: dict[str, dict[str, Any]] = {
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    },
    "video": {"width": 640, "height": 360, "duration": 3, "mime_type": "video/mp4"},
}


def _poll() -> dict[str, Any]:
    return {
        "id": str(secrets.randbits(60)),
        "question": "Ja of nee?",
        "options": [
            {"text": text, "voter_count": 0, "persistent_id": str(place)}
            for place, text in enumerate(("Ja", "Nee"))
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
