"""Whom to help first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clients.client import Client
from bot.desk_app.chart import chart_of
from bot.desk_app.morning import counts, matching, missing_months, promise, row_of, sorted_rows
from bot.handoff.case import Case
from bot.income.paper import LedgerMonth
from bot.policy import read_policy

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)  # a Wednesday
POLICY = read_policy()


def client(name: str, joined: datetime = NOON, **rest: object) -> Client:
    facts = {"state": "active", "chat_id": 1, "blocked_at": None, **rest}
    return Client(f"id-{name}", f"K-{name}", name, "nl", "me", facts["chat_id"], facts["state"], joined,
                  facts["blocked_at"], joined, joined)  # fmt: skip


def case(of: Client, hours: float | None = 1, urgency: str = "normal", reason: str = "asked") -> Case:
    since = None if hours is None else NOON - timedelta(hours=hours)
    return Case(f"c-{of.id}", "V-1", of.id, "me", "open", urgency, reason, "Vraag", NOON, since, None, "")


def test_the_order_of_the_morning() -> None:
    """Crisis, who waits longest, papers, months, failures, answered, the rest."""
    old = datetime(2026, 9, 1, tzinfo=UTC)
    people = {name: client(name) for name in ("rust", "nood", "lang", "kort", "papier", "fout", "klaar")}
    people["maand"] = client("maand", old)
    rows = [
        row_of(people["rust"], None, (), {}, POLICY, NOON),
        row_of(people["klaar"], case(people["klaar"], None), (), {}, POLICY, NOON),
        row_of(people["fout"], None, (), {}, POLICY, NOON, failed=1),
        row_of(people["maand"], None, (), {}, POLICY, NOON),
        row_of(people["papier"], case(people["papier"], 9, reason="paper"), (), {}, POLICY, NOON),
        row_of(people["kort"], case(people["kort"], 1), (), {}, POLICY, NOON),
        row_of(people["lang"], case(people["lang"], 2), (), {}, POLICY, NOON),
        row_of(people["nood"], case(people["nood"], 0.1, "urgent"), (), {}, POLICY, NOON),
    ]
    names = [row.client.name for row in sorted_rows(rows)]
    assert names == ["nood", "lang", "kort", "papier", "maand", "fout", "klaar", "rust"]


def test_waiting_counts_working_hours() -> None:
    """Who asked on Friday evening waits as long on Monday as who asked at nine; then the moment decides."""
    monday = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # ten o'clock in Amsterdam
    one = case(client("vrijdag"), (NOON - datetime(2026, 11, 27, 19, 0, tzinfo=UTC)).total_seconds() / 3600)
    row = row_of(client("vrijdag"), one, (), {}, POLICY, monday)
    assert row.waited == timedelta(hours=1)
    assert not row.late


def test_late_is_later_than_the_client_was_told() -> None:
    """Two working days, until the doors close."""
    until = promise(POLICY, NOON)
    assert until == datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
    one = case(client("a"), 0)
    assert not row_of(client("a"), one, (), {}, POLICY, until).late
    assert row_of(client("a"), one, (), {}, POLICY, until + timedelta(seconds=1)).late


@pytest.mark.parametrize(
    ("joined", "known", "missing"),
    [
        ("2026-11-03", [], []),
        ("2026-10-03", [], [10]),
        ("2026-01-03", [], [8, 9, 10]),
        ("2026-01-03", [9], [8, 10]),
    ],
)
def test_months_are_missing_from_joining_on(joined: str, known: list[int], missing: list[int]) -> None:
    """Never this month, and never one from before the client joined."""
    one = client("a", datetime.fromisoformat(joined).replace(tzinfo=UTC))
    months = {date(2026, m, 1): LedgerMonth(date(2026, m, 1), "confirmed", "LS", None, NOON) for m in known}
    assert missing_months(one, months, NOON) == tuple(date(2026, m, 1) for m in missing)


def test_nothing_is_missing_of_who_stopped() -> None:
    """Who stopped, or never said yes, owes the bot nothing."""
    old = datetime(2026, 1, 1, tzinfo=UTC)
    assert missing_months(client("a", old, state="stopped"), {}, NOON) == ()


def test_searching_and_filtering() -> None:
    """By a part of the name or the number, in any order; by any reason a client has."""
    asks, rests = client("Samira Voorbeeld"), client("Peter Proef")
    rows = [row_of(asks, case(asks), (), {}, POLICY, NOON, failed=1), row_of(rests, None, (), {}, POLICY, NOON)]
    assert [row.client.name for row in matching(rows, "", "beeld SAM")] == ["Samira Voorbeeld"]
    assert [row.client.name for row in matching(rows, "", "k-peter")] == ["Peter Proef"]
    assert [row.client.name for row in matching(rows, "failed", "")] == ["Samira Voorbeeld"]
    assert counts(rows)["waiting"] == counts(rows)["failed"] == counts(rows)["rest"] == 1


def test_the_picture_counts_every_client_once_a_month() -> None:
    """Looked at, in, or missing; a bar is as high as the clients who had joined."""
    old = datetime(2026, 1, 1, tzinfo=UTC)
    month = date(2026, 10, 1)
    states = ["checked", "confirmed", "no_income", None]
    rows = []
    for number, state in enumerate(states):
        months = {month: LedgerMonth(month, state, "LS", None, NOON)} if state else {}
        rows.append(row_of(client(str(number), old), None, (), months, POLICY, NOON))
    chart = chart_of(rows, NOON)
    october = chart.months[-2]
    assert (october.month, october.checked, october.received, october.missing) == (month, 1, 2, 1)
    assert {one.total for one in chart.months} == {4}
    assert all(part.y >= 0 and part.y + part.height <= chart.height for part in chart.parts)
