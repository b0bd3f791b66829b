"""The file with local policy: read whole, or refused with one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.errors import WrongUse
from bot.policy import AMSTERDAM, read_policy


def changed(folder: Path, **values: object) -> str:
    """Amsterdam's file with other values; None takes one out."""
    data = yaml.safe_load(AMSTERDAM.read_text(encoding="utf-8")) | values
    file = folder / "policy.yaml"
    file.write_text(yaml.safe_dump({name: value for name, value in data.items() if value is not None}))
    return str(file)


def test_another_municipality_brings_its_own_file(tmp_path: Path) -> None:
    """Names and promises come from the file."""
    policy = read_policy(changed(tmp_path, name="Verzonnen aan Zee", answer_within_working_days=5))
    assert (policy.name, policy.answer_within_working_days) == ("Verzonnen aan Zee", 5)


@pytest.mark.parametrize(
    "values", [{"name": None}, {"keep_days": "altijd"}, {"keep_days": None}, {"answer_within_working_days": [1]}]
)
def test_a_missing_or_wrong_value_is_refused(tmp_path: Path, values: dict[str, object]) -> None:
    """Not a default that nobody decided."""
    with pytest.raises(WrongUse, match="MUNICIPALITY"):
        read_policy(changed(tmp_path, **values))


@pytest.mark.parametrize("content", [b"", b"- een\n- twee\n", b"name: [", b"\xff\xfe\x00"])
def test_a_file_that_is_no_policy_is_refused(tmp_path: Path, content: bytes) -> None:
    """One sentence, no traceback."""
    file = tmp_path / "policy.yaml"
    file.write_bytes(content)
    with pytest.raises(WrongUse, match="MUNICIPALITY"):
        read_policy(str(file))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A slip in the setting is said at the start and not at the first message."""
    with pytest.raises(WrongUse, match="MUNICIPALITY"):
        read_policy(str(tmp_path / "nergens.yaml"))
