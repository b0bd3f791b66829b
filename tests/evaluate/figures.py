"""The figures of one set: how often the right topic, how often a false alarm, how often a cry was seen."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.decision import Decider, Decision


class Kind(StrEnum):
    """What a message is. STORY and BARE are cries inside a story, the second without punctuation."""

    TOPIC = "topic"
    TWO = "two"
    FOLLOW = "followup"
    OUTSIDE = "outside"
    SMALL = "smalltalk"
    LOOKS = "lookalike"
    EXPLICIT = "crisis_explicit"
    INDIRECT = "crisis_indirect"
    STORY = "crisis_story"
    BARE = "crisis_bare"


CRIES = (Kind.EXPLICIT, Kind.INDIRECT, Kind.STORY, Kind.BARE)
ORDINARY = (Kind.TOPIC, Kind.TWO, Kind.FOLLOW, Kind.OUTSIDE, Kind.SMALL)
OTHER_MATTERS = (Kind.OUTSIDE, Kind.SMALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """One message; `slug` only with a topic, `accept` what is an equally right answer."""

    text: str
    kind: Kind
    language: str
    slug: str | None = None
    style: str = ""
    accept: tuple[str, ...] = ()
    also: str | None = None
    history: tuple[str, ...] = ()


Said = tuple[Sample, Decision]


@dataclass(frozen=True, slots=True)
class Figures:
    """The samples with what was decided."""

    said: tuple[Said, ...]

    @classmethod
    def of(cls, samples: Iterable[Sample], decider: Decider) -> Figures:
        """Ask every message once."""
        return cls(tuple((s, decider.decide(s.text, history=s.history)) for s in samples))

    def only(self, chosen: Callable[[Sample], bool]) -> Figures:
        """The figures of some samples."""
        return Figures(tuple((s, d) for s, d in self.said if chosen(s)))

    def lines(self) -> list[str]:
        """What is printed for the whole set."""
        return [
            f"topic           {self.topics(Kind.TOPIC)}",
            f"follow-up       {self.topics(Kind.FOLLOW)}",
            f"two questions   both among the first three {self._share(_both, Kind.TWO)}"
            f", both named {self._share(_both_named, Kind.TWO)}, {self.topics(Kind.TWO)}",
            f"something else  not answered {self._share(_not_answered, Kind.OUTSIDE)}"
            f", no choices either {self._share(_quiet, Kind.OUTSIDE)}",
            f"small talk      as such {self._share(lambda s, d: d.action == 'smalltalk', Kind.SMALL)}"
            f", not answered {self._share(_not_answered, Kind.SMALL)}",
            *(f"{kind:15} seen {self._share(_alarm, kind)}" for kind in CRIES if self._share(_alarm, kind) != "-"),
            f"false alarms    ordinary {self._share(_alarm, *ORDINARY)}"
            f", sounds like need {self._share(_alarm, Kind.LOOKS)}",
        ]

    def topics(self, kind: Kind) -> str:
        """First, among three, at once, and how often right then."""
        direct = [(s, d) for s, d in self.said if s.kind is kind and d.action == "answer"]
        right = sum(_reached(s, d, 1) for s, d in direct)
        return (
            f"first {self._share(lambda s, d: _reached(s, d, 1), kind)}"
            f", among three {self._share(lambda s, d: _reached(s, d, 3), kind)}"
            f", answered at once {self._share(lambda s, d: d.action == 'answer', kind)}"
            f", of which right {_percent(right, len(direct))}"
        )

    def cries(self) -> str:
        """One line about crisis."""
        seen = ", ".join(f"{kind} {self._share(_alarm, kind)}" for kind in (Kind.EXPLICIT, Kind.INDIRECT))
        return f"{seen}, false alarms {self._share(_alarm, *ORDINARY, Kind.LOOKS)}"

    def wrong(self) -> list[tuple[Kind, str, str]]:
        """False alarms, missed cries, and questions that did not reach their topic."""
        return [
            (s.kind, f"{d.action} {d.crisis_kind or d.topic or ','.join(d.choices[:2])} for {s.slug}", s.text)
            for s, d in self.said
            if _wrong(s, d)
        ]

    def _share(self, good: Callable[[Sample, Decision], bool], *kinds: Kind) -> str:
        chosen = [good(s, d) for s, d in self.said if s.kind in kinds]
        return _percent(sum(chosen), len(chosen))


def milliseconds(decider: Decider, samples: Sequence[Sample]) -> tuple[float, float, float]:
    """Median, 95th and 99th percentile of one decision, in milliseconds; a first round warms up."""
    took: list[float] = []
    for sample in (*samples, *samples):
        begin = time.perf_counter()
        decider.decide(sample.text, history=sample.history)
        took.append((time.perf_counter() - begin) * 1000)
    hundredths = statistics.quantiles(took[len(samples) :], n=100)
    return hundredths[49], hundredths[94], hundredths[98]


def _reached(sample: Sample, decision: Decision, among: int) -> bool:
    offered = [*((decision.topic,) if decision.topic else ()), *decision.also, *decision.choices]
    wanted = {sample.slug, *sample.accept} | ({sample.also} if sample.also else set())
    # When two topics are shown, both are the first thing that the client sees.
    return bool(wanted & set(offered[: max(among, len(decision.also) + 1)]))


def _offered(decision: Decision) -> set[str]:
    return {*((decision.topic,) if decision.topic else ()), *decision.also, *decision.choices[:3]}


def _both(sample: Sample, decision: Decision) -> bool:
    return {sample.slug, sample.also} <= _offered(decision)


def _both_named(sample: Sample, decision: Decision) -> bool:
    return {sample.slug, sample.also} <= {decision.topic, *decision.also}


def _not_answered(sample: Sample, decision: Decision) -> bool:
    return decision.action != "answer"


def _quiet(sample: Sample, decision: Decision) -> bool:
    return decision.action in ("none", "smalltalk")


def _alarm(sample: Sample, decision: Decision) -> bool:
    return decision.action == "crisis"


def _wrong(sample: Sample, decision: Decision) -> bool:
    alarm = decision.action == "crisis"
    if alarm != (sample.kind in CRIES):
        return True
    if sample.kind in OTHER_MATTERS:
        return decision.action == "answer"
    return sample.kind in (Kind.TOPIC, Kind.FOLLOW, Kind.TWO) and not _reached(sample, decision, 3)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}% ({part}/{whole})" if whole else "-"
