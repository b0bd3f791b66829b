"""Greetings, thanks and swearing: a whole message that is no question (content/smalltalk.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from bot.answers.finding.words import words
from bot.answers.reading_yaml import mapping

SmallTalk = Literal["greeting", "thanks", "fine", "bye", "abuse", "emoji"]
KINDS: tuple[SmallTalk, ...] = get_args(SmallTalk)
_POLITE = frozenset(
    ("hoi", "hallo", "hey", "ok", "oke", "dag", "bot", "mevrouw", "meneer", "u", "je", "hoor", "jij", "hi")
)
_LONGEST = 6  # words; a longer message says more than hello


class SmallTalkList:
    """Knows the short messages that need a friendly word and no topic."""

    def __init__(self, phrases: dict[tuple[str, ...], SmallTalk]) -> None:
        self._phrases = phrases

    @classmethod
    def load(cls, path: Path) -> SmallTalkList:
        """Read the file; a missing file knows nothing but emoji."""
        data = mapping(path)
        return cls({tuple(words(str(p))): kind for kind in KINDS for p in data.get(kind) or ()})

    def kind(self, text: str) -> SmallTalk | None:
        """Which kind the whole message is, or None when it says something."""
        typed = tuple(words(text))
        if not typed:
            return "emoji"
        if len(typed) > _LONGEST:
            return None
        if typed in self._phrases:
            return self._phrases[typed]
        return self._in_parts(typed)

    def _in_parts(self, typed: tuple[str, ...]) -> SmallTalk | None:
        """«hoi, dank je wel»: two phrases, the last says what is meant."""
        for i in range(len(typed) - 1, 0, -1):
            first, rest = typed[:i], typed[i:]
            polite = first in self._phrases or all(word in _POLITE for word in first)
            if polite and rest in self._phrases:
                return self._phrases[rest]
            if first in self._phrases and all(word in _POLITE for word in rest):
                return self._phrases[first]
        return None
