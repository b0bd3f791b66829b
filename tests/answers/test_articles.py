"""Articles: what is shown, and what is not shown any more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.article import Article, Source, article_from, embolden, split_front_matter
from bot.answers.library import Library
from bot.answers.wording import footer
from bot.language import translator
from tests.answers.small import TODAY, article_text

AMOUNTS = """
valid_from: 2026-07-01
valid_until: 2026-12-31
amounts:
  norm: {cents: 141946, what: "De norm", state: seen, source: Wet, url: "https://wetten.overheid.nl"}
"""
HELP = """
contacts:
  wpi: {name: "WPI", number: "020 252 6000", label: SEEN}
"""


def library_with(folder: Path, text: str, **changes: object) -> Library:
    (folder / "nl" / "bijstand").mkdir(parents=True)
    (folder / "amounts").mkdir()
    (folder / "amounts" / "2026-07-01.yaml").write_text(AMOUNTS, encoding="utf-8")
    (folder / "help.yaml").write_text(HELP, encoding="utf-8")
    raw = article_text("Titel", ["Vraag?"], **changes).split("---\n")
    (folder / "nl" / "bijstand" / "les.md").write_text("---\n".join((*raw[:2], text)), encoding="utf-8")
    return Library.load(folder)


def test_bold_parts_are_named_by_character_position_in_the_clean_text() -> None:
    """Positions count code points, also after an emoji."""
    shown = embolden("🙂 Doe **dit** en **dat nu**.")
    assert shown.text == "🙂 Doe dit en dat nu."
    assert [shown.text[a:b] for a, b in shown.bold] == ["dit", "dat nu"]


def test_amounts_and_contacts_are_filled_in_for_the_day(tmp_path: Path) -> None:
    """{bedrag ...} becomes euros and {contact ...} a name with its number."""
    library = library_with(tmp_path, "Je krijgt **{bedrag norm}**. Bel {contact wpi}.")
    shown = library.show("les", "nl", TODAY)
    assert shown is not None
    assert shown.text == "Je krijgt € 1.419,46. Bel WPI: 020 252 6000."
    assert shown.text[slice(*shown.bold[0])] == "€ 1.419,46"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Je krijgt {bedrag norm}.", date(2027, 1, 1)),
        ("Je krijgt {bedrag norm}.", date(2026, 6, 30)),
        ("Je krijgt {bedrag onbekend}.", TODAY),
        ("Bel {contact onbekend}.", TODAY),
        ("Een gewone tekst.", date(2027, 7, 1)),
    ],
)
def test_a_text_with_something_expired_or_unknown_is_not_shown(tmp_path: Path, text: str, day: date) -> None:
    """An old or missing amount, an unknown contact or a day past valid_until hides the whole text."""
    assert library_with(tmp_path, text).show("les", "nl", day) is None


def test_the_last_day_of_a_text_still_counts(tmp_path: Path) -> None:
    """valid_until is a day on which the text is shown."""
    assert library_with(tmp_path, "Een tekst.").show("les", "nl", date(2027, 6, 30)) is not None


def test_a_text_without_an_end_date_is_not_shown(tmp_path: Path) -> None:
    """Nobody promised that it is still right."""
    assert library_with(tmp_path, "Een tekst.", valid_until=None).show("les", "nl", TODAY) is None


def test_a_language_without_its_own_text_gets_the_dutch_one(tmp_path: Path) -> None:
    """Better Dutch than nothing."""
    library = library_with(tmp_path, "Een tekst.")
    article = library.article("les", "tr")
    assert article is not None and article.language == "nl"


def test_a_file_that_cannot_be_read_is_named_and_the_others_stay(tmp_path: Path) -> None:
    """One broken file never takes the bot down."""
    library_with(tmp_path, "Een tekst.")
    (tmp_path / "nl" / "bijstand" / "stuk.md").write_text("geen kop", encoding="utf-8")
    (tmp_path / "nl" / "bijstand" / "ook.md").write_text("---\ntitle: [\n---\ntekst", encoding="utf-8")
    library = Library.load(tmp_path)
    assert library.broken == ("nl/bijstand/ook.md", "nl/bijstand/stuk.md")
    assert library.slugs == ("les",)


def test_what_was_parsed_before_gives_the_same_article(tmp_path: Path) -> None:
    """The cache of parsed heads changes nothing but the time."""
    library_with(tmp_path, "Een tekst.")
    first = Library.load(tmp_path, tmp_path / "cache")
    assert (tmp_path / "cache" / "front-matter.json").exists()
    assert Library.load(tmp_path, tmp_path / "cache").articles == first.articles


def test_a_damaged_cache_of_heads_is_thrown_away(tmp_path: Path) -> None:
    """It is only a cache."""
    library_with(tmp_path, "Een tekst.")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "front-matter.json").write_text("{kapot", encoding="utf-8")
    assert Library.load(tmp_path, tmp_path / "cache").slugs == ("les",)


def test_under_an_answer_stands_its_source_with_the_day() -> None:
    """So that a reader can look there too."""
    source = Source("Rijksoverheid", "https://rijksoverheid.nl", date(2026, 11, 23))
    article = Article("a", "nl", "b", "T", "x", sources=(source,))
    assert footer(translator("nl"), article) == "Bron: Rijksoverheid, bekeken op 23 november 2026."


def test_a_head_with_nothing_in_it_still_gives_an_article() -> None:
    """Missing keys are for `content check` to name, not for a crash."""
    article = article_from("slug", "nl", "map", {}, "tekst")
    assert (article.title, article.questions, article.checked) == ("slug", (), None)


@pytest.mark.parametrize("raw", ["", "tekst", "---\ntitle: x\n"])
def test_a_file_without_a_closed_head_is_refused(raw: str) -> None:
    """The head stands between two lines of ---."""
    with pytest.raises(ValueError, match="---"):
        split_front_matter(raw)
