"""CI skips nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.papers import ROOT

SKIPPING = """
import pytest

def test_one():
    pytest.skip("no browser")

def test_two():
    assert 1 + 1 == 2
"""

SKIPPED_WHOLE = """
import pytest

pytest.skip("no PostgreSQL", allow_module_level=True)
"""


@pytest.mark.parametrize("workers", [(), ("-p", "xdist", "--numprocesses=1")], ids=["alone", "workers"])
@pytest.mark.parametrize("skipping", [SKIPPING, SKIPPED_WHOLE], ids=["test", "file"])
@pytest.mark.parametrize(("strict", "code"), [("1", 1), ("", 0)])
def test_a_skipped_test_fails_the_run_in_ci_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strict: str, code: int, skipping: str, workers: tuple[str, ...]
) -> None:
    """With CI_SKIPS_NOTHING=1 a skip is a failure; at home it is not."""
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(skipping)
    (tmp_path / "test_other.py").write_text("def test_other():\n    assert True\n")
    monkeypatch.setenv("CI_SKIPS_NOTHING", strict)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull, *workers, str(tmp_path)]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == code, answer.stdout + answer.stderr
    assert ("while CI_SKIPS_NOTHING=1" in answer.stdout) == bool(strict)
