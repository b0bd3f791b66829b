"""Learns from content/ in a process of its own: `python -m bot.answers.learning CONTENT CACHE`.

Learning takes seconds of pure computing. In a thread of the bot it would make every chat
wait; here the bot only reads the result from the cache afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path

from bot.answers.decision import Decider
from bot.answers.library import Library


async def learn_apart(content: Path, cache: Path) -> bool:
    """Run this file with low priority; whether the cache now holds what was learned."""
    process = await asyncio.create_subprocess_exec(
        *_command(content, cache),
        cwd=Path(__file__).parent.parent.parent,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        return await process.wait() == 0
    except asyncio.CancelledError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        raise


def _command(content: Path, cache: Path) -> list[str]:
    return [sys.executable, "-m", "bot.answers.learning", str(content.resolve()), str(cache.resolve())]


def main(arguments: list[str]) -> int:
    """Learn what is not kept yet."""
    content, cache = Path(arguments[0]), Path(arguments[1])
    os.nice(10)
    Decider.load(Library.load(content, cache), cache)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
