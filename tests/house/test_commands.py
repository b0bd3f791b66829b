"""The command line knows what the README lists."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.house.papers import ROOT, rows

CELLS = rows("README.md", "run_bot.py")
COMMANDS = [command for cell in CELLS for command in re.findall(r"`([a-z -]+)`", cell)]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "run_bot.py", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_readme_has_help(command: str) -> None:
    """Each command answers --help with its usage."""
    answer = run(*command.split(), "--help")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "usage" in answer.stdout.lower()


def test_every_command_is_in_the_readme() -> None:
    """The README forgets none of the words that --help offers."""
    offered = re.search(r"\{([a-z,-]+)\}", run("--help").stdout)
    assert offered
    assert set(offered[1].split(",")) == {command.split()[0] for command in COMMANDS}
