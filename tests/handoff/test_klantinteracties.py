"""A handoff in the shape of the register: its field names, its lengths, and never a note."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.clients.client import Client
from bot.handoff.case import Case, Reason
from bot.handoff.klantinteracties import HANDELINGEN, TALEN, Register, cut, handoff_of
from bot.handoff.thread import Author, Entry
from bot.language import LANGUAGES
from bot.storage.register_files import RegisterFiles

AT = datetime(2026, 11, 25, 11, tzinfo=UTC)
CLIENT = Client("c", "K-7F3K", "Samira Verzonnen", "tr", "s", 1, "active", AT, None, AT, AT)
CASE = Case(
    "x", "V-7F3K-2QXB", "c", "s", "open", "urgent", "crisis", "Ik heb geen eten", AT, AT, None, "Geheime notitie"
)


def said(author: Author, body: str, *, minutes: int = 1, case: str | None = None) -> Entry:
    return Entry(f"{author}{minutes}", author, body, AT + timedelta(minutes=minutes), case_id=case)


def test_the_shape_is_that_of_the_register() -> None:
    """Names and kinds as in `POST /maak-klantcontact` and `POST /internetaken` of Open Klant 2."""
    made = handoff_of(CASE, CLIENT, [said("client", "Ik heb geen eten"), said("staff", "Ik bel je")], "Karin").as_dict()
    contact = made["maakKlantcontact"]
    assert contact["klantcontact"] == {
        "kanaal": "Telegram",
        "onderwerp": "Ik heb geen eten",
        "inhoud": "Klant: Ik heb geen eten\nMedewerker: Ik bel je",
        "indicatieContactGelukt": True,
        "taal": "tur",
        "vertrouwelijk": True,
        "plaatsgevondenOp": "2026-11-25T11:00:00Z",
    }
    assert contact["betrokkene"]["rol"] == "klant" and contact["betrokkene"]["initiator"] is True
    assert contact["betrokkene"]["contactnaam"]["achternaam"] == "Samira Verzonnen"
    assert contact["onderwerpobject"]["onderwerpobjectidentificator"]["objectId"] == "V-7F3K-2QXB"
    assert made["interneTaak"]["status"] == "te_verwerken"
    assert made["interneTaak"]["toelichting"].startswith("Spoed.")
    assert made["actor"]["soortActor"] == "medewerker"


def test_a_note_is_nowhere_in_it() -> None:
    """A klantcontact may be shown to the client; notes never leave the desk."""
    made = handoff_of(CASE, CLIENT, [said("note", "Klinkt gespannen")], "Karin").as_dict()
    text = json.dumps(made)
    assert "gespannen" not in text and "Geheime" not in text


def test_only_what_belongs_to_the_case_is_in_it() -> None:
    """Words of another question stay with that question."""
    entries = [
        said("client", "Eerder", minutes=-60),
        said("client", "Van een ander", case="y"),
        said("client", "Hiervan", case="x"),
        said("client", "Daarna", minutes=600),
    ]
    closed = replace(CASE, state="closed", closed_at=AT + timedelta(hours=1))
    made = handoff_of(closed, CLIENT, entries, "Karin")
    assert made.contact["klantcontact"]["inhoud"] == "Klant: Hiervan"
    assert (made.task["status"], made.task["afgehandeldOp"]) == ("verwerkt", "2026-11-25T12:00:00Z")


@given(st.text(), st.text(max_size=3000), st.text(max_size=300), st.text(max_size=300))
def test_no_field_is_longer_than_the_register_takes(subject: str, body: str, name: str, caseworker: str) -> None:
    """Whatever people write and however they are called."""
    case, client = replace(CASE, subject=subject), replace(CLIENT, name=name)
    made = handoff_of(case, client, [said("client", body)] * 3, caseworker)
    contact = made.contact["klantcontact"]
    assert 1 <= len(contact["onderwerp"]) <= 200 and len(contact["inhoud"]) <= 1000 and len(contact["kanaal"]) <= 50
    assert len(made.task["gevraagdeHandeling"]) <= 200 and len(made.task["toelichting"]) <= 1000
    assert len(made.contact["betrokkene"]["contactnaam"]["achternaam"]) <= 200 and len(made.actor["naam"]) <= 200
    assert len(contact["taal"]) == 3


def test_every_reason_and_every_language_has_its_word() -> None:
    """A new one must say what the register gets."""
    assert set(HANDELINGEN) == set(get_args(Reason))
    assert set(TALEN) >= set(LANGUAGES)


def test_what_is_cut_shows_it() -> None:
    """Nobody takes half a sentence for a whole one."""
    assert cut("abcdef", 4) == "abc…" and cut("abcd", 4) == "abcd"


async def test_a_folder_is_a_register(tmp_path: Path) -> None:
    """One file a handoff, for its owner only; the same handoff again replaces it."""
    register: Register = RegisterFiles(tmp_path)
    for caseworker in ("Karin", "Noor"):
        await register.register(handoff_of(CASE, CLIENT, [], caseworker))
    (file,) = tmp_path.iterdir()
    assert file.name == "V-7F3K-2QXB.json" and file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text())["actor"]["naam"] == "Noor"
