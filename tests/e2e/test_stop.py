"""A polite stop ends at once, whoever is looking on."""

from __future__ import annotations

import urllib.request
from pathlib import Path

from tests.e2e.running import running


def test_the_program_stops_when_asked_while_a_phone_is_open(tmp_path: Path, finder: Path) -> None:
    """An open page and a poll that waits may not hold it up, and nothing is said about it."""
    with running(tmp_path, finder) as program:
        listening = urllib.request.urlopen(f"{program.url}/play/chats/7001/events", timeout=10)
        program.process.terminate()
        assert program.process.wait(10) == 0
        listening.close()
    assert "Traceback" not in program.said()
