"""`calculate` prints the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.commands.calculate import KINDS, calculate_batch
from tests.commands.running import run


def one(kind: str, **given: object) -> dict[str, object]:
    """The outcome of one calculation."""
    (answer,) = calculate_batch([json.dumps({"id": "x", "kind": kind, "input": given})])
    assert list(answer) == ["id", "outcome", "reason", "result"]
    return answer


FOUND: list[tuple[str, dict[str, object], dict[str, object]]] = [
    (
        "termijn_bezwaar",
        {"besluit_verzonden": "2026-02-20", "weken": 6},
        {"ruwe_einddatum": "2026-04-03", "laatste_dag": "2026-04-07"},
    ),
    (
        "bezwaar_tijdig",
        {"besluit_verzonden": "2026-02-02", "ontvangen": "2026-03-20", "gepost": "2026-03-16"},
        {"tijdig": True, "laatste_dag": "2026-03-16"},
    ),
    (
        "termijn_ww_aanvraag",
        {"eerste_werkloosheidsdag": "2027-02-01"},
        {"uiterste_datum": "2027-02-08", "vroegste_datum": "2027-01-25"},
    ),
    (
        "termijn_btw",
        {"jaar": 2028, "kwartaal": 1},
        {"aangifte_uiterlijk": "2028-04-30", "betaling_binnen_uiterlijk_veilig": "2028-04-26"},
    ),
    ("termijn_kor_aanmelden", {"ingangsdatum": "2028-01-01"}, {"uiterlijk_ontvangen": "2027-12-03"}),
    ("termijn_toeslag_aanvragen", {"berekeningsjaar": 2025}, {"uiterlijk": "2026-12-31"}),
]


@pytest.mark.parametrize(("kind", "given", "result"), FOUND, ids=[case[0] for case in FOUND])
def test_what_was_found(kind: str, given: dict[str, object], result: dict[str, object]) -> None:
    """The keys are Dutch, the days are ISO."""
    assert one(kind, **given) == {"id": "x", "outcome": "bedrag", "reason": None, "result": result}


def test_the_holidays_of_a_year_are_in_order() -> None:
    """Of a year without a known decree there is no list."""
    days = one("feestdagen_atw", jaar=2028)["result"]
    assert isinstance(days, dict) and days["dagen"] == sorted(days["dagen"])
    assert days["dagen"][0] == "2028-01-01" and "2028-05-26" in days["dagen"]
    assert one("feestdagen_atw", jaar=2031)["reason"] == "geen_feestdagen_voor_dit_jaar"


def test_an_objection_that_is_late_says_so_and_one_before_the_decision_goes_to_a_person() -> None:
    """Awb 6:9 to 6:11."""
    late = one("bezwaar_tijdig", besluit_verzonden="2026-02-02", ontvangen="2026-03-17", gepost=None)
    assert (late["outcome"], late["reason"]) == ("bedrag", "te_laat")
    assert late["result"] == {"tijdig": False, "laatste_dag": "2026-03-16"}
    early = one("bezwaar_tijdig", besluit_verzonden="2026-02-02", ontvangen="2026-02-01")
    assert (early["outcome"], early["result"]) == ("naar_mens", {})


@pytest.mark.parametrize(
    ("kind", "given", "reason"),
    [
        ("bestaat_niet", {}, "onbekende_soort"),
        ("termijn_bezwaar", {}, "invoer_ontbreekt:besluit_verzonden"),
        ("termijn_bezwaar", {"besluit_verzonden": "30 februari"}, "invoer_ongeldig:besluit_verzonden"),
        ("termijn_bezwaar", {"besluit_verzonden": 20260202}, "invoer_ongeldig:besluit_verzonden"),
        ("termijn_bezwaar", {"besluit_verzonden": "2026-02-02", "weken": 0}, "invoer_ongeldig:weken"),
        ("termijn_bezwaar", {"besluit_verzonden": "2026-02-02", "weken": True}, "invoer_ongeldig:weken"),
        ("termijn_bezwaar", {"besluit_verzonden": "9999-12-30"}, "datum_buiten_kalender"),
        ("termijn_btw", {"jaar": 2026, "kwartaal": 5}, "invoer_ongeldig:kwartaal"),
        ("termijn_kor_aanmelden", {"ingangsdatum": "0001-01-01"}, "datum_buiten_kalender"),
        ("termijn_toeslag_aanvragen", {"berekeningsjaar": 2020}, "geen_termijn_voor_dit_jaar"),
        (
            "bezwaar_tijdig",
            {"besluit_verzonden": "2026-02-02", "ontvangen": "2026-03-01", "gepost": "2026-03-02"},
            "gepost_na_ontvangst",
        ),
    ],
)
def test_what_cannot_be_worked_out_says_why(kind: str, given: dict[str, object], reason: str) -> None:
    """An outcome with a code, never an error."""
    assert one(kind, **given) == {"id": "x", "outcome": "fout", "reason": reason, "result": {}}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, "", "x", -1, 10**30, 1.5, [], {}, True])
def test_no_value_makes_a_kind_fall(kind: str, value: object) -> None:
    """Whatever stands in a line, its answer is a line."""
    names = ("besluit_verzonden", "ontvangen", "eerste_werkloosheidsdag", "jaar", "ingangsdatum", "berekeningsjaar")
    assert one(kind, **dict.fromkeys(names, value))["outcome"] == "fout"


def test_a_batch_gives_one_line_a_calculation_in_order(tmp_path: Path) -> None:
    """From a file, as a program; a line at fault has its own outcome."""
    lines = [
        {"id": "a", "kind": "termijn_btw", "input": {"jaar": 2026, "kwartaal": 1}},
        {"id": 7, "kind": "onbekend", "input": {}},
    ]
    batch = tmp_path / "in.jsonl"
    batch.write_text("\n\n".join(json.dumps(line) for line in lines) + "\n")
    said = run(tmp_path / "data", "calculate", "--batch", str(batch))
    assert (said.status, said.err) == (0, "")
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["a", 7]
    assert [json.loads(line)["outcome"] for line in said.out.splitlines()] == ["bedrag", "fout"]


@pytest.mark.parametrize(
    "wrong", ["{", "[]", "7", '{"id": 1}', '{"kind": 3, "input": {}}', '{"kind": "x"}', "[" * 9999]
)
def test_a_wrong_line_is_numbered(wrong: str, tmp_path: Path) -> None:
    """The lines before it are answered; the sentence says which line is wrong."""
    good = '{"id": 1, "kind": "termijn_btw", "input": {"jaar": 2026, "kwartaal": 1}}'
    said = run(tmp_path / "data", "calculate", "--batch", "-", stdin=f"{good}\n{wrong}\n")
    assert said.status == 2
    assert said.out.count("\n") == 1
    assert "Line 2 " in said.err and len(said.err.splitlines()) == 1


@pytest.mark.parametrize("words", [["calculate"], ["calculate", "--batch", "not-there.jsonl"], ["calculate", "x"]])
def test_wrong_use_gives_one_sentence(words: list[str], tmp_path: Path) -> None:
    """The sentence is the only line, and nothing is on standard output."""
    said = run(tmp_path / "data", *words)
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)
