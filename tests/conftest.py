"""Rules of the whole test run."""

from __future__ import annotations

import os

import pytest

import bot  # noqa: F401  (before numpy: see there)

STRICT = os.environ.get("CI_SKIPS_NOTHING") == "1"

_skipped: list[str] = []


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _note(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    _note(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test that was skipped in CI has not shown anything: the run fails."""
    if STRICT and _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if STRICT and _skipped:
        terminalreporter.section("skipped, while CI_SKIPS_NOTHING=1", red=True)
        for nodeid in _skipped:
            terminalreporter.line(nodeid)
