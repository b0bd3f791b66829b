"""Which pages are one payslip. Several payslips may be in one file, in one album, and even on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from bot.income.papers import lookalikes
from bot.income.papers.extraction import extract
from bot.income.papers.labels import labels_of
from bot.income.papers.pdf_words import Page
from bot.income.papers.periods import range_in, single_in
from bot.income.papers.sheet import Sheet
from bot.income.papers.text import squeezed
from bot.income.papers.words import Row, stack
from bot.income.payslip import Payslip

_LATER_PAGE = re.compile(r"\b(?:pagina|page|blad|pag|bladzijde)\s*:?\s*([2-9])\b")
_ALIKE = 0.75  # of two spellings of one employer: a photo may cost a letter
_MONEY = ("gross_cents", "net_cents", "paid_cents")


def sheet_of(pages: Sequence[Page]) -> Sheet:
    """The pages below each other."""
    return Sheet(stack([page.rows for page in pages]))


def groups_of(pages: Sequence[Page], together: bool) -> list[list[int]]:
    """Which pages belong together, in order; every page is in one group.

    `together`: they were sent as the pages of one payslip, so only a page that is clearly another one is apart.
    """
    if len(pages) == 1:
        return [[0]]
    groups: list[list[int]] = []
    known, other = Payslip(), False  # what the group so far says by itself; whether it is another kind of paper
    for index, page in enumerate(pages):
        sheet = sheet_of([page])
        own = extract(sheet)[0] if sheet.rows else Payslip()
        before, other = other, lookalikes.other_paper(sheet) is not None
        later = bool(_LATER_PAGE.search(sheet.text))
        if not groups or other or (before and is_whole(own)) or _begins(own, known, together, later=later):
            groups.append([])
            known = Payslip()
        groups[-1].append(index)
        if is_complete(own) or not is_complete(known):
            known = own if _says_something(own) else known
    return groups


def _begins(own: Payslip, known: Payslip, together: bool, *, later: bool) -> bool:
    """Whether a page begins another payslip than the one that is known so far."""
    if not _says_something(known):
        return is_whole(own) and not together  # what went before in the file was a letter or so
    if not is_complete(known) or not is_complete(own) or (later and not together):
        return False
    return not together or is_another(own, known) or is_same(own, known)


def is_complete(slip: Payslip) -> bool:
    """Whether it says what was paid."""
    return slip.net_cents is not None or slip.paid_cents is not None


def is_whole(slip: Payslip) -> bool:
    """Whether it is a payslip without any other page."""
    return slip.gross_cents is not None and is_complete(slip)


def is_another(one: Payslip, other: Payslip) -> bool:
    """Whether two pages, each whole, are of different payslips: other amounts, and another period or employer."""
    if not (is_whole(one) and is_whole(other)) or not _differ(one, other, _MONEY):
        return False
    employers = [squeezed(slip.employer) for slip in (one, other) if slip.employer]
    strangers = len(employers) == 2 and SequenceMatcher(None, employers[0], employers[1]).ratio() < _ALIKE
    return strangers or _differ(one, other, ("period",))


def is_same(one: Payslip, other: Payslip) -> bool:
    """Whether two pages are one and the same: a page that was photographed twice."""
    named = ("period", *_MONEY)
    same = all(getattr(one, name) == getattr(other, name) for name in named)
    return same and is_whole(one) and one.period is not None


def _differ(one: Payslip, other: Payslip, names: Sequence[str]) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in names]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _says_something(slip: Payslip) -> bool:
    return any(getattr(slip, name) is not None for name in (*_MONEY, "wage_tax_cents", "hours"))


def parts_of(page: Page) -> list[Page]:
    """The page itself, or its parts when each is a whole payslip of its own, above or beside the other."""
    for first, rest in (*_above_each_other(page.rows), *_beside_each_other(page.rows)):
        one, other = (replace(page, rows=rows) for rows in (first, rest))
        slips = [extract(sheet_of([part]))[0] for part in (one, other)]
        if slips[0].period and slips[1].period and is_another(slips[0], slips[1]):
            return [one, *parts_of(other)]
    return [page]


def seems_several(page: Page) -> bool:
    """Whether a page has the title of a payslip twice, with two periods: more than one, that cannot be told apart."""
    sheet = sheet_of([page])
    titles = [run for runs in sheet.runs for run in runs if lookalikes.is_title_of_payslip(run.text)]
    texts = [f"{run.text} {sheet.text_right_of(run)}" for run in titles]
    texts += [sheet.text_right_of(label.run) for label in labels_of(sheet) if label.field == "period"]
    return len(titles) > 1 and len({range_in(text) or single_in(text) for text in texts} - {None}) > 1


def _above_each_other(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Cut at the widest white between the result of one and the head of the next."""
    sheet = Sheet(stack([rows]))
    heads = {run.row for runs in sheet.runs for run in runs if lookalikes.is_title_of_payslip(run.text)}
    labels = labels_of(sheet)
    heads |= {label.run.row for label in labels if label.field == "period"}
    results = {label.run.row for label in labels if label.field in ("net_cents", "paid_cents")}
    if not results:
        return
    following = [row for row in heads if row > min(results)]
    if following:
        head = min(following)
        last = max(row for row in results if row < head)
        cut = max(range(last + 1, head + 1), key=lambda row: rows[row][0].y - rows[row - 1][0].y)
        yield list(rows[:cut]), list(rows[cut:])


def _beside_each_other(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Cut at the widest white strip from top to bottom in the middle third."""
    spans = sorted((word.x0, word.x1) for row in rows for word in row)
    if not spans:
        return
    left, right = spans[0][0], max(end for _, end in spans)
    reach, strips = spans[0][1], []
    for (_, end), (start, _) in pairwise(spans):
        reach = max(reach, end)
        middle = (reach + start) / 2
        if start > reach and left + (right - left) / 3 < middle < right - (right - left) / 3:
            strips.append((start - reach, middle))
    if strips:
        cut = max(strips)[1]
        halves = ([tuple(word for word in row if word.x0 < cut) for row in rows],
                  [tuple(word for word in row if word.x0 >= cut) for row in rows])  # fmt: skip
        yield [row for row in halves[0] if row], [row for row in halves[1] if row]
