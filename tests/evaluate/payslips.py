"""How well are payslips read? Prints exact-field accuracy on invented papers of eight sets.

«known»: ten layouts and as many drawn by chance, by which the rules were made. «first» to «seventh»: the fresh
layouts (tests/paper/fresh.py). By the sixth no rule was mended. The seventh was drawn blind by another hand, without
sight of the reading rules: 63 percent of its main fields were exact before rules were mended by it.
`make evaluate` runs it with few papers; `--papers 20` measures more, `--missed` names every field that went wrong.
Per class: text PDFs, scans, good photos, photos of messenger size, fair and poor photos. A field counts when it is
printed. «wrong» is a value that is not what is printed; «sure and wrong» has a confidence above 0.9. Of a paper with
a citizen service number the picture that the desk would show is read again: the number must not be found.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.income.papers.slips import read_documents
from bot.income.payslip import Reading
from bot.income.photos.documents import Seen, read_seen, read_text
from bot.income.photos.page import read_photo
from bot.income.photos.pictures import pictures_of
from bot.income.photos.preparing import opened
from tests.paper import photos
from tests.paper.fresh import FIFTH, FIRST, FOURTH, SECOND, SEVENTH, SIXTH, THIRD, fresh
from tests.paper.layouts import LAYOUTS
from tests.paper.lookalikes import REASONS, lookalike
from tests.paper.payslips import drawn
from tests.paper.pdf import write
from tests.paper.wild import wild

MAIN = ("period", "employer", "paid_on", "gross_cents", "wage_tax_cents", "net_cents")
PARTS = {
    "first": FIRST,
    "second": SECOND,
    "third": THIRD,
    "fourth": FOURTH,
    "fifth": FIFTH,
    "sixth": SIXTH,
    "seventh": SEVENTH,
}
SETS = ("known", *PARTS)
_BSN = re.compile(r"9999\d{5}(?![\dL])")
CLASSES: dict[str, Callable[[bytes, int], bytes]] = {
    "text PDF": lambda pdf, seed: pdf,
    "scan": photos.scanned_pdf,
    "good photo": lambda pdf, seed: photos.photo(pdf, photos.GOOD, seed),
    "messenger photo": lambda pdf, seed: photos.photo(pdf, photos.MESSENGER, seed),
    "fair photo": lambda pdf, seed: photos.photo(pdf, photos.FAIR, seed),
    "poor photo": lambda pdf, seed: photos.photo(pdf, photos.POOR, seed),
}


@dataclass
class Tally:
    """What became of the fields of one class."""

    right: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    by_layout: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: list[str] = field(default_factory=list)
    sure_and_wrong: list[str] = field(default_factory=list)
    proven_and_wrong: list[str] = field(default_factory=list)
    again: Counter[str] = field(default_factory=Counter)
    values: int = 0
    with_bsn: int = 0
    uncovered: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, layout: str, seed: int, reading: Reading, truth: dict[str, Any]) -> None:
        """Compare one reading with what is printed."""
        if reading.kind == "unreadable":
            self.again[reading.reason or ""] += 1
            return
        found = reading.to_json()["payslips"]
        slip = found[0] if found else {}
        for name, value in truth.items():
            if value is None or name == "contains_bsn":
                continue
            self.printed[name] += 1
            self.by_layout[layout][1] += 1
            if slip.get(name) == value:
                self.right[name] += 1
                self.by_layout[layout][0] += 1
        self.values += sum(slip.get(name) is not None for name in truth if name != "contains_bsn")
        for name in truth:
            if slip.get(name) is not None and slip.get(name) != truth[name] and name != "contains_bsn":
                self._wrong(f"{layout} {seed} {name}: {slip[name]} for {truth[name]}", slip["confidence"].get(name, 0))

    def _wrong(self, what: str, sure: float) -> None:
        self.wrong.append(f"{what} ({sure})")
        if sure > 0.9:
            self.sure_and_wrong.append(what)
        if sure >= 0.99:
            self.proven_and_wrong.append(what)

    def lines(self) -> Iterator[str]:
        """What is printed for a class."""
        main = sum(self.right[name] for name in MAIN), sum(self.printed[name] for name in MAIN)
        whole = percent(self.right.total(), self.printed.total())
        yield f"  the {len(MAIN)} main fields {percent(*main)}, all fields {whole}"
        each = (f"{name.removesuffix('_cents')} {percent(self.right[name], n)}" for name, n in self.printed.items())
        yield "  " + ", ".join(each)
        yield (
            f"  wrong {len(self.wrong)}, sure (> 0.9) and wrong {percent(len(self.sure_and_wrong), self.values)}, "
            f"proven and wrong {len(self.proven_and_wrong)}; «please again» {dict(self.again) or 0}; "
            f"number left uncovered {len(self.uncovered)} of {self.with_bsn}"
        )
        worst = sorted(self.by_layout.items(), key=lambda each: each[1][0] / max(each[1][1], 1))[:3]
        yield "  worst layouts: " + ", ".join(f"{name} {percent(*share)}" for name, share in worst)
        took = sorted(self.seconds)
        yield f"  CPU seconds a page: half under {took[len(took) // 2]:.2f}, the longest {took[-1]:.2f}"


def paper_of(of: str, number: int) -> tuple[str, bytes, dict[str, Any]]:
    """The name of the layout, the PDF and what is printed: paper `number` of a set."""
    seed = 700 + number
    if of == "known":
        layout = list(LAYOUTS)[number // 2 % len(LAYOUTS)]
        pages, truth = wild(seed) if number % 2 else drawn(layout, seed)
        return "by chance" if number % 2 else layout, write(pages), truth
    names = list(PARTS[of])
    pages, truth = fresh(names[number % len(names)], seed)
    return names[number % len(names)], write(pages), truth


def measured(of: str, name: str, make: Callable[[bytes, int], bytes], papers: int, missed: bool) -> None:
    """Read papers of one class and print the figures."""
    tally = Tally()
    for number in range(papers):
        layout, pdf, truth = paper_of(of, number)
        data = make(pdf, 700 + number)
        begin = time.process_time()
        reading = read_documents([data]) if name == "text PDF" else None
        reading, seen = (reading, read_text([data])[1]) if reading else read_seen([data])
        tally.seconds.append(time.process_time() - begin)
        tally.add(layout, 700 + number, reading, truth)
        if truth["contains_bsn"]:
            tally.with_bsn += 1
            tally.uncovered += [f"{layout} {700 + number}"] if bsn_is_seen(reading, seen) else []
    print(f"\n{of}, {name}: {papers} papers")
    for line in [*tally.lines(), *(f"    {each}" for each in (tally.wrong if missed else ()))]:
        print(line, flush=True)


def bsn_is_seen(reading: Reading, seen: list[Seen]) -> bool:
    """Whether a number of the test range can be read on a picture that the desk would show."""
    for page in pictures_of(reading, seen).pages:
        if page:
            text = "".join(word.text for row in read_photo(opened(page)).rows for word in row)
            if _BSN.search(re.sub(r"[ .\-]", "", text)):
                return True
    return False


def lookalikes() -> None:
    """Papers that are no payslips: as text, and as photos."""
    as_text = [read_documents([lookalike(reason)]) for reason in REASONS]
    as_photo = [read_seen([photos.photo(lookalike(reason), photos.MESSENGER, 5)])[0] for reason in REASONS]
    for name, readings in (("PDF", as_text), ("photo", as_photo)):
        refused = sum(reading.kind != "payslip" for reading in readings)
        named = sum(reading.reason == reason for reading, reason in zip(readings, REASONS, strict=True))
        wrongly, rightly = len(readings) - refused, percent(named, len(REASONS))
        print(f"look-alikes as {name}: taken for a payslip {wrongly}, named rightly {rightly}")


def percent(part: int, whole: int) -> str:
    """A share, with the counts."""
    return f"{100 * part / whole:.1f}% ({part}/{whole})" if whole else "-"


def main() -> None:
    """Measure every class."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--papers", type=int, default=10, help="of each class of photos; five times as many text PDFs")
    asked.add_argument("--only", default="", help="the name of one class")
    asked.add_argument("--set", default="", choices=("", *SETS), help="one set of papers")
    asked.add_argument("--missed", action="store_true")
    given = asked.parse_args()
    for of in SETS:
        for name, make in CLASSES.items():
            if given.only in ("", name) and given.set in ("", of):
                measured(of, name, make, given.papers * (5 if name == "text PDF" else 1), given.missed)
    if not given.only and not given.set:
        print()
        lookalikes()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB, drawing the papers included")


if __name__ == "__main__":
    main()
