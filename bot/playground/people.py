"""The invented people of the playground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Client:
    """A person with a phone; `about` says in Dutch which story this person tries."""

    id: int
    first_name: str
    last_name: str
    username: str
    language_code: str
    about: str

    def user(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }

    def chat(self) -> dict[str, Any]:
        """The private Chat object of the Bot API."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "type": "private",
        }


def six_people() -> list[Client]:
    """Everybody is invented; the names say so."""
    return [
        Client(
            7001,
            "Samira",
            "Voorbeeld",
            "samira_voorbeeld",
            "nl",
            "Werkt 16 uur in een winkel en krijgt bijstand. Stuurt elke maand een loonstrook.",
        ),
        Client(
            7002,
            "Emma",
            "Proefpersoon",
            "emma_proefpersoon",
            "en",
            "Heeft sinds kort een volle baan en is net uit de bijstand. Krijgt veel brieven.",
        ),
        Client(
            7003,
            "Yusuf",
            "Testfamilie",
            "yusuf_testfamilie",
            "ar",
            "Werkt als oproepkracht. Het loon is elke vier weken anders.",
        ),
        Client(
            7004,
            "Piotr",
            "Testman",
            "piotr_testman",
            "pl",
            "Begint als zzp'er. Heeft vragen over btw en over toeslagen.",
        ),
        Client(
            7005,
            "Oksana",
            "Verzonnen",
            "oksana_verzonnen",
            "uk",
            "Nieuw, en heeft nog geen uitnodiging. Stelt eerst een gewone vraag.",
        ),
        Client(
            7006,
            "Deniz",
            "Zomaar",
            "deniz_zomaar",
            "tr",
            "Is 24 jaar en pas uit de bijstand. Wil liever met een mens praten.",
        ),
    ]


def the_caseworker() -> Client:
    """The phone of the invented caseworker, for where staff may link Telegram."""
    return Client(
        7007,
        "Karin",
        "Klantmanager",
        "karin_klantmanager_verzonnen",
        "nl",
        "Is klantmanager. Maak op de werkbank een code, bij Mijn aanmelding, en stuur hem vanaf deze telefoon.",
    )


def invented(client_id: int) -> Client:
    """A client on the fly, for tests and load."""
    return Client(
        client_id, "Test", f"Persoon {client_id}", f"test_{client_id}", "nl", "Verzonnen voor een test."
    )
