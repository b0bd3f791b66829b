"""Ids made in Python, and numbers that people can read aloud."""

from __future__ import annotations

import secrets
import uuid

# No 0/O, 1/I/L, and no vowels, so that no number spells a word.
_SPOKEN = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_id() -> str:
    """A random id of 32 hexadecimal characters."""
    return uuid.uuid4().hex


def spoken_number(prefix: str, groups: int = 2) -> str:
    """A number for people, such as «LS-7F3K-2QXB»; 27^4 possibilities a group."""
    parts = ["".join(secrets.choice(_SPOKEN) for _ in range(4)) for _ in range(groups)]
    return "-".join([prefix, *parts])
