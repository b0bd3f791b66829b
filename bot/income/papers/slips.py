"""From the pages of the files to the payslips on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.income.papers import lookalikes
from bot.income.papers.extraction import extract
from bot.income.papers.pdf_words import Page, PaperError, pages_of
from bot.income.papers.sheet import Sheet
from bot.income.papers.sniffing import MAX_PAGES
from bot.income.papers.words import stack
from bot.income.payslip import Payslip, Reading

_LATER_PAGE = re.compile(r"\b(?:pagina|page|blad|pag|bladzijde)\s*:?\s*([2-9])\b")


def read_documents(documents: Sequence[bytes]) -> Reading:
    """What the files say, in order as the pages of one payslip. Any PDF, however broken, gives a Reading."""
    try:
        pages = [page for data in documents for page in pages_of(data)]
    except PaperError as refusal:
        return Reading.from_json({"kind": refusal.kind, "reason": refusal.reason})
    if len(pages) > MAX_PAGES:
        return Reading("refused", "too_many_pages")
    if not lookalikes.has_words(Sheet(stack([page.rows for page in pages]))):
        return Reading("unreadable", "scan" if any(page.pictures for page in pages) else "no_text_layer")
    return _read(pages, together=len(documents) > 1)


def _read(pages: Sequence[Page], together: bool) -> Reading:
    warnings = ["hidden_text"] if any(page.hidden for page in pages) else []
    whole = Sheet(stack([page.rows for page in pages]))
    other = lookalikes.other_paper(whole)
    if other:
        return Reading("not_payslip", other, (), tuple(warnings))
    payroll = lookalikes.is_titled(whole) or lookalikes.payroll_words(whole) >= 3
    if not payroll or lookalikes.amounts(whole) < 3:
        return Reading("not_payslip", lookalikes.weak_guess(whole), (), tuple(warnings))
    groups = [list(range(len(pages)))] if together or len(pages) == 1 else _groups(pages)
    payslips = []
    for group in groups:
        sheet = Sheet(stack([pages[index].rows for index in group]))
        slip, remarks = extract(sheet)
        if is_payslip(slip) or (lookalikes.is_titled(sheet) and slip.gross_cents is not None):
            payslips.append(replace(slip, pages=tuple(index + 1 for index in group)))
            warnings += remarks
    if not payslips:
        return Reading("not_payslip", lookalikes.weak_guess(whole), (), tuple(warnings))
    return Reading("payslip", None, tuple(payslips), tuple(dict.fromkeys(warnings)))


def is_payslip(slip: Payslip) -> bool:
    """Whether enough of a payslip was found: a wage and what is left of it."""
    before = (slip.gross_cents, slip.wage_tax_cents, slip.tax_credit_applied)
    after = (slip.net_cents, slip.paid_cents)
    return any(each is not None for each in after) and any(each is not None for each in before)


def _groups(pages: Sequence[Page]) -> list[list[int]]:
    """Pages that belong together: a page with its own wage starts a new payslip after a complete one."""
    groups: list[list[int]] = []
    complete = False
    for index, page in enumerate(pages):
        sheet = Sheet(stack([page.rows]))
        own = _has_result(sheet)
        if not groups or (complete and own and not _LATER_PAGE.search(sheet.text)):
            groups.append([])
            complete = False
        groups[-1].append(index)
        complete = complete or own
    return groups


def _has_result(sheet: Sheet) -> bool:
    slip, _ = extract(sheet) if sheet.rows else (Payslip(), [])
    return slip.net_cents is not None or slip.paid_cents is not None
