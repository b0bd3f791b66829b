"""From the pages of the files to the payslips on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.income.papers import lookalikes
from bot.income.papers.doubt import PROVEN, with_doubt
from bot.income.papers.extraction import extract
from bot.income.papers.grouping import groups_of, is_same, parts_of, seems_several, sheet_of
from bot.income.papers.pdf_words import Page, PaperError, pages_of
from bot.income.papers.sheet import Sheet
from bot.income.papers.sniffing import MAX_PAGES
from bot.income.payslip import Payslip, Reading


def read_documents(documents: Sequence[bytes]) -> Reading:
    """What the PDFs say, in order as the pages of one payslip. Any PDF, however broken, gives a Reading.

    'unreadable' with 'scan' or 'no_text_layer' means that there is no text to read: their pictures may be.
    """
    try:
        pages = [page for data in documents for page in pages_of(data)]
    except PaperError as refusal:
        return Reading.from_json({"kind": refusal.kind, "reason": refusal.reason})
    if len(pages) > MAX_PAGES:
        return Reading("refused", "too_many_pages")
    reading = read_pages(pages, together=len(documents) > 1)
    if reading.kind == "not_payslip" and any(page.pictures and not _has_text(page) for page in pages):
        return Reading("unreadable", "scan")
    return reading


def _has_text(page: Page) -> bool:
    return lookalikes.has_words(sheet_of([page]))


def read_pages(pages: Sequence[Page], together: bool) -> Reading:
    """What the pages say, whatever their words came from; `together`: they were sent as one payslip.

    A page that belongs to no payslip is in the `pages` of none.
    """
    warnings = ["hidden_text"] if any(page.hidden for page in pages) else []
    whole = sheet_of(pages)
    if not lookalikes.has_words(whole):
        return Reading("unreadable", "scan" if any(page.pictures for page in pages) else "no_text_layer")
    numbered = [(number, part) for number, page in enumerate(pages, 1) for part in parts_of(page)]
    payslips: list[Payslip] = []
    for group in groups_of([part for _, part in numbered], together):
        sheet = sheet_of([numbered[index][1] for index in group])
        slip, remarks = extract(sheet)
        if not _counts(slip, sheet) or (together and any(is_same(slip, each) for each in payslips)):
            continue
        numbers = dict.fromkeys(numbered[index][0] for index in group)
        payslips.append(with_doubt(replace(slip, pages=tuple(numbers)), sheet))
        warnings += remarks
    if not payslips:
        reason = lookalikes.other_paper(whole) or lookalikes.weak_guess(whole)
        return Reading("not_payslip", reason, (), tuple(warnings))
    unproven = any(slip.confidence.get("paid_cents", 0) < PROVEN for slip in payslips)
    if unproven and any(seems_several(part) for _, part in numbered):
        return Reading("unreadable", "several_on_page")
    return Reading("payslip", None, tuple(payslips), tuple(dict.fromkeys(warnings)))


def _counts(slip: Payslip, sheet: Sheet) -> bool:
    """Whether these pages are a payslip, and no paper that looks like one."""
    if lookalikes.other_paper(sheet) or lookalikes.amounts(sheet) < 3:
        return False
    titled, worded = lookalikes.is_titled(sheet), lookalikes.payroll_words(sheet) >= 3
    return (titled or worded) and (is_payslip(slip) or (titled and (worded or slip.gross_cents is not None)))


def is_payslip(slip: Payslip) -> bool:
    """Whether enough of a payslip was found: a wage and what is left of it."""
    before = (slip.gross_cents, slip.wage_tax_cents, slip.tax_credit_applied)
    after = (slip.net_cents, slip.paid_cents)
    return any(each is not None for each in after) and any(each is not None for each in before)
