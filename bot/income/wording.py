"""Every sentence about payslips and months."""

from __future__ import annotations

from datetime import date, datetime

from bot.language import Translator


def how_to_send(_: Translator) -> str:
    return _(
        "Stuur je loonstrook hier in de chat. Tik op de paperclip 📎 en kies je bestand.\n\n"
        "• Een PDF lees ik meteen. Jij kijkt of alles klopt.\n"
        "• Een foto lees ik ook. Leg het papier plat, in goed licht, met alle hoeken in beeld.\n"
        "• Heeft je loonstrook meer bladzijden? Stuur ze na elkaar.\n\n"
        "Had je deze maand geen inkomen? Tik dan op de knop."
    )


def no_income_button(_: Translator) -> str:
    return _("Ik had geen inkomen")


def busy(_: Translator) -> str:
    return _("Ik heb je bestand gezien en haal het nu op. Even geduld…")


def field(_: Translator, name: str) -> str:
    """What a field of a payslip is called."""
    return {
        "employer": _("Werkgever"),
        "period": _("Periode"),
        "paid_on": _("Betaald op"),
        "gross_cents": _("Bruto loon"),
        "wage_tax_cents": _("Loonheffing"),
        "net_cents": _("Netto loon"),
        "paid_cents": _("Uitbetaald"),
        "hours": _("Uren"),
    }[name]


def unknown_value(_: Translator) -> str:
    return _("niet gevonden")


def please_look(_: Translator) -> str:
    return _("kijk dit goed na")


def check_reading(_: Translator) -> str:
    return _("Dit lees ik op je loonstrook. Klopt het?")


def all_right(_: Translator) -> str:
    return _("✅ Ja, alles klopt")


def something_wrong(_: Translator) -> str:
    return _("✏️ Er klopt iets niet")


def not_a_payslip_button(_: Translator) -> str:
    return _("Dit is geen loonstrook")


def which_field(_: Translator) -> str:
    return _("Wat klopt er niet? Tik erop.")


def not_sure_button(_: Translator) -> str:
    return _("Ik weet het niet, laat een mens kijken")


def what_should_it_be(_: Translator, label: str) -> str:
    return _("Wat moet er staan bij {field}? Typ het over van je loonstrook.").format(field=label)


def example_amount(_: Translator) -> str:
    return _("Bijvoorbeeld: 823,45")


def example_date(_: Translator) -> str:
    return _("Bijvoorbeeld: 23-10-2026")


def not_understood(_: Translator, name: str) -> str:
    """What was typed is not what this field holds, and an example of what is."""
    if name.endswith("_cents"):
        return _("Dit bedrag begrijp ik niet. Typ het zo: 823,45")
    if name == "paid_on":
        return _("Deze datum begrijp ik niet. Typ hem zo: 23-10-2026")
    return _("Dit aantal uren begrijp ik niet. Typ het zo: 62,5")


def which_month(_: Translator) -> str:
    return _("Over welke maand gaat deze loonstrook?")


def which_month_no_income(_: Translator) -> str:
    return _("Over welke maand had je geen inkomen?")


def other_month(_: Translator) -> str:
    return _("Een andere maand")


def month_to_person(_: Translator) -> str:
    return _("Dat is goed. Je klantmanager kijkt bij welke maand hij hoort.")


def month_line(_: Translator, month: date) -> str:
    """Which month a paper belongs to."""
    return _("Maand: {month}").format(month=_.month(month))


def receipt(_: Translator, number: str, moment: datetime, month: date | None, pages: int, fingerprint: str) -> str:
    """The proof that something arrived. The fingerprint is the start of the file's SHA-256."""
    lines = [
        _("📬 Ontvangstbewijs"),
        _("Nummer: {number}").format(number=number),
        _("Ontvangen: {moment}").format(moment=_.moment(moment)),
    ]
    if month:
        lines.append(month_line(_, month))
    lines.append(_.plural("Pagina's: {number}", "Pagina's: {number}", pages))
    lines.append(_("Kenmerk van het bestand: {fingerprint}").format(fingerprint=fingerprint))
    return "\n".join(lines)


def next_confirmed(_: Translator, caseworker: str) -> str:
    return _(
        "Wat gebeurt er nu? {caseworker} of de inkomensconsulent kijkt je loonstrook na en verrekent je inkomen. "
        "Dat doet altijd een mens. Bewaar dit bericht: hiermee kun je laten zien wanneer je hem stuurde."
    ).format(caseworker=caseworker)


