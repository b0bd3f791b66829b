"""Is somebody in danger? Asked before anything else, of every message.

Two ways that miss different things: patterns, and a model learned from example sentences
(content/crisis.yaml). One of them is enough. A false alarm costs a kind card, a miss may cost a life.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers.contacts import CRISIS_KINDS
from bot.answers.finding.finder import key_of
from bot.answers.finding.model import Model
from bot.answers.finding.model_file import read, write
from bot.answers.finding.preparing import Synonyms
from bot.answers.finding.training import Examples, bare
from bot.answers.finding.words import plain
from bot.answers.reading_yaml import mapping

_ROUNDS = 6
_ALARM = 0.55  # the chance of any crisis from which the model alone raises it; measured in tests/answers
_STRETCH = 14  # words of a long story that are looked at together
_NONE = Synonyms({})


@dataclass(frozen=True, slots=True)
class Signs:
    """What content/crisis.yaml holds, ready for use."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    seeds: Mapping[str, tuple[str, ...]]
    ordinary: tuple[str, ...]
    harmless: tuple[re.Pattern[str], ...]

    @classmethod
    def load(cls, path: Path) -> Signs:
        """Read the file; a missing file gives no signs, which `content check` calls an error."""
        data = mapping(path)
        kinds: dict[str, Any] = {k: v or {} for k, v in (data.get("kinds") or {}).items()}
        patterns = tuple((k, _pattern(p)) for k in kinds for p in kinds[k].get("patterns") or ())
        seeds = {kind: _all(kinds[kind].get("seeds") or {}) for kind in kinds}
        harmless = tuple(_pattern(p) for p in data.get("lookalike_phrases") or ())
        ordinary = (*(data.get("lookalikes") or ()), *_all(data.get("ordinary") or {}))
        return cls(patterns, seeds, ordinary, harmless)


class CrisisWatch:
    """Answers one question: which kind of crisis, if any."""

    def __init__(self, signs: Signs, model: Model | None) -> None:
        self._signs, self._model = signs, model

    @classmethod
    def load_or_train(cls, path: Path, normal: Sequence[str], cache_dir: Path) -> CrisisWatch:
        """Learn from the seeds against `normal` messages; keep what was learned in `cache_dir`."""
        signs = Signs.load(path)
        examples = _examples(signs, normal)
        kept = cache_dir / f"{key_of(examples.texts, examples.classes)}.crisis"
        model = read(kept, _NONE)
        if model is None and any(signs.seeds.values()):
            model = bare(examples, _NONE, _ROUNDS)
            write(model, kept)
        return cls(signs, model)

    @classmethod
    def patterns_only(cls, path: Path) -> CrisisWatch:
        """Ready at once, for the seconds in which the model is still being learned."""
        return cls(Signs.load(path), None)

    def kind(self, text: str) -> str | None:
        """One of CRISIS_KINDS, or None."""
        folded = plain(text)
        for pattern in self._signs.harmless:
            folded = pattern.sub(" ", folded)
        return self._by_pattern(folded) or self._by_model(folded)

    def _by_pattern(self, folded: str) -> str | None:
        for kind, pattern in self._signs.patterns:
            if pattern.search(folded):
                return kind
        return None

    def _by_model(self, folded: str) -> str | None:
        if self._model is None:
            return None
        best: tuple[float, str] | None = None
        for stretch in _stretches(folded):
            chances = self._model.look(stretch).chances
            top = max(range(len(self._model.labels)), key=chances.__getitem__)
            if 1.0 - chances[-1] >= _ALARM and (best is None or chances[top] > best[0]):
                best = (chances[top], self._model.labels[top])
        return best[1] if best else None


def _all(by_language: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(str(text) for texts in by_language.values() for text in texts or ())


def _stretches(folded: str) -> list[str]:
    """The whole, and for a story every sentence or handful of words too: one line in it may be the cry."""
    typed = folded.split()
    if len(typed) <= _STRETCH:
        return [folded]
    parts = [part for part in re.split(r"[.!?;\n]+", folded) if len(part.split()) > 2]
    windows: list[str] = []
    for part in parts:
        said = part.split()
        step = _STRETCH // 2
        windows += [" ".join(said[i : i + _STRETCH]) for i in range(0, max(len(said) - step, 1), step)]
    return windows or [folded]


def _pattern(source: str) -> re.Pattern[str]:
    # The same letters as in `plain`, so that an editor may write accents.
    return re.compile(plain(source) if "\\" not in source else _folded(source))


def _folded(source: str) -> str:
    # Escapes such as \b are lower case already; only the letters between them change.
    return "\\".join(plain(part) for part in source.split("\\"))


def _examples(signs: Signs, normal: Sequence[str]) -> Examples:
    labels = tuple(kind for kind in CRISIS_KINDS if kind in signs.seeds)
    pairs = [(plain(text), c) for c, kind in enumerate(labels) for text in signs.seeds[kind]]
    ordinary = [*signs.ordinary, *normal]
    pairs += [(plain(text), len(labels)) for text in ordinary]
    return Examples(labels, tuple(text for text, _ in pairs), tuple(c for _, c in pairs))
