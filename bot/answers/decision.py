"""What to do with a message: the one decision that a chat, the playground and `ask` all get."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from bot.answers.crisis import CrisisWatch
from bot.answers.detecting import detect
from bot.answers.finding.finder import Finder, Found
from bot.answers.finding.words import LONGEST, words
from bot.answers.library import Library
from bot.answers.smalltalk import SmallTalk, SmallTalkList
from bot.answers.who import Doubt, WhoIsAsking

Action = Literal["answer", "clarify", "none", "crisis", "smalltalk"]
MOST_CHOICES, FEWEST_CHOICES = 4, 2
_DOUBT = 0.2  # below this confidence no choices are offered
_NEED = 0.5  # the confidence in a topic of need that is enough to show the route to people
_FAINT = 0.03  # a topic with less chance is no choice, beyond the first two
# Measured on pairs of questions by one hand, learned from another's: one in five is seen, and 3 in 100
# single questions get a second answer beside the right one.
_CLEAR, _NEAR, _MOST_PARTS = 0.7, 4, 4
_SPLIT = re.compile(
    r"[?!.\n;]+|,? (?:en ook|en verder|en daarnaast|daarnaast|verder|ook nog|en ik|en hoe|en wanneer|en wat|en mag"
    r"|en kan|en moet|en hoeveel|and also|and how|and when|and can|ve ayrıca|i jeszcze|y también|et aussi|і ще) "
)


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
    doubt: Doubt | None = None  # with `clarify`: one question about the client settles it

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
    who: WhoIsAsking = field(default_factory=WhoIsAsking)

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
        watch = CrisisWatch.at_once(library.folder / "crisis.yaml", _Asked(library), cache_dir)
        small = SmallTalkList.load(library.folder / "smalltalk.yaml")
        return cls(library, finder, watch, small, WhoIsAsking.load(library.folder / "who.yaml"))

    def complete(self, cache_dir: Path) -> None:
        """Learn what was not kept; may run in a thread, the other threads go on with the old parts."""
        if not self.watch.complete:
            signs = self.library.folder / "crisis.yaml"
            self.watch = CrisisWatch.load_or_train(signs, _Asked(self.library), cache_dir)
        if self.finder.quick:
            self.finder = Finder.load_or_train(self.library, cache_dir)

    def decide(
        self,
        text: str,
        *,
        history: Sequence[str] = (),
        language_hint: str | None = None,
        known: Mapping[str, str] | None = None,
    ) -> Decision:
        """Crisis first, then small talk, then topics. Never raises, whatever the text.

        `known` is what the client said about herself before: difference -> option (content/who.yaml).
        """
        text = text[:LONGEST]
        language = detect(text, language_hint)
        kind = self.watch.kind(text)
        if kind:
            return self._crisis(kind, language)
        small = self.small.kind(text)
        if small:
            return Decision("smalltalk", language, smalltalk=small, confidence=1.0)
        return self._topic(text, self.finder.find(text, history[-1] if history else None), language, known or {})

    def _crisis(self, kind: str, language: str, confidence: float = 1.0) -> Decision:
        route = self.library.help.crisis.get(kind)
        return Decision("crisis", language, route.topic if route else None, confidence=confidence, crisis_kind=kind)

    def _topic(self, text: str, found: Found, language: str, known: Mapping[str, str]) -> Decision:
        choices = _choices(found)
        best = found.topics[0][0] if found.topics else None
        if best is None or found.confidence < _DOUBT or len(choices) < FEWEST_CHOICES:
            return Decision("none", language, confidence=found.confidence)
        if self.watch.is_only_a_saying(text):  # «ik lach me dood» is no reason to offer the topic of suicide
            choices = tuple(slug for slug in choices if not self._crisis_of(slug))
            if len(choices) < FEWEST_CHOICES:
                return Decision("none", language, confidence=found.confidence)
        kind = self._crisis_of(best)
        if kind:
            return self._crisis_topic(text, kind, found, choices, language)
        settled = self.who.settled(found.topics, known)
        if settled:  # what the client said before weighs more than a small lead
            rest = tuple(slug for slug in choices if slug != settled)
            return Decision("answer", language, settled, choices=rest, confidence=found.confidence)
        two = self._two_questions(text, found)
        if two:
            return Decision("answer", language, two[0], also=(two[1],), confidence=found.confidence)
        if found.confidence >= self.finder.direct:
            return Decision("answer", language, best, choices=choices[1:], confidence=found.confidence)
        doubt = self.who.doubt(found.topics)
        return Decision("clarify", language, choices=choices, confidence=found.confidence, doubt=doubt)

    def _crisis_topic(self, text: str, kind: str, found: Found, choices: tuple[str, ...], language: str) -> Decision:
        """A topic of need is never just answered: the route to people, or when in doubt a choice."""
        if found.confidence >= _NEED and not self.watch.has_saying(text):
            return self._crisis(kind, language, found.confidence)
        return Decision("clarify", language, choices=choices, confidence=found.confidence)

    def _crisis_of(self, slug: str) -> str | None:
        return next((k for k, route in self.library.help.crisis.items() if route.topic == slug), None)

    def _two_questions(self, text: str, found: Found) -> tuple[str, str] | None:
        """Two parts that each point clearly at a topic of their own, which the whole message has among its first."""
        parts = [part for part in _SPLIT.split(text) if len(words(part)) > 2]
        if not 2 <= len(parts) <= _MOST_PARTS:  # a longer text is a story, in which sentences are no questions
            return None
        near = {slug for slug, _ in found.topics[:_NEAR]}
        firsts = [self.finder.find(part).topics[0] for part in parts]
        clear = list(dict.fromkeys(slug for slug, chance in firsts if chance >= _CLEAR and slug in near))
        return (clear[0], clear[1]) if len(clear) == 2 else None


def _choices(found: Found) -> tuple[str, ...]:
    first, rest = found.topics[:FEWEST_CHOICES], found.topics[FEWEST_CHOICES:MOST_CHOICES]
    return tuple(slug for slug, _ in first) + tuple(slug for slug, chance in rest if chance >= _FAINT)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the crisis watch learns from besides its own sentences."""

    library: Library

    def fingerprint(self) -> str:
        routes = sorted(route.topic for route in self.library.help.crisis.values())
        return f"{self.library.fingerprint()} {' '.join(routes)}"

    def messages(self) -> list[str]:
        """What is no crisis: the questions of every other topic, and messages about something else."""
        needs = {route.topic for route in self.library.help.crisis.values()}
        questions = self.library.questions()
        normal = [text for slug, texts in questions.items() if slug not in needs for text in texts]
        return [*normal, *self.library.outside()]

    def cries(self) -> dict[str, list[str]]:
        """The questions of the topics of need."""
        questions = self.library.questions()
        return {kind: questions.get(route.topic, []) for kind, route in self.library.help.crisis.items()}