def next_photo(_: Translator, caseworker: str) -> str:
    return _(
        "Wat gebeurt er nu? Een foto lees ik nog niet zelf. {caseworker} leest hem. "
        "Is er iets niet goed te lezen? Dan hoor je dat hier. Bewaar dit bericht als bewijs."
    ).format(caseworker=caseworker)


def next_person(_: Translator, caseworker: str) -> str:
    return _("Wat gebeurt er nu? {caseworker} bekijkt dit zelf. Is er iets nodig? Dan hoor je dat hier.").format(
        caseworker=caseworker
    )


def page_added(_: Translator) -> str:
    return _("Deze foto's horen bij elkaar. Ik heb ze samen bewaard.")


def no_income_receipt(_: Translator, number: str, moment: datetime, month: date) -> str:
    return _(
        "📬 Ontvangstbewijs\nNummer: {number}\nOntvangen: {moment}\n"
        "Je hebt doorgegeven: geen inkomen in {month}.\n\n"
        "Kreeg je toch nog loon over deze maand? Stuur dan gewoon de loonstrook."
    ).format(number=number, moment=_.moment(moment), month=_.month(month))


def month_known(_: Translator, month: date, number: str) -> str:
    return _(
        "Over {month} heb ik al een loonstrook van je, nummer {number}. Je hoeft niets te doen. "
        "Klopt dat niet? Tik dan op Mijn klantmanager."
    ).format(month=_.month(month), number=number)


def same_file(_: Translator, number: str, moment: datetime) -> str:
    return _(
        "Dit bestand heb ik al van je. Je stuurde het op {moment}. Het nummer is {number}. Je hoeft niets te doen."
    ).format(number=number, moment=_.moment(moment))


def is_in_already(_: Translator, number: str, moment: datetime) -> str:
    """An old button was pressed of a paper that is handed in."""
    return _(
        "Dit papier heb ik al van je. Je stuurde het op {moment}. Het nummer is {number}. "
        "Klopt er iets niet? Druk op de knop. Dan kijkt een mens ernaar."
    ).format(number=number, moment=_.moment(moment))


def wrong_after_all(_: Translator, number: str) -> str:
    """The subject of the case when a client says so after handing in."""
    return _("Er klopt iets niet met papier {number}").format(number=number)


def look_once_more(_: Translator) -> str:
    """An older list was confirmed than the one that is known now."""
    return _("Er is iets veranderd na dat bericht. Kijk nog één keer:")


def send_anyway_question(_: Translator) -> str:
    return _("Wil je dat je klantmanager hier toch naar kijkt?")


def send_anyway(_: Translator) -> str:
    return _("Ja, laat een mens kijken")


def do_not_send(_: Translator) -> str:
    return _("Nee, gooi weg")


def thrown_away(_: Translator) -> str:
    return _("Goed, ik heb het weggegooid. Stuur gerust een ander bestand.")


def several(_: Translator, number: int) -> str:
    return _.plural(
        "Er zit {number} loonstrook in dit bestand.",
        "Er zitten {number} loonstroken in dit bestand. Ik laat ze één voor één zien.",
        number,
    )


def several_photos(_: Translator, number: int) -> str:
    return _.plural(
        "Ik zie {number} loonstrook op je foto's.",
        "Ik zie {number} loonstroken op je foto's. Ik laat ze één voor één zien.",
        number,
    )


def turn(_: Translator, number: int, of: int) -> str:
    """Above one of several payslips that came together."""
    return _("Loonstrook {number} van {of}").format(number=number, of=of)


def arithmetic_holds(_: Translator) -> str:
    return _("Ik heb de bedragen nagerekend: ze kloppen met elkaar.")


def fetch_failed(_: Translator) -> str:
    return _("Het is niet gelukt om je bestand op te halen. Ik heb het dus niet. Stuur het alsjeblieft nog een keer.")


def month_state(_: Translator, state: str) -> str:
    return {
        "received": _("ontvangen, een mens leest hem"),
        "confirmed": _("ontvangen en door jou bevestigd"),
        "no_income": _("geen inkomen doorgegeven"),
        "checked": _("nagekeken"),
    }[state]


def receipt_subject(_: Translator, number: str) -> str:
    """What a caseworker sees in the list of cases for a paper to look at."""
    return _("Papier {number} om te bekijken").format(number=number)
