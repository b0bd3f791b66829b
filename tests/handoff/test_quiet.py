"""When a client may be written to first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.handoff.quiet import free_moment, not_quiet
from bot.language import AMSTERDAM
from bot.policy import read_policy

POLICY = replace(read_policy(), quiet_hours=(time(20, 0), time(8, 0)), first_messages_a_day=1)


def here(text: str) -> datetime:
    """A moment in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("wanted", "leaves"),
    [
        ("2026-11-25T12:00", "2026-11-25T12:00"),
        ("2026-11-25T19:59", "2026-11-25T19:59"),
        ("2026-11-25T20:00", "2026-11-26T08:00"),
        ("2026-11-26T00:10", "2026-11-26T08:00"),
        ("2026-11-26T08:00", "2026-11-26T08:00"),
        ("2026-10-25T01:00", "2026-10-25T08:00"),  # the night in which the clock is put back
        ("2026-03-28T23:00", "2026-03-29T08:00"),  # and forward
    ],
)
def test_nothing_leaves_in_quiet_hours(wanted: str, leaves: str) -> None:
    """Eight in the evening until eight in the morning, also when the clock changes."""
    assert not_quiet(POLICY, here(wanted)) == here(leaves).astimezone(UTC)


def test_quiet_hours_by_day_hold_too() -> None:
    """A municipality may want silence at noon."""
    noon = replace(POLICY, quiet_hours=(time(12, 0), time(13, 0)))
    assert not_quiet(noon, here("2026-11-25T12:30")) == here("2026-11-25T13:00")
    assert not_quiet(noon, here("2026-11-25T23:30")) == here("2026-11-25T23:30")


def test_a_second_message_waits_for_the_next_day_with_room() -> None:
    """One a day: what is over waits until the quiet hours of that night end."""
    today, tomorrow = here("2026-11-25T09:00"), here("2026-11-26T17:00")
    assert free_moment(POLICY, here("2026-11-25T12:00"), []) == here("2026-11-25T12:00")
    assert free_moment(POLICY, here("2026-11-25T12:00"), [today]) == here("2026-11-26T08:00")
    assert free_moment(POLICY, here("2026-11-25T12:00"), [today, tomorrow]) == here("2026-11-27T08:00")
    two = replace(POLICY, first_messages_a_day=2)
    assert free_moment(two, here("2026-11-25T12:00"), [today]) == here("2026-11-25T12:00")
