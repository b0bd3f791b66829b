"""Every sentence in the copy of a client's data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot import clock
from bot.language import Translator


def read_me(_: Translator) -> str:
    """The first file of the copy."""
    return _(
        "Dit bewaart de bot van je. Wat medewerkers voor elkaar opschreven, vraag je aan je klantmanager.\n\n"
        "• gesprek.txt: onze berichten, de oudste eerst.\n"
        "• bestanden: de papieren die je stuurde.\n"
        "• gegevens.json: alle gegevens bij elkaar. Een ander programma kan dit lezen.\n\n"
        "Klopt er iets niet? Vertel het je klantmanager. Je kunt ook vragen om je gegevens te verwijderen.\n"
        "In deze map staan gegevens over je geld. Bewaar de map op een veilige plek.\n"
    )


def conversation(_: Translator, entries: Sequence[Mapping[str, Any]]) -> str:
    """The messages as people read them."""
    if not entries:
        return _("Er zijn geen berichten bewaard.") + "\n"
    who = {"client": _("Jij"), "bot": _("De bot"), "staff": _("Je klantmanager"), "note": _("Aantekening")}
    ordered = sorted(entries, key=lambda entry: str(entry["at"]))
    lines = [
        f"{_.moment(clock.parse(entry['at']))}, "
        f"{entry.get('staff_id') or who.get(entry['author'], entry['author'])}:\n{entry['body']}\n"
        for entry in ordered
    ]
    return "\n".join(lines)
