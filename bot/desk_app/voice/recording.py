"""A recording as a browser gives it, as Telegram takes a voice message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.desk_app.forms import MAX_UPLOAD
from bot.desk_app.voice import mp4, ogg, webm
from bot.desk_app.voice.refused import VoiceRefused

MOST_SECONDS = 180  # what the page records at most; at its bit rate that is some 720 kB


@dataclass(frozen=True, slots=True)
class Recording:
    """What goes to Telegram, with the ending of its name; `seconds` is 0 when only the player can tell."""

    content: bytes
    ending: str
    seconds: int = 0


async def ready(content: bytes) -> Recording:
    """WebM becomes Ogg with the same sound, the rest stays; beside the other work, for it takes a moment."""
    return await asyncio.to_thread(repacked, content)


def repacked(content: bytes) -> Recording:
    """As `ready`; VoiceRefused when this is no recording of sound alone."""
    if len(content) > MAX_UPLOAD:
        raise VoiceRefused("too large")
    if content.startswith(webm.MAGIC):
        content = ogg.write_ogg(*webm.read_webm(content))
    if ogg.is_opus(content):
        return Recording(content, "ogg", ogg.seconds(content))
    if mp4.only_sound(content):
        return Recording(content, "m4a")
    raise VoiceRefused("no recording")
