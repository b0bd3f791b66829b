"""Several payslips in one file or album: which pages are shown with which, and whose turn it is to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.income.delivery import Delivery
from bot.income.paper import Paper


def shares(payslips: Sequence[Mapping[str, Any]], pages: int) -> list[list[int]]:
    """The numbers of the pages (from 1) that go with each payslip, in order; no page is lost.

    A page of no payslip, such as a letter or a list of holidays, goes with the payslip before it, else the first.
    """
    own = [sorted(slip.get("pages") or [1]) for slip in payslips]
    shared = [list(each) for each in own]
    for page in range(1, pages + 1):
        if not any(page in each for each in own):
            before = [number for number, each in enumerate(own) if each[0] < page]
            shared[max(before, default=0)].append(page)
    return [sorted(each) for each in shared]


def part_of(delivery: Delivery, numbers: Sequence[int], turn: int) -> Delivery:
    """The photos on which these pages are. One file may be several pages; its pictures tell how many."""
    chosen, number = [], 0
    for page in delivery.pages:
        own = range(number + 1, number + 1 + max(len(page.pictures), 1))
        number = own[-1]
        if any(each in own for each in numbers):
            chosen.append(page)
    return replace(delivery, key=f"{delivery.key}.{turn}", pages=tuple(chosen))


def turn(key: str, number: int, of: int) -> dict[str, Any]:
    """For the reading of a paper: payslip `number` of the `of` that came together as `key`."""
    return {"key": key, "number": number, "of": of}


def next_in_turn(papers: Iterable[Paper], done: Paper) -> Paper | None:
    """The first payslip that came with this one and still waits for the client."""
    key = (done.reading.get("turn") or {}).get("key")
    waiting = [
        paper
        for paper in papers
        if key and paper.state == "to_confirm" and (paper.reading.get("turn") or {}).get("key") == key
    ]
    return min(waiting, key=lambda paper: int(paper.reading["turn"]["number"]), default=None)
