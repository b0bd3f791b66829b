"""`content check`: every rule for editors finds its mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.checking import check
from bot.answers.readability import measure
from tests.answers.small import TODAY, article_text

LONG = "Dit is een zin die veel te lang is omdat er steeds weer nieuwe woorden bij komen tot niemand hem nog leest."


def findings(folder: Path, slug: str = "afspraak-maken", category: str = "contact", **changes: object) -> list[str]:
    text = str(changes.pop("text", "Dit is goed. Je leest hem snel."))
    head = {"title": "Titel", "questions": [f"vraag {n}?" for n in range(12)], **changes}
    path = folder / "nl" / category / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "topics.yaml").write_text("afspraak-maken: {category: contact, about: x}\n", encoding="utf-8")
    raw = article_text(str(head.pop("title")), head.pop("questions"), **head)  # type: ignore[arg-type]
    path.write_text("---\n".join((*raw.split("---\n")[:2], text)), encoding="utf-8")
    inside = f"nl/{category}/{slug}.md"
    return [f"{found.level}: {found.sentence}" for found in check(folder, TODAY) if found.path == inside]


def test_a_good_file_has_no_remarks(tmp_path: Path) -> None:
    """So that a remark means something."""
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sources": []}, "error: Er is geen bron"),
        ({"sources": [{"title": "x", "url": "https://x.nl"}]}, "error: De bron x heeft geen datum"),
        ({"sources": [{"title": "x", "url": "x.nl", "checked": TODAY}]}, "error: Een bron heeft geen title"),
        ({"checked": None}, "error: De datum van controle (checked) ontbreekt"),
        ({"checked": date(2027, 1, 1)}, "error: De datum van controle (checked) ligt in de toekomst"),
        ({"valid_until": None}, "error: De einddatum"),
        ({"valid_until": date(2026, 11, 24)}, "error: Deze tekst is verlopen"),
        ({"valid_until": date(2026, 12, 31)}, "warning: Deze tekst verloopt al"),
        ({"text": "Je krijgt {bedrag x}."}, "error: Het bedrag x staat niet in amounts"),
        ({"text": "Bel {contact x}."}, "error: Het contact x staat niet in help.yaml"),
        ({"next": ["bestaat-niet"]}, "error: De verwijzing bestaat-niet"),
        ({"slug": "nieuw"}, "error: Dit onderwerp staat niet in topics.yaml"),
        ({"category": "btw"}, "error: Dit onderwerp hoort in de map contact"),
        ({"questions": ["een?"]}, "warning: Er zijn 1 voorbeeldvragen"),
        ({"title": "T" * 41}, "warning: De titel is langer dan 40"),
        ({"text": LONG}, "warning: De zinnen hebben gemiddeld"),
        ({"text": LONG}, "warning: Deze zin heeft 22 woorden"),
        ({"text": "Inkomstenverrekeningssystematiek bemoeilijkt toekenningsbeslissingen."}, "warning: De leesbaarheid"),
        ({"text": ""}, "error: Er is geen tekst"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    """Each rule in one sentence for the editor."""
    assert any(found.startswith(said) for found in findings(tmp_path, **changes))  # type: ignore[arg-type]


def test_the_same_question_at_two_topics_is_named(tmp_path: Path) -> None:
    """The finder cannot choose between them."""
    findings(tmp_path, questions=["Hoe gaat dit?"])
    again = findings(tmp_path, slug="zzz", questions=["hoe gaat dit"])
    assert any("staat ook bij afspraak-maken" in found for found in again)


def test_missing_lists_are_errors_and_unwritten_topics_are_named(tmp_path: Path) -> None:
    """Without crisis.yaml or help.yaml the bot must not go live; a topic still to write is only said."""
    (tmp_path / "topics.yaml").write_text("kwijt: {category: contact, about: x}\n", encoding="utf-8")
    said = {(found.path, found.level) for found in check(tmp_path, TODAY)}
    assert {("crisis.yaml", "error"), ("help.yaml", "error"), ("topics.yaml", "warning")} <= said


def test_everyday_words_read_easier_than_office_words() -> None:
    """The figure goes the right way."""
    easy, hard = (
        measure("Bel ons. We helpen je."),
        measure("Belanghebbenden dienen aanvraagformulieren te retourneren."),
    )
    assert easy is not None and hard is not None
    assert easy.figure > 60 > hard.figure
