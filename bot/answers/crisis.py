"""Is somebody in danger? Asked before anything else, of every message.

Two ways that miss different things: patterns, and a model learned from example sentences
(content/crisis.yaml). One of them is enough. A false alarm costs a kind card, a miss may cost a life.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bot.answers.contacts import CRISIS_KINDS
from bot.answers.finding.finder import key_of
from bot.answers.finding.model import Look, Model
from bot.answers.finding.model_file import read, write
from bot.answers.finding.preparing import Synonyms
from bot.answers.finding.training import Examples, bare
from bot.answers.finding.words import plain, words
from bot.answers.patterns import Patterns
from bot.answers.reading_yaml import kept_mapping, mapping

_ROUNDS, _WEIGHT = 6, 2.0
# The chance of any crisis from which the model alone raises the alarm; the second when a third of the words is
# unknown. The more ordinary questions are learned, the lower every chance. Chosen on the two older sets of
# tests/evaluate: 3 of 190 ordinary messages raise a false alarm, and 39 of 40 fresh hints are seen; at 0.5 37.
_ALARM, _ALARM_VAGUE = 0.45, 0.8
_PART = 0.35  # how much surer a part of a story must be: each is one more chance to be wrong
# Evidence: whole words of the examples, for the shape of a word or its language alone is no reason for alarm.
_KNOWN, _MATCHED = 2, 0.1  # words of the message that are known; share of them that the crisis explains
_SCRAPS = 2  # words left of «ik lach me dood»: they mean nothing by themselves
_STORY_FROM = 14  # words; in a longer message every stretch is looked at too
_STRETCH, _STEP = 8, 2  # people use about eight words for the worst
_ENDS = re.compile(r"[.!?;\n]+")
_NONE = Synonyms({})


class Asked(Protocol):
    """What is asked in the answers: messages that are no crisis, and questions to the topics of need."""

    def fingerprint(self) -> str:
        """A name for them, quick to make."""

    def messages(self) -> Sequence[str]:
        """Those that are no crisis."""

    def cries(self) -> Mapping[str, Sequence[str]]:
        """Kind of crisis -> questions to its topic: who asks those is shown the route too."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What content/crisis.yaml holds, ready for use."""

    patterns: Patterns
    kinds: tuple[str, ...]  # of each pattern
    seeds: Mapping[str, tuple[str, ...]]
    ordinary: tuple[str, ...]
    harmless: tuple[re.Pattern[str], ...]

    @classmethod
    def load(cls, path: Path, cache_dir: Path | None = None) -> Signs:
        """Read the file; a missing file gives no signs, which `content check` calls an error."""
        data = kept_mapping(path, cache_dir) if cache_dir else mapping(path)
        kinds: dict[str, Any] = {k: v or {} for k, v in (data.get("kinds") or {}).items()}
        patterns = tuple((k, _as_plain(p)) for k in kinds for p in kinds[k].get("patterns") or ())
        seeds = {kind: _all(kinds[kind].get("seeds") or {}) for kind in kinds}
        harmless = tuple(re.compile(_as_plain(p)) for p in data.get("lookalike_phrases") or ())
        ordinary = (*(data.get("lookalikes") or ()), *_all(data.get("ordinary") or {}))
        return cls(Patterns([p for _, p in patterns]), tuple(k for k, _ in patterns), seeds, ordinary, harmless)


