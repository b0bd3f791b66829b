"""Finds the topics that a message may be about, best first, and says how sure it is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.answers.finding import model_file
from bot.answers.finding.explaining import Explanation, explain
from bot.answers.finding.model import Look, Model, ranking, signs, together
from bot.answers.finding.preparing import Synonyms
from bot.answers.finding.training import Examples, Progress, bare, train
from bot.answers.finding.words import words

ENGINE = 19  # raise when the way of learning changes: kept models are then learned anew
_FOLLOW_UP_WORDS = 7
_FOLLOW_UP_STARTS = {"en", "maar", "dan", "dat", "and", "but", "then", "ve", "peki", "a", "ale", "y", "et"}
_UNSURE = 0.79  # the most that a model without a measured confidence may claim


class Teaching(Protocol):
    """What a model is learned from: the library of answers has it."""

    def fingerprint(self) -> str:
        """A name for all that is learned from."""

    def questions(self) -> Mapping[str, Sequence[str]]:
        """Slug -> phrasings in every language."""

    def titles_and_questions(self) -> Mapping[str, Sequence[str]]:
        """The few of them that stand in the articles."""

    def outside(self) -> Sequence[str]:
        """Messages about something else."""

    def synonyms(self) -> Mapping[str, Sequence[str]]:
        """The own word -> variants."""


@dataclass(frozen=True, slots=True)
class Found:
    """Topics with their chances, best first; `confidence` is how likely it is that the first one is right."""

    topics: tuple[tuple[str, float], ...]
    confidence: float
    outside: float


class Finder:
    """One learned model, and how to ask it."""

    def __init__(self, model: Model, *, literal: Mapping[str, str] | None = None) -> None:
        """`literal`: words of a question -> its topic, for a model that has learned nothing yet."""
        self._model = model
        self._literal = literal or {}
        self.quick = literal is not None

    @classmethod
    def load_or_train(cls, library: Teaching, cache_dir: Path, progress: Progress | None = None) -> Finder:
        """The kept model for exactly this content, or a new one (seconds), which is then kept."""
        found = cls.load(library, cache_dir)
        if found:
            return found
        model = train(examples_of(library), Synonyms(library.synonyms()), progress)
        model_file.write(model, _path(library, cache_dir))
        return cls(model)

    @classmethod
    def load(cls, library: Teaching, cache_dir: Path) -> Finder | None:
        """The kept model for exactly this content, or None."""
        model = model_file.read(_path(library, cache_dir), Synonyms(library.synonyms()))
        return cls(model) if model else None

    @classmethod
    def quickly(cls, library: Teaching) -> Finder:
        """Words only, ready at once: sure of a question as it stands in an article, else it offers choices."""
        questions = library.titles_and_questions()
        few = _examples(questions, library.outside())
        return cls(bare(few, Synonyms(library.synonyms()), 0), literal=_word_for_word(questions))

    @property
    def direct(self) -> float:
        """From this confidence on the first topic may be answered at once."""
        calibration = self._model.calibration
        return calibration.direct if calibration else 0.8

    def find(self, text: str, before: str | None = None) -> Found:
        """Ask the model; `before` is the client's earlier message, used only for a follow-up."""
        look = self._model.look(text)
        literal = self._literal.get(_said(text)) if self._literal else None
        if literal:
            return Found(((literal, 1.0), *(rest for rest in self._found(look).topics if rest[0] != literal)), 1.0, 0.0)
        if before and is_follow_up(text):
            earlier = ranking(self._model.look(before))[0]
            look = together(look, self._model.look(f"{before} {text}"), earlier)
        return self._found(look)

    def explain(self, text: str, questions: Mapping[str, Sequence[str]]) -> Explanation:
        """Which words and phrasings counted; `questions` are those that this model was learned from."""
        return explain(self._model, text, questions)

    def _found(self, look: Look) -> Found:
        order = ranking(look)
        labels, calibration = self._model.labels, self._model.calibration
        if calibration:
            confidence = calibration.confidence(signs(look, order))
        else:
            confidence = min(_UNSURE, float(look.matched[order[0]]) * 2) if look.known else 0.0
        best = tuple((labels[c], float(look.chances[c])) for c in order[:8])
        return Found(best, confidence, look.outside)


def is_follow_up(text: str) -> bool:
    """Short, or begun as a continuation."""
    said = words(text)
    return bool(said) and (len(said) <= _FOLLOW_UP_WORDS or said[0] in _FOLLOW_UP_STARTS)


def examples_of(library: Teaching) -> Examples:
    """Every phrasing with its topic, then the messages about something else."""
    return _examples(library.questions(), library.outside())


def _examples(questions: Mapping[str, Sequence[str]], outside: Sequence[str]) -> Examples:
    labels = tuple(sorted(questions))
    pairs = [(text, c) for c, label in enumerate(labels) for text in questions[label]]
    pairs += [(text, len(labels)) for text in outside]
    return Examples(labels, tuple(text for text, _ in pairs), tuple(c for _, c in pairs))


def _said(text: str) -> str:
    return " ".join(words(text))


def _word_for_word(questions: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Questions -> topic; those that stand with two topics are left out."""
    pairs = {(_said(text), slug) for slug, texts in questions.items() for text in texts}
    times = Counter(said for said, _ in pairs)
    return {said: slug for said, slug in pairs if said and times[said] == 1}


def key_of(*taught: str) -> str:
    """A name for what was taught to this engine, so that another content never gets this model."""
    return hashlib.sha256("/".join((str(ENGINE), *taught)).encode()).hexdigest()[:24]


def _path(library: Teaching, cache_dir: Path) -> Path:
    return cache_dir / f"{key_of(library.fingerprint())}.model"
