"""When a client may be written to without having asked: not in quiet hours, and not too often a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.language import AMSTERDAM
from bot.policy import Policy


def not_quiet(policy: Policy, moment: datetime) -> datetime:
    """The moment itself, or the end of the quiet hours in which it falls; in UTC."""
    begins, ends = policy.quiet_hours
    local = moment.astimezone(AMSTERDAM)
    now, over_midnight = local.time(), begins > ends
    quiet = (now >= begins or now < ends) if over_midnight else begins <= now < ends
    if not quiet:
        return moment.astimezone(UTC)
    day = local.date() + timedelta(days=over_midnight and now >= begins)
    return datetime.combine(day, ends, AMSTERDAM).astimezone(UTC)


def free_moment(policy: Policy, wanted: datetime, others: Sequence[datetime]) -> datetime:
    """The first moment from `wanted` on, outside quiet hours, on a day with room beside `others`."""
    moment = not_quiet(policy, wanted)
    days = [other.astimezone(AMSTERDAM).date() for other in others]
    while days.count(moment.astimezone(AMSTERDAM).date()) >= policy.first_messages_a_day:
        tomorrow = moment.astimezone(AMSTERDAM).date() + timedelta(days=1)
        moment = datetime.combine(tomorrow, policy.quiet_hours[1], AMSTERDAM).astimezone(UTC)
    return moment
