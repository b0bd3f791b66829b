"""`content check` over the lists and the store of ways to ask, and over the words of the texts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.answers.checking import check
from bot.answers.checking.figures import figures
from bot.answers.checking.wording import Wording
from bot.answers.library import Library
from bot.answers.readability import measure
from tests.answers.small import CONTENT, TODAY, article_text

TOPICS = {"een-ding": {"category": "contact", "about": "x"}, "ander-ding": {"category": "contact", "about": "y"}}
WORDS = {
    "small": ["ik", "de", "mijn"],
    "hard": {"als": ["indien"], "meteen": ["onverwijld", "per direct"]},
    "terms": {"opschort*": ["tijdelijk"], "beslag": ["gaat van je loon"]},
}


def written(folder: Path, questions: dict[str, list[str]], **lists: object) -> Path:
    """A small content/: two topics, and lists by their file name (`__` for a slash)."""
    for slug, asked in questions.items():
        path = folder / "nl" / "contact" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article_text("Titel", asked), encoding="utf-8")
    for name, content in {"topics": TOPICS, "words": WORDS, **lists}.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder


def said(folder: Path, path: str) -> list[str]:
    return [f"{found.level}: {found.sentence}" for found in check(folder, TODAY) if found.path == path]


def test_nearly_the_same_question_under_two_topics_names_both(tmp_path: Path) -> None:
    """Small words and order make no difference, also between an article and the store."""
    folder = written(
        tmp_path,
        {"een-ding": ["Waar is mijn brief?"], "ander-ding": ["iets anders"]},
        asked__nl__contact={"ander-ding": ["waar de brief is ik", "waar is mijn sleutel"]},
    )
    near = [found for found in said(folder, "asked/nl/contact.yaml") if "bijna dezelfde" in found]
    sentence = "De vraag «waar de brief is ik» van ander-ding is bijna dezelfde als «Waar is mijn brief?» van een-ding."
    assert near == [f"warning: {sentence}"]


def test_the_same_words_under_one_topic_are_fine(tmp_path: Path) -> None:
    """Editors may repeat themselves inside a topic."""
    folder = written(tmp_path, {"een-ding": ["mijn brief", "de brief"]})
    assert [found for found in said(folder, "nl/contact/een-ding.md") if "vraag «" in found] == []


def test_a_name_in_the_store_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    """A slug, a language, or something that is no list: what stands there would be lost silently."""
    folder = written(
        tmp_path,
        {"een-ding": ["x"]},
        asked__nl__contact={"weg-ding": ["waar"], "een-ding": "geen lijst"},
        asked__xx__contact={"een-ding": ["was"]},
    )
    assert said(folder, "asked/nl/contact.yaml") == [
        "error: Het onderwerp weg-ding bestaat niet.",
        "error: Onder een-ding staat geen lijst met vragen.",
    ]
    assert said(folder, "asked/xx/contact.yaml") == ["error: De bot kent de taal xx niet."]


def test_a_topic_with_few_ways_to_ask_is_named_by_language(tmp_path: Path) -> None:
    """Fewer than 40 in Dutch or 10 in another language; what stands twice counts once."""
    many = [f"vraag nummer {number}" for number in range(40)]
    folder = written(
        tmp_path,
        {"een-ding": many, "ander-ding": many[:39]},
        asked__nl__contact={"ander-ding": many[:39]},
        asked__en__contact={"een-ding": [f"question {number}" for number in range(9)]},
    )
    assert said(folder, "asked/nl") == [
        "warning: ander-ding heeft 39 manieren om te vragen (Nederlands). Schrijf er 40."
    ]
    assert said(folder, "asked/en") == [
        "warning: ander-ding heeft 0 manieren om te vragen (English). Schrijf er 10.",
        "warning: een-ding heeft 9 manieren om te vragen (English). Schrijf er 10.",
    ]


def test_many_topics_with_few_ways_share_one_line(tmp_path: Path) -> None:
    """A language that is still to be written gives one line."""
    slugs = [f"ding-{number}" for number in range(7)]
    topics = {slug: {"category": "contact", "about": "x"} for slug in slugs}
    folder = written(
        tmp_path, {slug: [slug] for slug in slugs}, topics=topics, asked__nl__contact={"ding-0": ["eentje"]}
    )
    (line,) = said(folder, "asked/tr")
    assert line.startswith("warning: 7 onderwerpen hebben minder dan 10 manieren om te vragen (Türkçe), zoals ding-0")


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("Bel ons indien het niet lukt.", ["«indien» is een moeilijk woord. Schrijf liever: als."]),
        ("Doe het per direct.", ["«per direct» is een moeilijk woord. Schrijf liever: meteen."]),
        ("Je indiendatum.", []),
        ("Je geld is opgeschort.", ["Leg het woord «opgeschort» uit, dicht bij de plek waar het staat."]),
        ("Je geld staat tijdelijk stil. Dat heet opschorting.", []),
        ("Opschorting. Een. Twee. Drie. Het is tijdelijk.", ["Leg het woord «opschorting» uit"]),
        ("Er is beslag. Het gaat van je loon af. Later is er weer beslag.", []),
    ],
)
def test_hard_words_and_unexplained_terms_are_named(tmp_path: Path, text: str, remarks: list[str]) -> None:
    """A hard word as a whole word only; a term is fine when it is explained near one of its places."""
    words = {**WORDS, "terms": {**WORDS["terms"], "opgeschort": ["tijdelijk"]}}
    (tmp_path / "words.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")
    found = list(Wording.load(tmp_path / "words.yaml").remarks(text))
    assert len(found) == len(remarks)
    assert all(one.startswith(start) for one, start in zip(found, remarks, strict=True))


def test_an_amount_without_a_source_is_an_error(tmp_path: Path) -> None:
    """Somebody must be able to read it after us."""
    period = {"valid_from": "vandaag", "amounts": {"iets": {"cents": 1, "state": "zeker"}}}
    assert said(written(tmp_path, {}, amounts__nieuw=period), "amounts/nieuw.yaml") == [
        "error: De datums valid_from en valid_until ontbreken.",
        "error: De state van iets is niet seen, seen_2nd, computed.",
        "error: Het bedrag iets heeft geen source of geen url met https://.",
    ]


def test_a_list_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    """A forgotten quote is no traceback."""
    folder = written(tmp_path, {"een-ding": ["x"]})
    path = folder / "asked" / "nl" / "contact.yaml"
    path.parent.mkdir(parents=True)
    path.write_text('een-ding:\n  - "goed"\n  - "vergeten\n', encoding="utf-8")
    assert [(found.path, found.level) for found in check(folder, TODAY)] == [("asked/nl/contact.yaml", "error")]
    assert "Kijk bij regel" in check(folder, TODAY)[0].sentence


def test_the_figures_put_the_hardest_text_first(tmp_path: Path) -> None:
    """With the sentence lengths, the index and the number of ways to ask."""
    folder = written(tmp_path, {"een-ding": ["x", "y"], "ander-ding": ["z"]}, asked__nl__c={"ander-ding": ["q"]})
    path = folder / "nl" / "contact" / "een-ding.md"
    hard = "Verrekeningssystematiek bemoeilijkt toekenningsbeslissingen."
    path.write_text(path.read_text().replace("Dit is **de tekst**. Je leest hem snel.", hard), encoding="utf-8")
    found = figures(Library.load(folder))
    assert [(one.slug, one.longest, one.ways) for one in found] == [("een-ding", 3, 2), ("ander-ding", 4, 2)]
    assert found[0].index < found[1].index


def test_a_line_with_only_a_contact_is_no_sentence() -> None:
    """A list of phone numbers does not make a text easy."""
    bare, listed = measure("Bel ons vandaag nog."), measure("Bel ons vandaag nog.\n- {contact wpi}\n- {contact uwv}")
    assert bare is not None and listed is not None
    assert (bare.average, listed.average) == (4, 4)


def test_our_own_content_has_no_errors() -> None:
    """What clients can read today is whole, with as many hard words and terms as editors asked for."""
    assert [found for found in check(CONTENT, TODAY) if found.level == "error"] == []
    words = yaml.safe_load((CONTENT / "words.yaml").read_text(encoding="utf-8"))
    assert sum(len(group) for group in words["hard"].values()) >= 80
    assert len(words["terms"]) >= 40
