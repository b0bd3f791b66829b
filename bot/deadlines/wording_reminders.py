"""Every sentence of and about a reminder."""

from __future__ import annotations

from datetime import date

from bot.deadlines.reminder import Reminder
from bot.deadlines.terms import TermKind
from bot.deadlines.wording import day_label
from bot.language import Translator


def remind_me(_: Translator) -> str:
    """Under the last day."""
    return _("Zal ik je een herinnering sturen?")


def write_it_down(_: Translator) -> str:
    """To somebody of whom nothing is kept."""
    return _("Zet deze dag in je telefoon of op je kalender.")


def remind_button(_: Translator, days: int, day: date) -> str:
    """A moment on a button; `day` is when the reminder comes."""
    label = _("🔔 Een week ervoor: {day}") if days == 7 else _("🔔 Een paar dagen ervoor: {day}")
    return label.format(day=day_label(_, day))


def no_reminder_button(_: Translator) -> str:
    return _("Geen herinnering")


def no_reminder(_: Translator) -> str:
    return _("Goed, ik stuur je hier geen herinnering over.")


def will_remind(_: Translator, day: date) -> str:
    return _("Goed. Ik stuur je een herinnering op {day}.").format(day=_.day(day))


def cancel_button(_: Translator) -> str:
    return _("Toch geen herinnering")


def cancelled(_: Translator) -> str:
    return _("Goed, deze herinnering stuur ik niet meer.")


def all_cancelled(_: Translator) -> str:
    return _("Ook je herinneringen stuur ik niet meer. Schrijf je laatste dagen dus zelf op.")


def moment_passed(_: Translator) -> str:
    return _("Die dag is al voorbij, of bijna. Ik kan je dan niet meer op tijd herinneren. Doe het liever vandaag.")


def messages_are_stopped(_: Translator) -> str:
    return _("Je hebt mijn berichten stopgezet. Wil je een herinnering? Stuur dan eerst /start.")


def head(_: Translator) -> str:
    return _("Je herinneringen:")


def line(_: Translator, kept: Reminder, day: date) -> str:
    """One reminder in a list; `day` is when it comes."""
    about = f" ({kept.about})" if kept.about else ""
    return _("• {day}: de laatste dag voor {what} is {last_day}").format(
        day=_.short_day(day), what=_what(_, kept.kind) + about, last_day=_.short_day(kept.last_day)
    )


def cancel_one(_: Translator, day: date) -> str:
    return _("Geen herinnering op {day}").format(day=day_label(_, day))


def reminder(_: Translator, kept: Reminder, today: date) -> str:
    """The reminder itself."""
    left = (kept.last_day - today).days
    lines = [_("🔔 Hier is je herinnering.")]
    if kept.about:
        lines.append(_("Het gaat over: {about}.").format(about=kept.about))
    if left < 0:
        lines.append(
            _("Hij komt te laat, dat spijt me. {day} was de laatste dag voor {what}. Doe het vandaag nog.").format(
                day=_.day(kept.last_day), what=_what(_, kept.kind)
            )
        )
    else:
        day = _("De laatste dag voor {what} is {day}.").format(what=_what(_, kept.kind), day=_.day(kept.last_day))
        lines.append(f"{day} {_how_long(_, left)}")
        lines.append(_("Doe het liever vandaag. Is het al klaar? Dan hoef je niets te doen."))
    return "\n".join(lines)


def _how_long(_: Translator, days: int) -> str:
    if days == 0:
        return _("Dat is vandaag.")
    if days == 1:
        return _("Dat is morgen.")
    return _.plural("Dat is over {number} dag.", "Dat is over {number} dagen.", days)


def _what(_: Translator, kind: TermKind) -> str:
    return {
        "bezwaar": _("je bezwaar"),
        "ww": _("je WW-aanvraag"),
        "btw": _("je btw"),
        "kor": _("je aanmelding voor de KOR"),
        "printed": _("wat je brief vraagt"),
        "betaling": _("je betaling"),
    }[kind]
