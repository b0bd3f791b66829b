"""What is installed is exactly what was locked, on every machine."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.papers import locked, text

LOCKS = ["requirements.lock", "requirements-dev.lock"]
PROJECT = tomllib.loads(text("pyproject.toml"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!;\s\[]", item)[0].lower().replace("_", "-") for item in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address_and_no_path(lock: str) -> None:
    """Which index a machine uses is its own affair."""
    assert re.findall(r"://|^-|^--|file:/|@ |/\w+/", text(lock), re.M) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_a_release_with_hashes(lock: str) -> None:
    """Every pinned release has at least one hash."""
    pinned = re.findall(r"^([a-z0-9.-]+)==", text(lock), re.M)
    assert pinned
    assert pinned == list(locked(lock))


def test_every_dependency_is_locked() -> None:
    """Nothing of pyproject is missing in the locks."""
    assert names(PROJECT["dependencies"]) <= set(locked("requirements.lock"))
    assert names(PROJECT["optional-dependencies"]["dev"]) <= set(locked("requirements-dev.lock"))


def test_tests_run_with_the_releases_that_clients_get() -> None:
    """The lock for development holds the lock of the program unchanged."""
    program, development = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: development.get(name) for name in program} == program


@pytest.mark.parametrize("package", ["aiohttp", "cryptography", "pillow", "uvloop", "asyncpg"])
def test_compiled_packages_are_locked_for_many_machines(package: str) -> None:
    """Hashes of all wheels are there: several Pythons, x86_64 and aarch64."""
    assert locked("requirements.lock")[package][1] > 20
