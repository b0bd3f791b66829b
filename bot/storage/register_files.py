"""A Klantinteracties register that is a folder: one JSON file a handoff."""

from __future__ import annotations

import json
import os
from pathlib import Path

from bot.handoff.klantinteracties import Handoff


class RegisterFiles:
    """The Register of bot/handoff/klantinteracties.py that writes files which only their owner can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def register(self, handoff: Handoff) -> None:
        """Write the file of this handoff, whole or not at all; an earlier one is replaced."""
        target = self._folder / f"{handoff.number}.json"
        unfinished = target.with_suffix(".part")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(handoff.as_dict(), file, ensure_ascii=False, indent=2)
        unfinished.replace(target)
