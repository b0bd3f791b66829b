"""The sentences of the morning list: reasons, waiting, months."""

from __future__ import annotations

from datetime import date, datetime

from bot.deadlines.opening import length_of_day
from bot.desk_app.morning import Group, Row
from bot.desk_app.when import day_of, working_length
from bot.handoff.aftercare import Kind
from bot.language import Translator
from bot.policy import Policy


def group(_: Translator, name: Group) -> str:
    """A heading of the list, and a filter."""
    return {
        "crisis": _("Nood"),
        "waiting": _("Wacht op antwoord"),
        "papers": _("Papier bekijken"),
        "months": _("Maand ontbreekt"),
        "failed": _("Niet aangekomen"),
        "aftercare": _("Nazorg"),
        "open": _("Beantwoord, nog open"),
        "rest": _("Geen actie nodig"),
    }[name]


def waits(_: Translator, row: Row, policy: Policy) -> str:
    """How long the client waits, in working time."""
    if row.case and row.case.only_looked_at:
        return _("ingetrokken door klant, was spoed")
    if row.case is None or row.case.waiting_since is None:
        return _("beantwoord")
    return _("wacht {length}").format(length=working_length(_, row.waited, length_of_day(policy.opening)))


def promised(_: Translator, until: datetime) -> str:
    """The day that the client was told."""
    return _("antwoord beloofd uiterlijk {day}").format(day=_.near_day(day_of(until)))


def papers(_: Translator, number: int) -> str:
    """Papers that a person must look at."""
    return _.plural("{number} papier onduidelijk", "{number} papieren onduidelijk", number)


def fresh(_: Translator, number: int) -> str:
    """Payslips that nobody has looked at yet."""
    return _.plural("{number} nieuwe loonstrook", "{number} nieuwe loonstroken", number)


def missing(_: Translator, months: tuple[date, ...]) -> str:
    """Which months are not in."""
    names = _.listing([_.month(month).split()[0] for month in months])
    one, many = _("{months} ontbreekt"), _("{months} ontbreken")
    return (one if len(months) == 1 else many).format(months=names)


def payment(_: Translator, policy: Policy, at: datetime) -> str:
    """Until when a payslip of last month is in time for the payment; empty when nobody has confirmed the day."""
    if policy.payment_day is None:
        return ""
    today = day_of(at)
    last = today.replace(day=policy.payment_day)
    if today >= last:
        return _("de betaaldatum van deze maand is voorbij")
    return _("nodig voor {day}").format(day=_.near_day(last))


def aftercare_kind(_: Translator, kind: Kind) -> str:
    """How contact is kept after bijstand."""
    return {"intensive": _("vaste contactmomenten"), "passive": _("één keer na een half jaar")}[kind]


def owner(_: Translator, name: str) -> str:
    """Whose client this is, when it is a colleague's."""
    return _("voor {name}").format(name=name)


def clients(_: Translator, number: int) -> str:
    """How many clients there are."""
    return _.plural("{number} klant", "{number} klanten", number)


def bar(_: Translator, kind: str) -> str:
    """What a part of a bar counts."""
    return {"checked": _("Bekeken"), "received": _("Binnen"), "missing": _("Ontbreekt")}[kind]


def short_month(_: Translator, month: date) -> str:
    """«nov»: the first letters of a month, under a bar."""
    return _.month(month)[:3]
