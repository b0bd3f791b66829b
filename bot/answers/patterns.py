"""Many patterns asked of a text in one go, in a time that grows with the text only, whatever somebody types.

RE2 looks for all of them at once. It knows letters of ASCII only where a pattern says \\w or \\b, so a text with
other letters is looked at by Python's own `re`, one pattern after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import re2

_ASCII_LETTERS = re.compile(r"[a-z]{2}")


_MOST_MEMORY = 64 << 20  # bytes; the patterns of content/ need a few million, and with too little RE2 finds nothing


class Patterns:
    """Raises re.error for a pattern that is none."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.sources = tuple(sources)
        # A pattern in other letters never stands in plain ASCII.
        self._ascii = [i for i, source in enumerate(sources) if _ASCII_LETTERS.search(source)]
        self._apart: list[tuple[int, re.Pattern[str]]] = []  # what RE2 does not know, such as looking ahead
        self._together = re2.Set.SearchSet(_options())
        self._numbers = [i for i in self._ascii if self._added(i)]
        self._together.Compile()

    def _added(self, number: int) -> bool:
        try:
            self._together.Add(self.sources[number])
        except re2.error:
            self._apart.append((number, re.compile(self.sources[number])))
            return False
        return True

    @cached_property
    def _one_by_one(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(source) for source in self.sources)

    def first(self, text: str) -> int | None:
        """The number of the first pattern that stands in the text, or None."""
        if not text.isascii():
            return next((i for i, pattern in enumerate(self._one_by_one) if pattern.search(text)), None)
        found = [self._numbers[i] for i in self._together.Match(text) or ()] if self._numbers else []
        found += [i for i, pattern in self._apart if pattern.search(text)]
        return min(found, default=None)


def _options() -> re2.Options:
    options = re2.Options()
    options.max_mem = _MOST_MEMORY
    options.log_errors = False  # it would print the pattern
    return options
