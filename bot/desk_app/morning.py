"""Whom to help first: the caseload as a list in the order of the morning. Pure; `caseload.py` reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from bot.clients.client import Client
from bot.deadlines.holidays import working_days_later
from bot.deadlines.opening import closing, working_time
from bot.desk_app.when import day_of, month_before, month_of
from bot.handoff.aftercare import Aftercare
from bot.handoff.case import Case
from bot.income.paper import LedgerMonth, Paper
from bot.policy import Policy

Group = Literal["crisis", "waiting", "papers", "months", "failed", "aftercare", "open", "rest"]
GROUPS: tuple[Group, ...] = get_args(Group)
MONTHS_BACK = 3  # complete months of which a payslip may be missing


@dataclass(frozen=True, slots=True)
class Row:
    """One client with everything that asks for attention. `owner` is the colleague's name when not one's own."""

    client: Client
    owner: str = ""
    case: Case | None = None
    waited: timedelta = timedelta(0)  # in working time
    promised: datetime | None = None
    late: bool = False
    unclear: int = 0  # papers that a person must look at
    fresh: int = 0  # payslips that nobody has looked at yet
    missing: tuple[date, ...] = ()
    failed: int = 0
    months: Mapping[date, LedgerMonth] = field(default_factory=dict)
    aftercare: Aftercare | None = None
    aftercare_due: bool = False

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every reason for attention, the most urgent one first; `rest` when there is none."""
        case, found = self.case, list[Group]()
        if case and case.urgency == "urgent" and (case.waiting_since or case.withdrawn_at):
            found.append("crisis")
        elif case and case.waiting_since and case.reason != "paper":
            found.append("waiting")
        if self.unclear or (case and case.reason == "paper"):
            found.append("papers")
        if self.missing:
            found.append("months")
        if self.failed:
            found.append("failed")
        if self.aftercare_due:
            found.append("aftercare")
        if case and not case.waiting_since and not case.withdrawn_at:
            found.append("open")
        return tuple(found) or ("rest",)

    @property
    def group(self) -> Group:
        """The most urgent reason."""
        return self.groups[0]

    def order(self) -> tuple[int, timedelta, float, int, int, str]:
        """Sorts a list: by urgency, then who waits longest, then by name."""
        # Out of hours nobody waits longer in working time, so the moment itself decides between equals.
        since = self.case.waiting_since if self.case and self.case.waiting_since else None
        return (
            GROUPS.index(self.group),
            -self.waited,
            since.timestamp() if since else 0.0,
            -self.unclear,
            -len(self.missing),
            self.client.name.casefold(),
        )


def row_of(
    client: Client,
    case: Case | None,
    papers: Sequence[tuple[Paper, bool]],
    months: Mapping[date, LedgerMonth],
    policy: Policy,
    at: datetime,
    *,
    failed: int = 0,
    owner: str = "",
    aftercare: Aftercare | None = None,
) -> Row:
    """The row of one client; each paper with whether a person must look at it."""
    since = case.waiting_since if case else None
    promised = promise(policy, since) if since else None
    return Row(
        client,
        owner,
        case,
        working_time(policy.opening, since, at) if since else timedelta(0),
        promised,
        promised is not None and at > promised,
        sum(look for _, look in papers),
        sum(not look for _, look in papers),
        missing_months(client, months, at, aftercare.left_on if aftercare else None),
        failed,
        months,
        aftercare,
        aftercare is not None and aftercare.due(day_of(at)),
    )


def promise(policy: Policy, since: datetime) -> datetime:
    """Until when an answer was promised to a client who asked at `since`: the same day that the chat named."""
    day = working_days_later(day_of(since), policy.answer_within_working_days)
    return closing(policy.opening, day)


def missing_months(
    client: Client, months: Mapping[date, LedgerMonth], at: datetime, left_on: date | None = None
) -> tuple[date, ...]:
    """Complete months since the client joined, and until bijstand ended, of which nothing is known; oldest first."""
    if client.consented_at is None or client.state != "active":
        return ()
    first = month_of(client.consented_at)
    over = reversed(complete_months(at, MONTHS_BACK))
    last = left_on or day_of(at)
    return tuple(month for month in over if first <= month <= last and month not in months)


def complete_months(at: datetime, number: int) -> list[date]:
    """The last months that are over, the newest first."""
    found = [month_before(month_of(at))]
    while len(found) < number:
        found.append(month_before(found[-1]))
    return found


def sorted_rows(rows: Iterable[Row]) -> list[Row]:
    """Whom to help first."""
    return sorted(rows, key=Row.order)


def matching(rows: Sequence[Row], group: str, words: str) -> list[Row]:
    """Rows with this reason (any, when it is none) whose name, number or open question holds these words."""
    wanted = words.casefold().split()
    return [
        row
        for row in rows
        if (group not in GROUPS or group in row.groups)
        and all(word in _found_by(row) for word in wanted)
    ]


def _found_by(row: Row) -> str:
    return f"{row.client.name} {row.client.number} {row.case.number if row.case else ''}".casefold()


def counts(rows: Sequence[Row]) -> dict[Group, int]:
    """How many clients there are for each reason."""
    found = Counter(group for row in rows for group in row.groups)
    return {group: found[group] for group in GROUPS}


def parted(rows: Sequence[Row]) -> list[tuple[Group, list[Row]]]:
    """The rows under their most urgent reason, in the order of the list; reasons without clients left out."""
    found: dict[Group, list[Row]] = {group: [] for group in GROUPS}
    for row in rows:
        found[row.group].append(row)
    return [(group, members) for group, members in found.items() if members]