class CrisisWatch:
    """Answers one question: which kind of crisis, if any."""

    def __init__(self, signs: Signs, model: Model | None) -> None:
        self._signs, self._model = signs, model
        self._last: tuple[str, str | None] = "", None

    @classmethod
    def load_or_train(cls, path: Path, asked: Asked, cache_dir: Path) -> CrisisWatch:
        """Learn from the seeds against what is asked otherwise; keep what was learned in `cache_dir`."""
        signs = Signs.load(path, cache_dir)
        kept = _kept(path, asked, cache_dir)
        model = read(kept, _NONE)
        if model is None and any(signs.seeds.values()):
            model = bare(_examples(signs, asked), _NONE, _ROUNDS, _WEIGHT)
            write(model, kept)
        return cls(signs, model)

    @classmethod
    def at_once(cls, path: Path, asked: Asked, cache_dir: Path) -> CrisisWatch:
        """With the model that is kept, or else, for the seconds in which it is learned, patterns only."""
        return cls(Signs.load(path, cache_dir), read(_kept(path, asked, cache_dir), _NONE))

    @property
    def complete(self) -> bool:
        """False while only the patterns watch."""
        return self._model is not None

    def kind(self, text: str) -> str | None:
        """One of CRISIS_KINDS, or None. A message is asked about twice in a row: at the door and by the finder."""
        if self._last[0] != text:
            self._last = text, self._kind(text)
        return self._last[1]

    def _kind(self, text: str) -> str | None:
        said = plain(text)
        folded = self._without_sayings(said)
        if self._is_left_with_scraps(said, folded):
            return None
        return self._by_pattern(folded) or self._by_pattern(self._repaired(folded)) or self._by_model(folded)

    def has_saying(self, text: str) -> bool:
        """True for «ik lach me dood» and the like."""
        folded = plain(text)
        return any(pattern.search(folded) for pattern in self._signs.harmless)

    def is_only_a_saying(self, text: str) -> bool:
        """True when nothing but scraps is left without the saying; what stands beside one may be a cry."""
        said = plain(text)
        return self._is_left_with_scraps(said, self._without_sayings(said))

    def _is_left_with_scraps(self, said: str, folded: str) -> bool:
        return folded != said and len(folded.split()) <= _SCRAPS

    def _without_sayings(self, folded: str) -> str:
        for pattern in self._signs.harmless:
            folded = pattern.sub(" ", folded)
        return folded

    def _repaired(self, folded: str) -> str:
        """With misspelt words as the examples spell them; empty when nothing was misspelt."""
        typed = words(folded)
        if self._model is None or all(word in self._model.preparer.vocabulary for word in typed):
            return ""
        repaired = self._model.preparer.prepare(folded).tokens[: len(typed)]
        return " ".join(repaired) if list(repaired) != typed else ""

    def _by_pattern(self, folded: str) -> str | None:
        number = self._signs.patterns.first(folded)
        return None if number is None else self._signs.kinds[number]

    def _by_model(self, folded: str) -> str | None:
        if self._model is None:
            return None
        best: tuple[float, str] | None = None
        more = 0.0
        for stretch in _stretches(folded):
            look = self._model.look(stretch)
            chances = look.chances
            alarm = _ALARM_VAGUE if look.unknown * 2 >= look.known else _ALARM
            top = int(chances[:-1].argmax())
            sure = 1.0 - look.outside >= alarm + more and _has_evidence(look)
            if sure and (best is None or chances[top] > best[0]):
                best = (float(chances[top]), self._model.labels[top])
            more = _PART  # the first was the whole message, the others are parts
        return best[1] if best else None


def _has_evidence(look: Look) -> bool:
    return look.known >= _KNOWN and bool(look.matched[:-1].max() >= _MATCHED)


def _kept(path: Path, asked: Asked, cache_dir: Path) -> Path:
    signs = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
    return cache_dir / f"{key_of(signs, asked.fingerprint())}.crisis"


def _all(by_language: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(str(text) for texts in by_language.values() for text in texts or ())


def _stretches(folded: str) -> list[str]:
    """The whole, and for a story every sentence or handful of words too: one line in it may be the cry."""
    if len(folded.split()) <= _STORY_FROM:
        return [folded]
    windows = [folded]
    for part in _ENDS.split(folded):
        said = part.split()
        if len(said) > 2:  # two words say nothing
            starts = range(0, max(len(said) - _STRETCH, 0) + _STEP, _STEP)
            windows += [" ".join(said[i : i + _STRETCH]) for i in starts if i < len(said)]
    return windows


def _as_plain(source: str) -> str:
    # The same letters as in `plain`, so that an editor may write accents.
    return plain(source) if "\\" not in source else _folded(source)


def _folded(source: str) -> str:
    # Escapes such as \b are lower case already; only the letters between them change.
    return "\\".join(plain(part) for part in source.split("\\"))


def _examples(signs: Signs, asked: Asked) -> Examples:
    labels = tuple(kind for kind in CRISIS_KINDS if kind in signs.seeds)
    cries, normal = asked.cries(), asked.messages()
    pairs = [(plain(t), c) for c, kind in enumerate(labels) for t in (*signs.seeds[kind], *cries.get(kind, ()))]
    # A story is looked at in stretches, so stretches of ordinary stories are ordinary too.
    ordinary = (stretch for text in (*signs.ordinary, *normal) for stretch in _stretches(plain(text)))
    pairs += [(text, len(labels)) for text in ordinary]
    return Examples(labels, tuple(text for text, _ in pairs), tuple(c for _, c in pairs))
