"""From the lines of a photo or PDF to what letter it seems to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.letters.labels import subject_of
from bot.answers.letters.last_day import last_day
from bot.answers.letters.letter import Letters
from bot.answers.letters.letter_day import letter_day
from bot.answers.letters.paper_amounts import amounts_on
from bot.answers.letters.paper_references import reference_on
from bot.answers.letters.proposal import DOUBTFUL, Proposal
from bot.answers.letters.recognising import recognise
from bot.printed import Line, text_of

_WAGES = re.compile(
    r"loonheffing|bruto\s?(?:loon|salaris)|netto\s?(?:loon|salaris)|loonstrook|(?:loon|salaris)\s?specificatie|loontijdvak|"
    r"verloning|uurloon|sv.loon|vakantiegeld|reservering|uitbetaald|pensioenpremie|arbeidskorting|loonperiode|"
    r"gross|net pay|wage tax|payslip|holiday",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"^\W*(?:geachte|beste|met vriendelijke groet|hoogachtend)\b", re.IGNORECASE | re.MULTILINE)
PAYROLL_WORDS = 3
MOST_LINES = 600  # some eight full pages; what a letter is about stands on its first


def propose(letters: Letters, lines: Sequence[Line], today: date) -> Proposal | None:
    """What the lines say; None when they are no letter, or one of a sender whom we do not know."""
    lines = lines[:MOST_LINES]
    text = text_of(lines)
    found = recognise(letters, text, today, subject_of(lines))
    if found is None or _is_of_wages(text):
        return None
    day, until, reference = letter_day(lines, today), last_day(lines, today), reference_on(lines)
    if until and day and until.day == day.day:
        until = None
    amounts = amounts_on(lines)[:3]
    sure = {"sender": found.sender_sure, "kind": found.kind_sure}
    sure |= {name: each.sure for name, each in (("day", day), ("until", until), ("reference", reference)) if each}
    sure |= {"cents": amounts[0].sure} if amounts else {}
    return Proposal(
        sender=found.sender.key,
        kind=found.kind.key if found.kind else "",
        kinds=tuple(kind.key for kind in found.kinds),
        day=day.day.isoformat() if day else "",
        until=until.day.isoformat() if until else "",
        cents=amounts[0].cents if amounts else 0,
        amounts=tuple(each.cents for each in amounts),
        reference=reference.text if reference else "",
        sure={name: round(value, 2) for name, value in sure.items()},
        pictures={
            name: each.line.picture
            for name, each in (("day", day), ("until", until))
            if each and each.sure < DOUBTFUL and each.line.picture
        },
    )


def _is_of_wages(text: str) -> bool:
    """Whether it is more like a payslip: its words, and nobody who is addressed."""
    words = {found.casefold() for found in _WAGES.findall(text)}
    return len(words) >= PAYROLL_WORDS and not _TO_SOMEBODY.search(text)
