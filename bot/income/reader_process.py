"""The worker that reads files of strangers, outside the bot's own process.

It loads everything once, then forks one limited process for each set of files. Bytes come in and JSON goes
out over pipes; nothing touches the disk. What a document does to its process ends with that process.
There are two kinds: one for the text of PDFs, and a larger one for photos and scans, that starts when the
first photo comes.

Frames: a count (4 bytes), then for each part its length (4 bytes) and its bytes; big-endian. The first part
says whether pictures are wanted (`WITH_PICTURES`), the others are files.
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
from typing import Any, BinaryIO

from bot.income.papers import limits
from bot.income.papers.lexicon import lexicon
from bot.income.papers.limits import Limits
from bot.income.payslip import Reading

WITH_PICTURES = b"pictures"

_MOST_ANSWER = 24 * 1024 * 1024
_COUNT = struct.Struct(">I")


def frame(parts: Sequence[bytes]) -> bytes:
    """The parts as one frame."""
    return _COUNT.pack(len(parts)) + b"".join(_COUNT.pack(len(part)) + part for part in parts)


def serve(kind: str) -> None:
    """Reads frames from standard input until it closes; answers each with one line of JSON. `kind`: text or photos."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lexicon()
    if kind == "photos":
        _warm()
    limits.close_the_doors()
    allowed = limits.PHOTOS if kind == "photos" else limits.TEXT
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while (parts := _next(source)) is not None:
        sink.write(_apart(parts, allowed).replace(b"\n", b" ") + b"\n")
        sink.flush()


def _warm() -> None:
    """Loads what reading photos needs, so that no process of a file has to open anything."""
    from PIL import Image  # noqa: PLC0415 - heavy, and only for photos

    from bot.income.photos.lines import lines_of  # noqa: F401, PLC0415
    from bot.income.photos.models import models  # noqa: PLC0415

    Image.init()
    models()


def _next(source: BinaryIO) -> list[bytes] | None:
    count = source.read(_COUNT.size)
    if len(count) < _COUNT.size:
        return None
    return [source.read(*_COUNT.unpack(source.read(_COUNT.size))) for _ in range(*_COUNT.unpack(count))]


def _apart(parts: list[bytes], allowed: Limits) -> bytes:
    """Reads the documents in a process of their own; its death is an answer too."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _read_and_exit(parts, allowed, theirs)
    os.close(theirs)
    try:
        answer = _collect(ours, time.monotonic() + allowed.wall_seconds)
    finally:
        os.close(ours)
    if answer is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if answer is None or not answer.endswith(b"\n"):
        return _refusal(answer is None or _ran_out(status))
    return answer[:-1]


def _read_and_exit(parts: list[bytes], allowed: Limits, pipe: int) -> None:
    """In the child: the answer ends with a newline, so that half an answer is recognised. Never returns."""
    try:
        limits.for_one_document(allowed)
        answer = json.dumps(_answer(parts, allowed), separators=(",", ":")).encode()
        _write_all(pipe, answer + b"\n")
    except MemoryError:
        os.kill(os.getpid(), signal.SIGXCPU)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _answer(parts: list[bytes], allowed: Limits) -> dict[str, Any]:
    """The reading and, when they are wanted, the pictures."""
    wish, documents = parts[0], parts[1:]
    if allowed is limits.TEXT:
        from bot.income.papers.slips import read_documents  # noqa: PLC0415

        reading = read_documents(documents)
        if wish != WITH_PICTURES or reading.kind not in ("payslip", "not_payslip"):
            return {"reading": reading.to_json()}
    from bot.income.photos import lines  # noqa: PLC0415 - heavy, and only for pictures
    from bot.income.photos.documents import read_seen, read_text  # noqa: PLC0415
    from bot.income.photos.pictures import pictures_of  # noqa: PLC0415

    reading, seen = read_text(documents) if allowed is limits.TEXT else read_seen(documents)
    if wish != WITH_PICTURES:
        return {"reading": reading.to_json()}
    printed = lines.lines_of(seen) if reading.kind != "payslip" else []
    return {"reading": reading.to_json(), "lines": lines.to_json(printed), **pictures_of(reading, seen).to_json()}


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
    return json.dumps({"reading": Reading("refused", "too_heavy" if heavy else "damaged").to_json()}).encode()
