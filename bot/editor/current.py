"""The answers as the files in content/ are now: an editor saves, looks, and needs no restart.

The chats go on with what the bot was started with. What changed in the ways to ask is learned in a process
of its own; until that is ready the finder of this page is careful.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.answers.decision import Decider
from bot.answers.learning import learn_apart
from bot.answers.library import Library
from bot.reception.house import House

log = logging.getLogger(__name__)

Stamp = frozenset[tuple[str, int, int]]
_KINDS = ("*.md", "*.yaml")


class Current:
    """The house with the newest texts; it begins as the house of the chats."""

    def __init__(self, house: House, cache: Path) -> None:
        self._house, self._cache = house, cache
        self._folder = house.library.folder
        self._stamp = stamp_of(self._folder)
        self._lock = asyncio.Lock()
        self._questions: tuple[Library, Mapping[str, Sequence[str]]] | None = None
        self._learning: asyncio.Task[None] | None = None
        self.unreadable = False  # a file cannot be read: these are the texts of before

    async def house(self) -> House:
        """Read again what changed since the last time."""
        async with self._lock:
            stamp = await asyncio.to_thread(stamp_of, self._folder)
            if stamp != self._stamp:
                self._stamp = stamp
                await self._read()
        return self._house

    async def questions(self) -> Mapping[str, Sequence[str]]:
        """Slug -> every way to ask it."""
        library = self._house.library
        if self._questions is None or self._questions[0] is not library:
            self._questions = library, await asyncio.to_thread(library.questions)
        return self._questions[1]

    @property
    def learned(self) -> bool:
        """Whether the newest ways to ask were learned."""
        return _learned(self._house.decider)

    async def close(self) -> None:
        """Stop learning."""
        if self._learning:
            self._learning.cancel()
            await asyncio.gather(self._learning, return_exceptions=True)

    async def _read(self) -> None:
        try:
            library = await asyncio.to_thread(Library.load, self._folder, self._cache)
            decider = await asyncio.to_thread(Decider.at_once, library, self._cache)
        except Exception:  # any slip of an editor; `content check` names it
            log.info("content_unreadable")
            self.unreadable = True
            return
        self.unreadable = False
        self._house = replace(self._house, decider=decider, library=library)
        if not _learned(decider) and (self._learning is None or self._learning.done()):
            self._learning = asyncio.create_task(self._learn())

    async def _learn(self) -> None:
        """Until what is on the disk was learned; an editor may save again meanwhile."""
        while not _learned((await self.house()).decider):
            decider, stamp = self._house.decider, self._stamp
            if not await learn_apart(self._folder, self._cache):
                return
            if stamp == await asyncio.to_thread(stamp_of, self._folder):
                await asyncio.to_thread(decider.complete, self._cache)  # only reads what was learned


def stamp_of(folder: Path) -> Stamp:
    """Changes when a file of content/ does: names, times and sizes."""
    paths = [path for kind in _KINDS for path in folder.rglob(kind)]
    facts = ((path.as_posix(), path.stat()) for path in paths)
    return frozenset((name, fact.st_mtime_ns, fact.st_size) for name, fact in facts)


def _learned(decider: Decider) -> bool:
    return not decider.finder.quick and decider.watch.complete
