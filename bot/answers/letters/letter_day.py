"""The day on which a letter was sent, on a photo or PDF: not a birthday, a postmark or a last day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.answers.letters.labels import SALUTATION, before, values_at
from bot.answers.letters.misread import printed_days
from bot.answers.letters.paper_days import POSTMARK, PaperDay, best, weighed
from bot.printed import Line

_LABEL = re.compile(
    r"(?<!\w)(?:datum|dagtekening|verzend\s?datum|brief\s?datum|factuur\s?datum|nota\s?datum|verzonden(?:\sop)?|"
    r"verstuurd(?:\sop)?|datum\s?(?:van\s?)?(?:deze\s)?(?:brief|besluit|beschikking|verzending|bericht|verzonden)|"
    r"uitgereikt op|betekend op|uitgesproken op)(?!\w)",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:geboren|geboorte\w*|geb\.?|ingangs?\s?datum|met ingang van|vanaf|sinds|begin\s?datum|eind\s?datum|"
    r"(?:datum|dag) (?:van )?(?:de )?(?:overtreding|ontvangst|aanvraag|incident|feit|melding)|overtreding|gepleegd|"
    r"(?:aanvraag|melding|brief|bericht|bezwaar\w*|verzoek|besluit|gesprek|vonnis|uitspraak) van|periode|"
    r"ontvangen op|t/m|tot en met|tot|uiterlijk|v[oó]{2}r|(?:betaal|verval)\s?datum)\W{0,3}(?:\w{3,9}dag\W{0,3})?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^\W*[A-Z][\w'’.-]{1,25}(?: [A-Z][\w'’-]+)?,?\s*(?:de\s|d\.d\.\s)?(?:\w+dag,?\s)?$")
_ALONE = re.compile(r"^\W*(?:\w+dag,?\s)?\W*$")
_IN_A_SENTENCE = re.compile(r"\w\s*$")
_OLD, _AHEAD = timedelta(days=3 * 365), timedelta(days=2)
_NEAR = 14  # characters between a label and its day


def letter_day(lines: Sequence[Line], today: date) -> PaperDay | None:
    """The day that the letter has at its head: at a label, after a place, or alone above «Geachte»."""
    return best([*_labelled(lines, today), *_unlabelled(lines, today)])


def _labelled(lines: Sequence[Line], today: date) -> Iterator[PaperDay]:
    for where, match, line, value in values_at(lines, _LABEL):
        each = next(iter(printed_days(value[:40], today)), None)
        if each is None or each.start > _NEAR or POSTMARK.search(line.text):
            continue
        within = where == "after" and _IN_A_SENTENCE.search(line.text[: match.start()])
        sure = 0.6 if within else 0.9 if where == "below" else 0.95
        yield weighed(each, line, sure, timely=_past(each.day, today))


def _unlabelled(lines: Sequence[Line], today: date) -> Iterator[PaperDay]:
    """Only above the salutation, where a letter has its own day."""
    for at, line in enumerate(lines):
        if SALUTATION.search(line.text) or line.page:
            return
        for each in printed_days(line.text, today):
            lead, own = before(lines, at, each.start), line.text[: each.start]
            if _OF_SOMETHING_ELSE.search(lead[-60:]) or POSTMARK.search(f"{lead} {line.text}"):
                continue
            if _ALONE.match(own) and not line.text[each.end :].strip(" .,"):
                yield weighed(each, line, 0.75, timely=_past(each.day, today))
            elif _PLACE.match(own):
                yield weighed(each, line, 0.85, timely=_past(each.day, today))


def _past(day: date, today: date) -> bool:
    return today - _OLD < day <= today + _AHEAD
