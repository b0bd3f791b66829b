"""The terms as kinds of calculation, with the Dutch names of what is given and found."""

from __future__ import annotations

from datetime import date

from bot.calculation import Given, Kind, Outcome, WrongInput
from bot.deadlines.btw import btw_quarter
from bot.deadlines.holidays import COMPLETE_YEARS, holidays
from bot.deadlines.kor import kor_registration
from bot.deadlines.objection import WEEKS, objection_in_time, objection_term
from bot.deadlines.toeslagen import toeslag_application
from bot.deadlines.ww import ww_application

YEARS = (1900, 9000)


def _found(**days: date) -> Outcome:
    return Outcome("bedrag", None, {name: day.isoformat() for name, day in days.items()})


def _weeks(given: Given) -> int:
    return given.whole("weken", 1, 104) if given.has("weken") else WEEKS


def _objection(given: Given) -> Outcome:
    term = objection_term(given.day("besluit_verzonden"), _weeks(given))
    return _found(ruwe_einddatum=term.raw_end, laatste_dag=term.last_day)


def _in_time(given: Given) -> Outcome:
    sent, received = given.day("besluit_verzonden"), given.day("ontvangen")
    posted, weeks = given.day_if_any("gepost"), _weeks(given)
    if posted is not None and posted > received:
        raise WrongInput("gepost_na_ontvangst")
    if received < sent:
        return Outcome("naar_mens", "bezwaar_voor_besluit")  # Awb 6:10
    in_time = objection_in_time(sent, received, posted, weeks)
    last_day = objection_term(sent, weeks).last_day.isoformat()
    # Too late is a result as well; whether that can be excused (Awb 6:11) is for a person.
    return Outcome("bedrag", None if in_time else "te_laat", {"tijdig": in_time, "laatste_dag": last_day})


def _holidays(given: Given) -> Outcome:
    year = given.whole("jaar", *YEARS)
    if year not in COMPLETE_YEARS:
        return Outcome("fout", "geen_feestdagen_voor_dit_jaar")
    return Outcome("bedrag", None, {"dagen": [day.isoformat() for day in sorted(holidays(year))]})


def _ww(given: Given) -> Outcome:
    term = ww_application(given.day("eerste_werkloosheidsdag"))
    return _found(uiterste_datum=term.latest, vroegste_datum=term.earliest)


def _btw(given: Given) -> Outcome:
    term = btw_quarter(given.whole("jaar", *YEARS), given.whole("kwartaal", 1, 4))
    return _found(aangifte_uiterlijk=term.file_by, betaling_binnen_uiterlijk_veilig=term.pay_by)


def _kor(given: Given) -> Outcome:
    return _found(uiterlijk_ontvangen=kor_registration(given.day("ingangsdatum")))


def _toeslag(given: Given) -> Outcome:
    try:
        return _found(uiterlijk=toeslag_application(given.whole("berekeningsjaar", *YEARS)))
    except ValueError:
        return Outcome("fout", "geen_termijn_voor_dit_jaar")


KINDS: dict[str, Kind] = {
    "termijn_bezwaar": _objection,
    "bezwaar_tijdig": _in_time,
    "feestdagen_atw": _holidays,
    "termijn_ww_aanvraag": _ww,
    "termijn_btw": _btw,
    "termijn_kor_aanmelden": _kor,
    "termijn_toeslag_aanvragen": _toeslag,
}
