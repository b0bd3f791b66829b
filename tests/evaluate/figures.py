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
    OUTSIDE = "outside"
    LOOKS = "looks"
    EXPLICIT = "explicit"
    INDIRECT = "indirect"
    STORY = "story"
    BARE = "bare"


CRIES = (Kind.EXPLICIT, Kind.INDIRECT, Kind.STORY, Kind.BARE)
ORDINARY = (Kind.TOPIC, Kind.OUTSIDE, Kind.LOOKS)


@dataclass(frozen=True, slots=True)
class Sample:
    """One message; `slug` only with a topic."""

    text: str
    kind: Kind
    language: str
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The samples with what was decided."""

    said: tuple[tuple[Sample, Decision], ...]

    @classmethod
    def of(cls, samples: Iterable[Sample], decider: Decider) -> Figures:
        """Ask every message once."""
        return cls(tuple((sample, decider.decide(sample.text)) for sample in samples))

    def only(self, language: str) -> Figures:
        """The figures of one language."""
        return Figures(tuple((s, d) for s, d in self.said if s.language == language))

    def lines(self) -> list[str]:
        """What is printed for the whole set."""
        direct = [(s, d) for s, d in self.said if s.kind is Kind.TOPIC and d.action == "answer"]
        right = sum(_reached(s, d, 1) for s, d in direct)
        return [
            f"topic first {self._share(lambda s, d: _reached(s, d, 1), Kind.TOPIC)}",
            f"topic among three {self._share(lambda s, d: _reached(s, d, 3), Kind.TOPIC)}",
            f"answered at once {self._share(lambda s, d: d.action == 'answer', Kind.TOPIC)}"
            f", of which right {_percent(right, len(direct))}",
            f"about something else, not answered {self._share(lambda s, d: d.action != 'answer', Kind.OUTSIDE)}"
            f", no choices either {self._share(lambda s, d: d.action in ('none', 'smalltalk'), Kind.OUTSIDE)}",
            *(f"crisis seen, {kind}: {self._share(_alarm, kind)}" for kind in CRIES),
            *(f"false alarms, {kind}: {self._share(_alarm, kind)}" for kind in ORDINARY),
            f"false alarms, all ordinary: {self._share(_alarm, *ORDINARY)}",
        ]

    def short(self) -> str:
        """One line for one language."""
        first = self._share(lambda s, d: _reached(s, d, 1), Kind.TOPIC)
        cries = ", ".join(f"{kind} {self._share(_alarm, kind)}" for kind in (Kind.EXPLICIT, Kind.INDIRECT))
        return f"topic first {first}, {cries}, false alarms {self._share(_alarm, *ORDINARY)}"

    def wrong(self) -> list[tuple[Kind, str, str]]:
        """False alarms, missed cries, and questions that did not reach their topic."""
        return [(s.kind, f"{d.action} {d.crisis_kind or d.topic or ''}", s.text) for s, d in self.said if _wrong(s, d)]

    def _share(self, good: Callable[[Sample, Decision], bool], *kinds: Kind) -> str:
        chosen = [good(s, d) for s, d in self.said if s.kind in kinds]
        return _percent(sum(chosen), len(chosen))


def milliseconds(decider: Decider, texts: Sequence[str]) -> tuple[float, float]:
    """Median and 95th percentile of one decision, in milliseconds; a first round warms up."""
    took: list[float] = []
    for text in (*texts, *texts):
        begin = time.perf_counter()
        decider.decide(text)
        took.append((time.perf_counter() - begin) * 1000)
    warm = took[len(texts) :]
    return statistics.median(warm), statistics.quantiles(warm, n=20)[-1]


def _reached(sample: Sample, decision: Decision, among: int) -> bool:
    offered = (*((decision.topic,) if decision.topic else ()), *decision.also, *decision.choices)
    return sample.slug in offered[:among] or (among == 1 and sample.slug in decision.also)


def _alarm(sample: Sample, decision: Decision) -> bool:
    return decision.action == "crisis"


def _wrong(sample: Sample, decision: Decision) -> bool:
    alarm = decision.action == "crisis"
    return alarm != (sample.kind in CRIES) or (sample.kind is Kind.TOPIC and not _reached(sample, decision, 3))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}% ({part}/{whole})" if whole else "-"
