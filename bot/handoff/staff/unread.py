"""What a caseworker reads in Telegram on asking: what the client said since the last answer, and no more."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handoff.advice import without_bsn
from bot.handoff.thread import Entry

MOST = 5  # messages
CHARACTERS = 700  # of each
WITHOUT_WORDS = ("📎", "🎤")  # what stands in the conversation for a file and for a voice message


def unread(entries: Sequence[Entry]) -> list[Entry]:
    """The newest messages of the client that nobody answered, oldest first; `entries` are oldest first."""
    last = max((place for place, entry in enumerate(entries) if entry.author == "staff"), default=-1)
    return [entry for entry in entries[last + 1 :] if entry.author == "client"][-MOST:]


def shown(entry: Entry) -> str:
    """The words, without a burgerservicenummer and not too many; empty for a file without words."""
    words = "" if entry.body in WITHOUT_WORDS else without_bsn(entry.body.strip())
    return words if len(words) <= CHARACTERS else words[: CHARACTERS - 1].rstrip() + "…"
