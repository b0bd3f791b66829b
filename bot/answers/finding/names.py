"""Names by their hashes: a sorted array finds a row without a dictionary of every name in memory."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]


def hashes(names: Sequence[str]) -> Hashes:
    """64 bits a name: among a million names the chance that two share a hash is one in thirty million."""
    return np.frombuffer(b"".join([blake2b(name.encode(), digest_size=8).digest() for name in names]), "<u8")


def places_of(wanted: Hashes, known: Hashes) -> NDArray[np.int64]:
    """The place of each in the sorted `known`, -1 where it is not there."""
    if not len(known):
        return np.full(len(wanted), -1)
    places = np.searchsorted(known, wanted)
    places[places == len(known)] = 0
    return np.where(known[places] == wanted, places, -1)
