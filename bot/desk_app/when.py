"""Moments as caseworkers read them: in Amsterdam."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.language import AMSTERDAM, Translator


def time_of_day(moment: datetime) -> str:
    """«14:03»."""
    return moment.astimezone(AMSTERDAM).strftime("%H:%M")


def day_of(moment: datetime) -> date:
    """The day in Amsterdam."""
    return moment.astimezone(AMSTERDAM).date()


def day_name(_: Translator, day: date, today: date) -> str:
    """«vandaag», «gisteren» or the day in full."""
    if day == today:
        return _("vandaag")
    if day == today - timedelta(days=1):
        return _("gisteren")
    return _.day(day)


def length(_: Translator, span: timedelta) -> str:
    """A length of time in its largest unit: «5 minuten», «2 uur», «3 dagen»."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return _.plural("{number} minuut", "{number} minuten", minutes)
    if minutes < 48 * 60:
        return _.plural("{number} uur", "{number} uur", minutes // 60)
    return _.plural("{number} dag", "{number} dagen", minutes // (24 * 60))


def working_length(_: Translator, span: timedelta, day: timedelta) -> str:
    """A length of working time: minutes, hours, or working days when it is longer than one `day`."""
    if span < day:
        return length(_, span)
    return _.plural("{number} werkdag", "{number} werkdagen", int(span / day))


def month_of(moment: datetime) -> date:
    """The first day of the month in Amsterdam."""
    return day_of(moment).replace(day=1)


def month_before(month: date) -> date:
    """The first day of the month before."""
    return (month - timedelta(days=1)).replace(day=1)
