"""Documents say what is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.settings import SETTINGS
from tests.house.papers import DOCUMENTS, ROOT, rows, text

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_setting_is_in_the_operations_document_with_its_default_and_help() -> None:
    """The settings table lists exactly the settings of the code, in their words."""
    table = rows("docs/operations.md", "setting")
    expected = {
        f"`{s.name}`{secret}": [f"`{s.default}`" if s.default else "empty", s.help]
        for s in SETTINGS
        for secret in [" (secret)" if s.secret else ""]
    }
    assert {name: [cell.rstrip(" |") for cell in cells] for name, cells in table.items()} == expected


def test_every_table_of_the_database_is_in_the_privacy_document() -> None:
    """Nothing is stored that the privacy document does not name, and it names nothing else."""
    files = [*ROOT.glob("bot/storage/migrations/*.sql"), ROOT / "bot/storage/migrate.py"]
    sql = "\n".join(path.read_text() for path in files)
    made = set(re.findall(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)", sql))
    tables = made - set(re.findall(r"DROP TABLE (\w+)", sql))
    assert {name.strip("`") for name in rows("docs/privacy.md", "table")} == tables


def test_every_make_target_of_the_readme_exists() -> None:
    """The README lists no command of make that is not there."""
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.M))
    assert {name.strip("`").removeprefix("make ") for name in rows("README.md", "make")} <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    """A link inside the repository points at something that exists."""
    broken = [link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()]
    assert broken == []


def test_paths_named_in_the_documents_exist() -> None:
    """A file or folder of bot/ or content/ that a document names is there."""
    named = {
        (path.name, found)
        for path in DOCUMENTS
        for found in re.findall(r"`((?:bot|content|locales)/[\w./-]+)`", path.read_text())
        if path.name != "0007-reception-is-a-package.md"  # it names the file that it replaces
    }
    assert named
    assert [item for item in sorted(named) if not (ROOT / item[1]).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    """Decisions are 0001, 0002, ... and each says its number and status."""
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [path.name[:4] for path in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    for number, path in enumerate(decisions, 1):
        head = rf"# {number}\. .+\n\nStatus: (accepted|replaced by \d+)\n"
        assert re.match(head, path.read_text()), path.name


def test_the_licence_is_whole() -> None:
    """All fifteen articles of the EUPL and its appendix are there."""
    licence = text("LICENSE")
    assert re.findall(r"^(\d+)\. [A-Z]", licence, re.M) == [str(n) for n in range(1, 16)]
    assert "v. 1.2" in licence.splitlines()[0]
    assert licence.rstrip().endswith("require the production of a new EUPL version.")


def test_the_version_is_the_same_everywhere() -> None:
    """pyproject, publiccode and the newest entry of the changelog agree."""
    version = re.search(r'^version = "(.+)"', text("pyproject.toml"), re.M)
    assert version
    assert yaml.safe_load(text("publiccode.yml"))["softwareVersion"] == version[1]
    assert re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.M)[0] == version[1]
