"""A process that can open no socket at all, by a filter of the Linux kernel (seccomp); no package is needed for it.

A network of its own (`limits.py`) is often not allowed inside a container. This is, for every user.
"""

from __future__ import annotations

import ctypes

_SET_SECCOMP, _FILTER = 22, 2
_ALLOW, _DENIED = 0x7FFF0000, 0x00050000 | 13  # the second gives «permission denied» (13)
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _MACHINE = 0, 4  # where the kernel puts them, in bytes
_X86_64, _AARCH64 = (0xC000003E, 41), (0xC00000B7, 198)  # (machine, its number of the call «socket»)


class _Step(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


_STEPS = (  # (what, steps to skip when equal, when not, value)
    (_LOAD, 0, 0, _MACHINE),
    (_EQUAL, 0, 2, _X86_64[0]),
    (_LOAD, 0, 0, _NUMBER),
    (_EQUAL, 4, 3, _X86_64[1]),
    (_EQUAL, 0, 2, _AARCH64[0]),
    (_LOAD, 0, 0, _NUMBER),
    (_EQUAL, 1, 0, _AARCH64[1]),
    (_RETURN, 0, 0, _ALLOW),
    (_RETURN, 0, 0, _DENIED),
)


def no_sockets(libc: ctypes.CDLL) -> None:
    """For this process and all that it starts; on another machine nothing happens. Needs «no new privileges»."""
    steps = (_Step * len(_STEPS))(*(_Step(*each) for each in _STEPS))
    program = _Program(len(_STEPS), steps)
    libc.prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program), 0, 0)
