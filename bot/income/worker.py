"""One warm worker process as the bot sees it. A worker that fails is replaced; the caller gets an answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from bot.income.papers.limits import PHOTOS, TEXT
from bot.income.payslip import Reading
from bot.income.reader_process import WITH_PICTURES, frame
from bot.income.seen import Seen

Kind = Literal["text", "photos"]

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from bot.income.reader_process import serve; serve(sys.argv[2])"
)
_LINE = 26 * 1024 * 1024
_START_SECONDS = 30.0


class Worker:
    """A process that reads one set of files at a time. It starts at the first use. `kind`: text or photos."""

    def __init__(self, kind: Kind = "text") -> None:
        self._kind = kind
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts the process when it does not run. It gets no environment, so no secrets."""
        if self._process is None or self._process.returncode is not None:
            paths = json.dumps(_paths())
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-c", _BOOT, paths, self._kind),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={},
                cwd="/",
                limit=_LINE,
                start_new_session=True,
            )

    async def read(self, documents: Sequence[bytes], pictures: bool = False) -> Seen:
        """What the files say; 'refused' when the process died, hung or answered nonsense."""
        limits = PHOTOS if self._kind == "photos" else TEXT
        try:
            await self.start()
            async with asyncio.timeout(limits.wall_seconds + _START_SECONDS):
                wish = WITH_PICTURES if pictures else b""
                return Seen.from_json(json.loads(await self._ask(frame([wish, *documents]))))
        except TimeoutError:
            await self.close()
            return Seen(Reading("refused", "too_heavy"))
        except (OSError, ValueError, KeyError, TypeError):
            await self.close()
            return Seen(Reading("refused", "damaged"))
        except BaseException:  # cancelled halfway: the next answer would belong to this question
            await self.close()
            raise

    async def _ask(self, question: bytes) -> bytes:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise OSError("the worker did not start")
        process.stdin.write(question)
        await process.stdin.drain()
        return await process.stdout.readline()

    async def close(self) -> None:
        """Ends the process; without one it does nothing."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _paths() -> list[str]:
    """Where modules are found, made absolute: the worker stands in another folder."""
    return [str(Path(entry).resolve()) for entry in sys.path]
