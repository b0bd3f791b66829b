"""What a process that reads foreign files may do: little memory, little time, no files, no network.

Every limit that the machine does not offer is left out silently; the others still hold.
"""

from __future__ import annotations

import contextlib
import ctypes
import resource
import signal
from dataclasses import dataclass

from bot.income.papers.no_sockets import no_sockets


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process of one set of files may use. Address space is more than what it really takes."""

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float


TEXT = Limits(1024**3, 8, 15.0)
PHOTOS = Limits(4 * 1024**3, 60, 90.0)
"""Reading a photo takes about 3 seconds and 0.6 GiB; eight of them are allowed."""

_PDEATHSIG, _NO_NEW_PRIVS = 1, 38
_NEWUSER, _NEWNET = 0x10000000, 0x40000000


def close_the_doors() -> None:
    """For the whole worker: it dies with its parent, gains no rights, has no network and writes no file."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.unshare(_NEWUSER | _NEWNET)
        no_sockets(libc)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 32)


def for_one_document(limits: Limits) -> None:
    """For the process of one document: it dies with the worker, and has little memory and time."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _limit(resource.RLIMIT_AS, limits.memory_bytes)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds)


def _limit(which: int, most: int) -> None:
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(which)
        top = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (top, top))
