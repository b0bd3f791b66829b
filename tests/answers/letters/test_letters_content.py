"""`content check` on letters.yaml: each rule finds its mistake, and the real list has none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers.checking import check
from bot.answers.checking.letters import PATH, letters
from bot.answers.letters.letter import Letters
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from tests.answers.small import CONTENT

REAL = CONTENT / PATH
Change = Callable[[dict[str, Any]], object]


def findings(folder: Path, change: Change) -> list[str]:
    """The remarks after a change to the real list."""
    data = yaml.safe_load(REAL.read_text(encoding="utf-8"))
    change(data["senders"])
    (folder / PATH).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    shutil.copy(CONTENT / "help.yaml", folder / "help.yaml")
    topics = {str(slug) for slug in mapping(CONTENT / "topics.yaml")}
    return [f"{found.level}: {found.sentence}" for found in letters(Library.load(folder), topics)]


def uwv(field: str, value: object) -> Change:
    """Another value in one kind of letter of UWV."""
    return lambda senders: senders["uwv"]["kinds"]["ww_toekenning"].__setitem__(field, value)


def missing(field: str) -> Change:
    """One kind of letter of UWV without this field."""
    return lambda senders: senders["uwv"]["kinds"]["ww_toekenning"].pop(field)


def test_the_real_list_has_no_remarks(tmp_path: Path) -> None:
    """At least forty kinds of nine senders."""
    assert findings(tmp_path, lambda senders: None) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (uwv("topic", "bestaat-niet"), "error: Het onderwerp bestaat-niet van uwv, ww_toekenning bestaat niet."),
        (uwv("call", "niemand"), "error: Het contact niemand van uwv, ww_toekenning staat niet in help.yaml."),
        (uwv("term", "morgen"), "error: De term van uwv, ww_toekenning is niet"),
        (uwv("name", "N" * 41), "error: De naam van uwv, ww_toekenning is langer dan 40"),
        (uwv("name", "WW is afgewezen"), "error: Bij uwv heten twee soorten «WW is afgewezen»."),
        (uwv("urgent", "ja"), "error: Bij uwv, ww_toekenning is urgent geen true of false."),
        (uwv("words", []), "error: Bij uwv, ww_toekenning ontbreekt words."),
        (uwv("words", ["maatregel", "boete"]), "error: Bij uwv heeft ww_toekenning geen enkel woord"),
        (uwv("words", ["boete", "iets"]), "warning: Bij uwv staat «boete» bij ww_toekenning en maatregel."),
        (missing("means"), "error: Bij uwv, ww_toekenning ontbreekt means."),
        (missing("call"), "error: Bij uwv, ww_toekenning ontbreekt call."),
        (lambda s: s["uwv"].pop("look"), "error: Bij afzender uwv ontbreekt look."),
        (
            lambda s: s["uwv"].update(look="blauwe letters boven aan de eerste bladzijde"),
            "error: De naam en het uiterlijk",
        ),
        (lambda s: s["uwv"]["kinds"].update(w="x"), "error: Bij uwv, w ontbreekt name."),
        (lambda s: s["uwv"]["kinds"].update({"w" * 50: {}}), "error: De sleutels uwv, wwww"),
        (lambda s: [s.pop(key) for key in list(s)[:10]], "error: Er zijn"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, change: Change, said: str) -> None:
    """Each rule in one sentence for the editor."""
    assert any(found.startswith(said) for found in findings(tmp_path, change)), said


def test_two_kinds_with_the_same_words_are_named(tmp_path: Path) -> None:
    """Nothing could tell them apart."""

    def same(senders: dict[str, Any]) -> None:
        kinds = senders["uwv"]["kinds"]
        kinds["ww_afwijzing"]["words"] = kinds["ww_toekenning"]["words"]

    assert any("hebben ww_toekenning en ww_afwijzing dezelfde woorden" in found for found in findings(tmp_path, same))


def test_the_check_of_all_content_looks_at_letters(tmp_path: Path) -> None:
    """A missing list is an error, and a list that is no list is an empty one."""
    today = date(2026, 11, 25)
    assert any(found.path == PATH and found.level == "error" for found in check(tmp_path, today))
    (tmp_path / PATH).write_text("senders: [a, b]\n", encoding="utf-8")
    assert Letters.load(tmp_path / PATH).senders == {}
    assert any("Dat is te weinig" in found.sentence for found in check(tmp_path, today))
