"""The Chromium that the system has, for every test that looks at a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--no-first-run")  # fmt: skip


@contextmanager
def chromium(*flags: str) -> Iterator[Any]:
    """A running browser, closed at the end; the test is skipped aloud where there is none."""
    from playwright.sync_api import sync_playwright

    usual = Path("/usr/bin/chromium")
    found = str(usual) if usual.exists() else shutil.which("chromium")
    if found is None:
        pytest.skip("needs Chromium: none at /usr/bin/chromium or on PATH")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=[*_FLAGS, *flags])
        yield started
        started.close()
