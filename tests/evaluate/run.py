"""How well are messages understood? Prints the figures of sets that content/ never learned from.

`make evaluate` runs it. The test set (test.jsonl) is only measured: nothing is learned from it and no
threshold is chosen by it; the older two sets are there for that. `--missed` also prints every message of
the older sets that went wrong; those of the test set are not printed, so that nobody mends them one by one.
A share of 40 messages may be 8 points off either way, one of 740 about 3.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.answers.decision import Decider
from bot.answers.library import Library
from tests.evaluate.figures import Figures, Kind, Sample, milliseconds
from tests.evaluate.peers import peers
from tests.evaluate.samples import fresh, older, test_set, unlearned

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Learn from content/ when it is new, then ask every message of the sets."""
    cache = ROOT / "build" / "evaluate"
    cache.mkdir(parents=True, exist_ok=True)
    Decider.load(Library.load(ROOT / "content", cache), cache)
    begin = time.perf_counter()
    decider = Decider.at_once(Library.load(ROOT / "content", cache), cache)
    print(f"ready in {time.perf_counter() - begin:.2f} s with what was learned before")
    whole = measured("test set (test.jsonl)", test_set(), decider)
    parts(whole)
    for name, samples in {"messages.yaml": fresh(), "evaluation.yaml": older()}.items():
        said = measured(f"for choosing thresholds ({name})", samples, decider)
        if "--missed" in sys.argv:
            print_wrong(said.wrong())
    half, most, nearly = milliseconds(decider, test_set())
    print(f"\nms a message: half under {half:.2f}, 95 percent under {most:.2f}, 99 percent under {nearly:.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB, this program included")
    print("\nothers, on the topics of the test set, learned from the same questions:")
    for line in peers(decider.library, [s for s in test_set() if s.kind is Kind.TOPIC]):
        print(f"  {line}")


def measured(name: str, samples: list[Sample], decider: Decider) -> Figures:
    """Ask and print the figures of one set."""
    fresh = unlearned(samples, decider.library)
    figures = Figures.of(fresh, decider)
    print(f"\n{name}: {len(fresh)} messages; {len(samples) - len(fresh)} left out that stand in content/ as well")
    for line in figures.lines():
        print(f"  {line}")
    return figures


def parts(figures: Figures) -> None:
    """The same per language and, for Dutch topics, per style."""
    for language in dict.fromkeys(sample.language for sample, _ in figures.said):
        of = figures.only(lambda s, code=language: s.language == code)  # type: ignore[misc]
        print(f"  {language}: {of.topics(Kind.TOPIC)}; {of.cries()}")
    dutch = figures.only(lambda s: s.language == "nl" and s.kind is Kind.TOPIC)
    for style in dict.fromkeys(sample.style for sample, _ in dutch.said):
        of = dutch.only(lambda s, name=style: s.style == name)  # type: ignore[misc]
        print(f"  {style:11} {of.topics(Kind.TOPIC)}")


def print_wrong(wrong: Iterable[tuple[Kind, str, str]]) -> None:
    """One line a message: what it was, what was decided, and the message."""
    for kind, decided, text in wrong:
        print(f"    {kind:10} {decided:60} {text}")


if __name__ == "__main__":
    main()
