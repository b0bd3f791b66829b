"""A handoff in the shape of the Klantinteracties register of Dutch municipalities (VNG; Open Klant 2).

A klantcontact is what client and municipality exchanged, and may be shown to the client: it holds the client's own
words and the answers, never a note of staff. The interne taak is what somebody must do. Names and lengths follow the
API: `POST /maak-klantcontact`, then `POST /internetaken` with the uuids that the register gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clients.client import Client
from bot.handoff.case import Case
from bot.handoff.thread import Entry

ONDERWERP, INHOUD, HANDELING, TOELICHTING, NAAM = 200, 1000, 200, 1000, 200  # most characters, by the API
KANAAL = "Telegram"
REGISTER = "wpi-bot"

# ISO 639-2/B, as the register wants it; a language that we do not know is «und»: undetermined.
TALEN = {
    "nl": "dut",
    "en": "eng",
    "tr": "tur",
    "ar": "ara",
    "pl": "pol",
    "uk": "ukr",
    "es": "spa",
    "fr": "fre",
}
HANDELINGEN = {
    "asked": "Beantwoord de vraag van de klant",
    "unanswered": "Beantwoord de vraag: de bot had geen antwoord",
    "unclear": "Vraag de klant wat hij of zij bedoelt",
    "crisis": "Neem direct contact op met de klant: er is mogelijk een noodsituatie",
    "letter": "Help de klant met een brief",
    "paper": "Kijk naar het papier dat de klant stuurde",
    "expired": "Beantwoord de vraag: het antwoord van de bot is te oud",
}


@dataclass(frozen=True, slots=True)
class Handoff:
    """One handoff as it is registered: the body of each of the two calls, and who must act."""

    number: str
    contact: dict[str, Any]
    task: dict[str, Any]
    actor: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """For a file or a request; `toegewezenAanActoren` gets the uuid of `actor` when it is sent."""
        return {"maakKlantcontact": self.contact, "interneTaak": self.task, "actor": self.actor}


class Register(Protocol):
    """Where handoffs are registered: a folder of files, or the API of a municipality."""

    async def register(self, handoff: Handoff) -> None:
        """Keep this handoff; the same one again takes the place of what was there."""


def handoff_of(case: Case, client: Client, entries: Sequence[Entry], caseworker: str) -> Handoff:
    """What the register gets of a case; `entries` are those of the conversation with this client."""
    own = [entry for entry in entries if entry.author != "note" and _belongs(entry, case)]
    number = _identified(case.number, "vraag", "nummer")
    contact = {
        "klantcontact": _contact(case, client, own),
        "betrokkene": {
            "wasPartij": None,
            "rol": "klant",
            "initiator": not own or own[0].author != "staff",
            "organisatienaam": "",
            "contactnaam": {
                "voorletters": "",
                "voornaam": "",
                "voorvoegselAchternaam": "",
                "achternaam": cut(client.name, NAAM),
            },
        },
        "onderwerpobject": {"wasKlantcontact": None, "onderwerpobjectidentificator": number},
    }
    actor = {
        "naam": cut(caseworker, NAAM),
        "soortActor": "medewerker",
        "indicatieActief": True,
        "actoridentificator": _identified(case.caseworker_id, "medewerker", "id"),
    }
    return Handoff(case.number, contact, _task(case, client), actor)


def _contact(case: Case, client: Client, entries: Sequence[Entry]) -> dict[str, Any]:
    answered = any(entry.author == "staff" and entry.delivery in ("", "sent") for entry in entries)
    return {
        "kanaal": KANAAL,
        "onderwerp": cut(_one_line(case.subject), ONDERWERP) or "-",
        "inhoud": cut(_said(entries), INHOUD),
        "indicatieContactGelukt": True if answered else None,
        "taal": TALEN.get(client.language, "und"),
        "vertrouwelijk": True,
        "plaatsgevondenOp": _moment(case.opened_at),
    }


def _task(case: Case, client: Client) -> dict[str, Any]:
    urgent = "Spoed. " if case.urgency == "urgent" else ""
    task = {
        "gevraagdeHandeling": cut(HANDELINGEN[case.reason], HANDELING),
        "toelichting": cut(f"{urgent}Vraag {case.number} van klant {client.number} in de bot.", TOELICHTING),
        "status": "te_verwerken" if case.state == "open" else "verwerkt",
    }
    return task if case.closed_at is None else {**task, "afgehandeldOp": _moment(case.closed_at)}


def _identified(value: str, kind: str, name: str) -> dict[str, str]:
    return {"objectId": value, "codeObjecttype": kind, "codeRegister": REGISTER, "codeSoortObjectId": name}


def _belongs(entry: Entry, case: Case) -> bool:
    if entry.case_id is not None:
        return entry.case_id == case.id
    return case.opened_at <= entry.at and (case.closed_at is None or entry.at <= case.closed_at)


def _said(entries: Sequence[Entry]) -> str:
    """The words in order; when they are too many the first ones, in which the question is."""
    names = {"client": "Klant", "bot": "Bot", "staff": "Medewerker"}
    return "\n".join(f"{names[entry.author]}: {entry.body}" for entry in entries if entry.body)


def cut(text: str, most: int) -> str:
    """`text` of at most so many characters; what was cut off shows as «…»."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
