"""The finder, learned once for all programs that the tests start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.running import learn_finder


@pytest.fixture(scope="session")
def finder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kept between runs of the tests until the texts change: learning takes some seconds."""
    cache = request.config.cache
    return learn_finder(Path(cache.mkdir("finder")) if cache else tmp_path_factory.mktemp("finder"))
