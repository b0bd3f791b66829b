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
from bot.income.papers.sniffing import MAX_BYTES, at_the_door
from bot.income.payslip import Reading
from bot.income.worker import Worker


class PayslipReader:
    """A few warm worker processes. Use it as `async with`, or call start and close."""

    def __init__(self, workers: int = 1) -> None:
        self._all = [Worker() for _ in range(max(workers, 1))]
        self._idle: deque[Worker] = deque(self._all)
        self._free = asyncio.Semaphore(len(self._all))

    async def start(self) -> None:
        """Warms the workers; reading also does that by itself."""
        for worker in self._all:
            await worker.start()

    async def close(self) -> None:
        """Ends the workers."""
        for worker in self._all:
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
        refusal = at_the_door(documents)
        if refusal:
            return refusal
        async with self._free:
            worker = self._idle.popleft()
            try:
                return await worker.read(documents)
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
            return {"id": identity, **Reading("refused", "bad_line").to_json()}
        documents = [await asyncio.to_thread(load, path) for path in paths]
    except WrongUse:
        return {"id": identity, **Reading("refused", "file_not_found").to_json()}
    except (ValueError, KeyError, TypeError):
        return {"id": identity, **Reading("refused", "bad_line").to_json()}
    return {"id": identity, **(await reader.read(documents)).to_json()}


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
