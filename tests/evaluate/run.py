"""How well are messages understood? Prints the figures of two sets that content/ never learned from.

`make evaluate` runs it; `--missed` also prints every message that went wrong.
The sets are small: a share of 40 messages may be 8 points off either way.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.answers.decision import Decider
from bot.answers.library import Library
from tests.evaluate.figures import Figures, Kind, Sample, milliseconds
from tests.evaluate.samples import fresh, older

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Learn from content/ when it is new, then ask every message of both sets."""
    cache = ROOT / "build" / "evaluate"
    cache.mkdir(parents=True, exist_ok=True)
    decider = Decider.load(Library.load(ROOT / "content"), cache)
    sets = {"fresh (messages.yaml)": fresh(), "older (tests/answers/evaluation.yaml)": older()}
    for name, samples in sets.items():
        asked = [sample for sample in samples if sample.slug is None or sample.slug in decider.library.slugs]
        show(name, asked, decider)
    texts = [sample.text for samples in sets.values() for sample in samples]
    half, most = milliseconds(decider, texts)
    print(f"\nms per message: half under {half:.2f}, 95 percent under {most:.2f}")


def show(name: str, samples: list[Sample], decider: Decider) -> None:
    """The figures of one set, all together and per language."""
    figures = Figures.of(samples, decider)
    print(f"\n{name}: {len(samples)} messages")
    for line in figures.lines():
        print("  " + line)
    for language in dict.fromkeys(sample.language for sample in samples):
        print(f"  {language}: {figures.only(language).short()}")
    if "--missed" in sys.argv:
        print_wrong(figures.wrong())


def print_wrong(wrong: Iterable[tuple[Kind, str, str]]) -> None:
    """One line a message: what it was, what was decided, and the message."""
    for kind, decided, text in wrong:
        print(f"    {kind:10} {decided:32} {text}")


if __name__ == "__main__":
    main()
