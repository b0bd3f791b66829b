"""`ask` and `read-payslip` print the contract."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.running import ROOT, run

KEYS = ["id", "action", "topic", "choices", "also", "confidence", "lang"]


pytestmark = pytest.mark.timeout(400)  # the first one learns


@pytest.fixture(scope="module")
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder, with what the finder learned in other tests, so that it learns once."""
    folder = tmp_path_factory.mktemp("ask") / "data"
    if request.config.cache:
        shutil.copytree(request.config.cache.mkdir("finder"), folder / "finder", dirs_exist_ok=True)
    return folder


def test_ask_prints_one_object(data: Path) -> None:
    """With --json one object with the keys of the contract, and nothing else."""
    said = run(data, "ask", "ik heb geen eten meer", "--json")
    assert said.status == 0
    answer = json.loads(said.out)
    assert list(answer) == KEYS and answer["action"] == "crisis"


def test_ask_without_json_shows_the_text_and_its_source(data: Path) -> None:
    """A person reads the answer as a client would, with where it comes from."""
    said = run(data, "ask", "hoe lever ik mijn loonstrook in?")
    assert said.out.startswith("answer (confidence 0.")
    assert "Source: " in said.out and "https://" in said.out


def test_a_batch_gives_one_line_a_question(data: Path, tmp_path: Path) -> None:
    """From a file, in order, each with its id."""
    batch = tmp_path / "in.jsonl"
    batch.write_text('{"id": "a", "text": "hoi"}\n\n{"id": "b", "text": "dank je wel", "lang": "nl"}\n')
    said = run(data, "ask", "--batch", str(batch))
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["a", "b"]


def test_a_file_that_is_no_payslip_is_a_result(data: Path) -> None:
    """A file at fault is no wrong use: exit status 0 and a reading that says so."""
    said = run(data, "read-payslip", str(ROOT / "README.md"), "--json")
    assert said.status == 0
    assert list(json.loads(said.out)) == ["kind", "reason", "payslips", "warnings"]


def test_a_batch_of_payslips_goes_on_after_a_bad_line(data: Path) -> None:
    """Each line gets its own answer."""
    said = run(data, "read-payslip", "--batch", "-", stdin='{"id": 1, "files": ["not-there"]}\n{"id": 2}\n')
    assert [json.loads(line)["kind"] for line in said.out.splitlines()] == ["refused", "refused"]
    assert said.status == 0


def test_a_wrong_line_in_a_batch_is_numbered(data: Path) -> None:
    """The lines before it are answered; the sentence says which line is wrong."""
    said = run(data, "ask", "--batch", "-", stdin='{"id": 1, "text": "hoi"}\n{"id": 2}\n')
    assert said.status == 2
    assert said.out.count("\n") == 1 and " 2 " in said.err
