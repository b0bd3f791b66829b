"""A message in the making: what the form says, which text each client gets, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import get_args

from bot.clients.client import Client
from bot.desk_app.morning import Row
from bot.desk_app.when import month_before, month_of
from bot.handoff.mailing import Ask
from bot.handoff.posting import FURTHEST, MOST_CHARACTERS, TO_STOP
from bot.handoff.quick_texts import fill
from bot.language import AMSTERDAM, LANGUAGES, SOURCE, translator

TICK, TEXT = "klant-", "tekst-"
_ID = re.compile(r"[0-9a-f]{32}")


class DraftRefused(Exception):
    """The form is not complete; `why` is a code for `wording.wrong`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form says. `texts` is by language; `month` is the month that the texts are about, if chosen."""

    id: str = ""
    clients: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = ""
    later: bool = False
    day: str = ""
    time: str = ""
    month: date | None = None

    def moment(self, at: datetime) -> datetime:
        """When it is to leave: in a minute, or the chosen moment in Amsterdam. DraftRefused when it is past."""
        if not self.later:
            return at + TO_STOP
        try:
            chosen = datetime.combine(date.fromisoformat(self.day), time.fromisoformat(self.time), AMSTERDAM)
        except ValueError:
            raise DraftRefused("when") from None
        if not at < chosen <= at + FURTHEST:
            raise DraftRefused("when")
        return chosen

    def language(self, client: Client) -> str:
        """The language of the text that this client gets; DraftRefused when there is none."""
        found = next((code for code in (client.language, SOURCE) if self.texts.get(code)), None)
        if found is None:
            raise DraftRefused("empty")
        return found

    def body(self, row: Row, caseworker: str, at: datetime) -> str:
        """The text for one client, with the client's facts in the language of the text."""
        language = self.language(row.client)
        month = self.month or next(iter(row.missing), month_before(month_of(at)))
        facts = {"name": row.client.name, "caseworker": caseworker, "month": translator(language).month(month)}
        return fill(self.texts[language], facts)

    def checked(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The chosen clients of `rows`; DraftRefused when the form cannot be sent."""
        chosen = [row for row in rows if row.client.id in self.clients]
        if not chosen:
            raise DraftRefused("nobody")
        if any(len(text) > MOST_CHARACTERS for text in self.texts.values()):
            raise DraftRefused("too_long")
        for row in chosen:
            self.language(row.client)
        return chosen


def draft_of(form: Mapping[str, str]) -> Draft:
    """What a form says; what is none of its choices counts as not chosen."""
    texts = {code: form.get(f"{TEXT}{code}", "").replace("\r\n", "\n").strip() for code in LANGUAGES}
    asks: tuple[Ask, ...] = get_args(Ask)
    ask: Ask = next((one for one in asks if one == form.get("ask")), "")
    return Draft(
        id=form.get("id", "") if _ID.fullmatch(form.get("id", "")) else "",
        clients=frozenset(name.removeprefix(TICK) for name in form if name.startswith(TICK)),
        texts={code: text for code, text in texts.items() if text},
        ask=ask,
        later=form.get("when") == "later",
        day=form.get("day", ""),
        time=form.get("time", ""),
        month=month_in(form.get("month", "")),
    )


def month_in(text: str) -> date | None:
    """«2026-10» as its first day; None for anything else."""
    try:
        return date.fromisoformat(f"{text}-01") if len(text) == 7 else None
    except ValueError:
        return None


def tomorrow(at: datetime) -> str:
    """What the form proposes for «later»."""
    return (at.astimezone(AMSTERDAM).date() + timedelta(days=1)).isoformat()
