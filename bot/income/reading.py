"""The door to reading payslips: bytes or files in, a Reading out, never an exception about a file."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.errors import WrongUse
from bot.income.papers.sniffing import MAX_BYTES, at_the_door, sniff
from bot.income.payslip import Reading
from bot.income.seen import Seen
from bot.income.worker import Worker

_ONLY_TEXT = ("pdf",)
_HAS_NO_TEXT = ("scan", "no_text_layer")


class PayslipReader:
    """A few warm worker processes for text, as many for photos. Use it as `async with`, or call close at the end.

    A worker starts when it is first needed: a bot that gets no photos never loads what reads them.
    """

    def __init__(self, workers: int = 1) -> None:
        count = max(workers, 1)
        self._text = _Workers([Worker("text") for _ in range(count)])
        self._photos = _Workers([Worker("photos") for _ in range(count)])

    async def start(self) -> None:
        """Warms the workers for text; reading also does that by itself."""
        for worker in self._text.all:
            await worker.start()

    async def close(self) -> None:
        """Ends the workers."""
        for worker in (*self._text.all, *self._photos.all):
            await worker.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def read(self, documents: Sequence[bytes]) -> Reading:
        """Reads files that are the pages of one payslip, in order. A file at fault gives a Reading."""
        return (await self.see(documents, pictures=False)).reading

    async def see(self, documents: Sequence[bytes], pictures: bool = True) -> Seen:
        """As `read`, with the pictures that may be kept and shown."""
        refusal = at_the_door(documents)
        if refusal:
            return Seen(refusal)
        if all(sniff(data) in _ONLY_TEXT for data in documents):
            seen = await self._text.see(documents, pictures)
            if seen.reading.kind != "unreadable" or seen.reading.reason not in _HAS_NO_TEXT:
                return seen
        return await self._photos.see(documents, pictures)


class _Workers:
    """Workers of one kind, lent to one set of files at a time."""

    def __init__(self, workers: list[Worker]) -> None:
        self.all = workers
        self._idle: deque[Worker] = deque(workers)
        self._free = asyncio.Semaphore(len(workers))

    async def see(self, documents: Sequence[bytes], pictures: bool) -> Seen:
        """Waits for a worker and asks it."""
        async with self._free:
            worker = self._idle.popleft()
            try:
                return await worker.read(documents, pictures)
            finally:
                self._idle.append(worker)


async def read_files(paths: Sequence[Path]) -> Reading:
    """Reads the files of one payslip from disk; WrongUse with one sentence when a file cannot be opened."""
    documents = [await asyncio.to_thread(load, path) for path in paths]
    async with PayslipReader() as reader:
        return await reader.read(documents)


async def read_batch(lines: Iterable[str], workers: int = 1) -> AsyncIterator[dict[str, Any]]:
    """One object for each JSON line with `id` and `files`, in their order; a bad line is 'refused'."""
    async with PayslipReader(workers) as reader:
        waiting: deque[asyncio.Task[dict[str, Any]]] = deque()
        try:
            for line in lines:
                if line.strip():
                    waiting.append(asyncio.create_task(_one(reader, line)))
                if len(waiting) > 2 * workers:
                    yield await waiting.popleft()
            while waiting:
                yield await waiting.popleft()
        finally:
            for task in waiting:
                task.cancel()


async def _one(reader: PayslipReader, line: str) -> dict[str, Any]:
    identity: Any = None
    try:
        asked = json.loads(line)
        identity = asked["id"]
        paths = [Path(path) for path in asked["files"]] if isinstance(asked["files"], list) else None
        if not paths:
            return {"id": identity, **Reading("refused", "bad_line").printed()}
        documents = [await asyncio.to_thread(load, path) for path in paths]
    except WrongUse:
        return {"id": identity, **Reading("refused", "file_not_found").printed()}
    except (ValueError, KeyError, TypeError):
        return {"id": identity, **Reading("refused", "bad_line").printed()}
    return {"id": identity, **(await reader.read(documents)).printed()}


def load(path: Path) -> bytes:
    """The bytes of a file, at most one more than is allowed; WrongUse when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise WrongUse(f"{path} is a folder, not a file.") from error
    except FileNotFoundError as error:
        raise WrongUse(f"There is no file {path}.") from error
    except (OSError, ValueError) as error:
        raise WrongUse(f"The file {path} cannot be opened.") from error
