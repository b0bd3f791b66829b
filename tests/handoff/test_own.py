"""Which own questions a client sees, may withdraw and may go on with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.handoff import own
from bot.handoff.case import Case

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
OPEN = Case("1", "V-1", "k", "n", "open", "normal", "asked", "Mag dat?", NOON, NOON, None, "")
CLOSED = replace(OPEN, state="closed", closed_at=NOON, waiting_since=None)


def test_a_closed_question_can_go_on_for_exactly_seven_days() -> None:
    """The last moment counts, the one after it does not."""
    assert own.may_reopen(CLOSED, NOON + timedelta(days=7))
    assert not own.may_reopen(CLOSED, NOON + timedelta(days=7, seconds=1))
    assert not own.may_reopen(OPEN, NOON)
    assert own.last_day_to_reopen(CLOSED) == date(2026, 12, 2)


def test_papers_are_not_withdrawn_and_emergencies_stay_open() -> None:
    """A person looks at both."""
    assert own.may_withdraw(OPEN)
    assert own.may_withdraw(replace(OPEN, urgency="urgent"))
    assert own.stays_open(replace(OPEN, urgency="urgent"))
    assert not own.stays_open(OPEN)
    assert not own.may_withdraw(replace(OPEN, withdrawn_at=OPEN.opened_at))
    assert not own.may_withdraw(replace(OPEN, reason="paper"))
    assert not own.may_withdraw(CLOSED)
    assert not own.may_reopen(replace(CLOSED, reason="paper"), NOON)


def test_open_questions_come_first_and_old_ones_are_left_out() -> None:
    """A month after closing nobody needs it any more; papers stand elsewhere."""
    cases = [CLOSED, replace(OPEN, id="2", reason="paper"), replace(OPEN, id="3"), replace(CLOSED, id="4")]
    assert [case.id for case in own.to_show(cases, NOON + timedelta(days=30))] == ["3", "1", "4"]
    assert [case.id for case in own.to_show(cases, NOON + timedelta(days=31))] == ["3"]


def test_the_promise_counts_working_days_from_when_the_client_waits() -> None:
    """From Wednesday two working days end on Friday; who does not wait was promised nothing."""
    assert own.answer_by(OPEN, 2) == date(2026, 11, 27)
    assert own.answer_by(CLOSED, 2) is None
