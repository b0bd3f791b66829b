"""How well are letters read? Sender, kind, day, last day, amount and reference of invented letters.

`make evaluate` runs it with few photos; `--papers 20` measures more, `--missed` names what went wrong of the half that
may be used for mending. The other half is only measured. «sure and wrong» has a confidence of 0.8 or more: what the
chat proposes without showing the place. Every day is confirmed by the client whatever the confidence.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.answers.letters.letter import Letters
from bot.answers.letters.proposal import DOUBTFUL, Proposal
from bot.answers.letters.proposing import propose
from bot.income.payslip import Reading
from bot.income.photos.documents import Seen, read_seen, read_text
from bot.income.photos.lines import lines_of
from tests.paper import photos
from tests.paper.layouts import LAYOUTS
from tests.paper.letters import TODAY, letter, texts
from tests.paper.payslips import drawn
from tests.paper.pdf import write
from tests.paper.wild import wild

NAMES = ("sender", "kind", "day", "until", "cents", "reference")
Read = Callable[[bytes, int], tuple[Reading, list[Seen]]]
CLASSES: dict[str, Read] = {
    "text PDF": lambda pdf, seed: read_text([pdf]),
    "scan": lambda pdf, seed: read_seen([photos.scanned_pdf(pdf, seed)]),
    "good photo": lambda pdf, seed: read_seen([photos.photo(pdf, photos.GOOD, seed)]),
    "messenger photo": lambda pdf, seed: read_seen([photos.photo(pdf, photos.MESSENGER, seed)]),
    "fair photo": lambda pdf, seed: read_seen([photos.photo(pdf, photos.FAIR, seed)]),
}


@dataclass
class Tally:
    """What became of the letters of one class and half."""

    letters: int = 0
    right: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    sure_and_wrong: Counter[str] = field(default_factory=Counter)
    became: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, reading: Reading, found: Proposal | None, truth: dict[str, Any]) -> None:
        """Compare one letter with what is printed."""
        self.letters += 1
        became = "payslip" if reading.kind == "payslip" else "again" if reading.kind == "unreadable" else ""
        became = became or ("letter" if found else "not recognised")
        self.became[became] += 1
        for name in NAMES:
            said = (getattr(found, name) or None) if found and became == "letter" else None
            if truth[name] is not None:
                self.printed[name] += 1
                self.right[name] += said == truth[name]
            if said != truth[name]:
                sure = found.sure.get(name, 0) if found else 0
                self.wrong.append(f"{what} {name}: {said} for {truth[name]} ({sure})")
                self.sure_and_wrong[name] += said is not None and sure >= DOUBTFUL

    def lines(self) -> Iterator[str]:
        """What is printed."""
        yield ", ".join(f"{name} {percent(self.right[name], self.printed[name])}" for name in NAMES)
        yield f"sure and wrong {dict(+self.sure_and_wrong) or 0}; became {dict(self.became)}"


def measured(letters: Letters, name: str, read: Read, papers: int, missed: bool) -> None:
    """Read letters of one class and print the figures of both halves."""
    halves = {False: Tally(), True: Tally()}
    took = []
    for number in range(papers):
        at, seed = number % len(texts()), 900 + number
        pdf, truth = letter(at, seed)
        begin = time.process_time()
        reading, seen = read(pdf, seed)
        found = propose(letters, lines_of(seen), TODAY) if reading.kind == "not_payslip" else None
        took.append(time.process_time() - begin)
        halves[texts()[at].held_out].add(f"{at} {seed}", reading, found, truth)
    print(f"\n{name}: {papers} letters; half take under {sorted(took)[len(took) // 2]:.2f} CPU seconds")
    for held_out, tally in halves.items():
        print(f"  {'held out' if held_out else 'for mending'}: {tally.letters} letters")
        for line in tally.lines():
            print(f"    {line}")
        for line in tally.wrong if missed and not held_out else ():
            print(f"      {line}")


def payslips(letters: Letters, papers: int) -> None:
    """Payslips must never be taken for letters."""
    seeds = [(layout, 40 + at) for at in range(papers) for layout in LAYOUTS]
    pages = [write(drawn(layout, seed)[0] if seed % 2 else wild(seed)[0]) for layout, seed in seeds]
    as_text = [read_text([pdf]) for pdf in pages]
    as_photo = [read_seen([photos.photo(pdf, photos.MESSENGER, 5)]) for pdf in pages[: 2 * papers]]
    for name, read in (("PDF", as_text), ("photo", as_photo)):
        others = [seen for reading, seen in read if reading.kind == "not_payslip"]
        taken = sum(propose(letters, lines_of(seen), TODAY) is not None for seen in others)
        print(f"payslips as {name}: {len(read)}, not read as one {len(others)}, taken for a letter {taken}")


def percent(part: int, whole: int) -> str:
    """A share, with the counts."""
    return f"{100 * part / whole:.0f}% ({part}/{whole})" if whole else "-"


def main() -> None:
    """Measure every class."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--papers", type=int, default=12, help="of each class of photos; of text PDFs every text thrice")
    asked.add_argument("--only", default="", help="the name of one class")
    asked.add_argument("--missed", action="store_true")
    given = asked.parse_args()
    letters = Letters.load(Path(__file__).parents[2] / "content" / "letters.yaml")
    for name, read in CLASSES.items():
        if given.only in ("", name):
            papers = 3 * len(texts()) if name == "text PDF" else given.papers
            measured(letters, name, read, papers, given.missed)
    if not given.only:
        print()
        payslips(letters, max(given.papers // 4, 1))


if __name__ == "__main__":
    main()
