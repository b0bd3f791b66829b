"""The worker that reads files of strangers, outside the bot's own process.

It loads everything once, then forks one limited process for each set of files. Bytes come in and JSON goes
out over pipes; nothing touches the disk. What a document does to its process ends with that process.

Frames: a count (4 bytes), then for each part its length (4 bytes) and its bytes; big-endian.
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import sys
import time
from collections.abc import Sequence
from typing import BinaryIO

from bot.income.papers import limits
from bot.income.papers.lexicon import lexicon
from bot.income.papers.slips import read_documents
from bot.income.payslip import Reading

WALL_SECONDS = 15.0
"""The longest that one set of files may take, waiting included."""

_MOST_ANSWER = 1024 * 1024
_COUNT = struct.Struct(">I")


def frame(parts: Sequence[bytes]) -> bytes:
    """The parts as one frame."""
    return _COUNT.pack(len(parts)) + b"".join(_COUNT.pack(len(part)) + part for part in parts)


def serve() -> None:
    """Reads frames from standard input until it closes; answers each with one line of JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lexicon()
    limits.close_the_doors()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while (documents := _next(source)) is not None:
        sink.write(_apart(documents).replace(b"\n", b" ") + b"\n")
        sink.flush()


def _next(source: BinaryIO) -> list[bytes] | None:
    count = source.read(_COUNT.size)
    if len(count) < _COUNT.size:
        return None
    return [source.read(*_COUNT.unpack(source.read(_COUNT.size))) for _ in range(*_COUNT.unpack(count))]


def _apart(documents: list[bytes]) -> bytes:
    """Reads the documents in a process of their own; its death is an answer too."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _read_and_exit(documents, theirs)
    os.close(theirs)
    try:
        answer = _collect(ours, time.monotonic() + WALL_SECONDS)
    finally:
        os.close(ours)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if answer is None or not answer.endswith(b"\n"):
        return _refusal(answer is None or _ran_out(status))
    return answer[:-1]


def _read_and_exit(documents: list[bytes], pipe: int) -> None:
    """In the child: the answer ends with a newline, so that half an answer is recognised. Never returns."""
    try:
        limits.for_one_document()
        answer = json.dumps(read_documents(documents).to_json(), separators=(",", ":")).encode()
        _write_all(pipe, answer + b"\n")
    except MemoryError:
        os.kill(os.getpid(), signal.SIGXCPU)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _write_all(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]


def _collect(pipe: int, until: float) -> bytes | None:
    """Everything the child writes; None when it takes too long or writes too much."""
    answer = b""
    while (left := until - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            return None
        part = os.read(pipe, 65536)
        if not part:
            return answer
        answer += part
        if len(answer) > _MOST_ANSWER:
            return None
    return None


def _ran_out(status: int) -> bool:
    """Whether the child was ended for using too much, rather than failing by itself."""
    heavy = (signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) in heavy


def _refusal(heavy: bool) -> bytes:
    return json.dumps(Reading("refused", "too_heavy" if heavy else "damaged").to_json()).encode()
