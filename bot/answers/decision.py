"""What to do with a message: the one decision that a chat, the playground and `ask` all get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.answers.crisis import CrisisWatch
from bot.answers.detecting import detect
from bot.answers.finding.finder import Finder, Found
from bot.answers.finding.words import LONGEST, words
from bot.answers.library import Library
from bot.answers.smalltalk import SmallTalk, SmallTalkList

Action = Literal["answer", "clarify", "none", "crisis", "smalltalk"]
MOST_CHOICES, FEWEST_CHOICES = 4, 2
_DOUBT = 0.2  # below this confidence no choices are offered
_NEED = 0.5  # the confidence in a topic of need that is enough to show the route to people
_FAINT = 0.03  # a topic with less chance is no choice, beyond the first two
_SPLIT = re.compile(r"[?!.\n]+|,? (?:en ook|en ik|en hoe|en wanneer|en wat|en mag|and also|and how|and when) ")


@dataclass(frozen=True, slots=True)
class Decision:
    """`topic` is a slug with `answer` and `crisis`; `choices` has 2 to 4 slugs with `clarify`.

    With `answer`, `choices` holds what else it may have been, and `also` a second question.
    """

    action: Action
    language: str
    topic: str | None = None
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    confidence: float = 0.0
    crisis_kind: str | None = None
    smalltalk: SmallTalk | None = None

    def to_json(self, id_: object = None) -> dict[str, Any]:
        """One line of `ask --json`."""
        return {
            "id": id_,
            "action": self.action,
            "topic": self.topic,
            "choices": list(self.choices),
            "also": list(self.also),
            "confidence": round(self.confidence, 4),
            "lang": self.language,
        }


@dataclass(slots=True)
class Decider:
    """Everything needed to decide. `finder` and `watch` may be replaced while others ask."""

    library: Library
    finder: Finder
    watch: CrisisWatch
    small: SmallTalkList

    @classmethod
    def load(cls, library: Library, cache_dir: Path) -> Decider:
        """Complete, learning first when the content is new (seconds): for the command line and tests."""
        decider = cls.at_once(library, cache_dir)
        decider.complete(cache_dir)
        return decider

    @classmethod
    def at_once(cls, library: Library, cache_dir: Path) -> Decider:
        """Without learning: with what is kept, or else careful until `complete` was called."""
        finder = Finder.load(library, cache_dir) or Finder.quickly(library)
        watch = CrisisWatch.at_once(library.folder / "crisis.yaml", _ordinary(library), cache_dir)
        return cls(library, finder, watch, SmallTalkList.load(library.folder / "smalltalk.yaml"))

    def complete(self, cache_dir: Path) -> None:
        """Learn what was not kept; may run in a thread, the other threads go on with the old parts."""
        if not self.watch.complete:
            signs = self.library.folder / "crisis.yaml"
            self.watch = CrisisWatch.load_or_train(signs, _ordinary(self.library), cache_dir)
        if self.finder.quick:
            self.finder = Finder.load_or_train(self.library, cache_dir)

    def decide(self, text: str, *, history: Sequence[str] = (), language_hint: str | None = None) -> Decision:
        """Crisis first, then small talk, then topics. Never raises, whatever the text."""
        text = text[:LONGEST]
        language = detect(text, language_hint)
        kind = self.watch.kind(text)
        if kind:
            return self._crisis(kind, language)
        small = self.small.kind(text)
        if small:
            return Decision("smalltalk", language, smalltalk=small, confidence=1.0)
        return self._topic(text, self.finder.find(text, history[-1] if history else None), language)

    def _crisis(self, kind: str, language: str, confidence: float = 1.0) -> Decision:
        route = self.library.help.crisis.get(kind)
        return Decision("crisis", language, route.topic if route else None, confidence=confidence, crisis_kind=kind)

    def _topic(self, text: str, found: Found, language: str) -> Decision:
        choices = _choices(found)
        best = found.topics[0][0] if found.topics else None
        if best is None or found.confidence < _DOUBT or len(choices) < FEWEST_CHOICES:
            return Decision("none", language, confidence=found.confidence)
        kind = self._crisis_of(best)
        if kind:
            return self._crisis_topic(text, kind, found, choices, language)
        two = self._two_questions(text)
        if two:
            return Decision("answer", language, two[0], also=(two[1],), confidence=found.confidence)
        if found.confidence >= self.finder.direct:
            return Decision("answer", language, best, choices=choices[1:], confidence=found.confidence)
        return Decision("clarify", language, choices=choices, confidence=found.confidence)

    def _crisis_topic(self, text: str, kind: str, found: Found, choices: tuple[str, ...], language: str) -> Decision:
        """A topic of need is never just answered: the route to people, or when in doubt a choice."""
        if found.confidence >= _NEED and not self.watch.has_saying(text):
            return self._crisis(kind, language, found.confidence)
        return Decision("clarify", language, choices=choices, confidence=found.confidence)

    def _crisis_of(self, slug: str) -> str | None:
        return next((k for k, route in self.library.help.crisis.items() if route.topic == slug), None)

    def _two_questions(self, text: str) -> tuple[str, str] | None:
        """Two parts that each would be answered at once, with another topic each."""
        parts = [part for part in _SPLIT.split(text) if len(words(part)) > 2]
        if len(parts) != 2:  # a longer text is a story, in which sentences are no questions of their own
            return None
        found = [self.finder.find(part) for part in parts]
        sure = [f.topics[0][0] for f in found if f.confidence >= self.finder.direct]
        return (sure[0], sure[1]) if len(sure) == 2 and sure[0] != sure[1] else None


def _choices(found: Found) -> tuple[str, ...]:
    first, rest = found.topics[:FEWEST_CHOICES], found.topics[FEWEST_CHOICES:MOST_CHOICES]
    return tuple(slug for slug, _ in first) + tuple(slug for slug, chance in rest if chance >= _FAINT)


def _ordinary(library: Library) -> list[str]:
    """Messages that are no crisis: every question of every other topic, and what is about something else."""
    crisis = {route.topic for route in library.help.crisis.values()}
    questions = library.questions()
    normal = [text for slug, texts in questions.items() if slug not in crisis for text in texts]
    return [*normal, *library.outside()]
