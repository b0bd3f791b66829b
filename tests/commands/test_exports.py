"""What goes to other systems, from the command line."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from bot.clock import now
from bot.commands.opening import opened
from bot.settings import read_settings
from tests.commands.running import run

OCTOBER = date(2026, 10, 1)


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """Karin's client has a checked payslip, which Ilse settles, and a question."""
    folder = tmp_path / "data"
    async with opened(read_settings({"DATA_DIR": str(folder)})) as store:
        await store.files.keep("f" * 32, b"%PDF-1.4 loonstrook")
        async with store.units.writing() as unit:
            karin = await unit.staff.add("Karin", "caseworker", now())
            ilse = await unit.staff.add("Ilse", "income_consultant", now())
            await unit.staff.set_consultant(karin.id, ilse.id)
            client = await unit.clients.add("Samira Verzonnen", "nl", karin.id, now())
            await unit.files.add("f" * 32, client.id, "pdf", 19, "sha", now())
            paper = await unit.papers.add(
                client.id, "pdf", "confirmed", 1, "f" * 32, "sha", {"employer": "Bakkerij"}, now(), OCTOBER
            )
            await unit.ledger.set(client.id, OCTOBER, "checked", paper.number, paper.id, now())
            await unit.cases.open(client.id, karin.id, "asked", "Krijg ik minder bijstand?", now())
    return folder


async def test_the_payslips_of_a_month_leave_once(data: Path, tmp_path: Path) -> None:
    """For the owner of the file only; the client can read it; the second time there is nothing new."""
    file = tmp_path / "oktober.zip"
    words = ["export-payslips", "--consultant", "Ilse", "--month", "2026-10"]
    first = run(data, *words, str(file))
    assert first.status == 0 and "1 payslips" in first.out
    assert file.stat().st_mode & 0o077 == 0
    assert {"index.csv", "index.xlsx", "lees-mij.txt"} == set(zipfile.ZipFile(file).namelist())
    assert run(data, *words, str(file)).status == 2
    assert run(data, *words, str(tmp_path / "nog.zip")).status == 2
    assert not (tmp_path / "nog.zip").exists()
    assert run(data, *words, "--again", "--originals", str(tmp_path / "nog.zip")).status == 0
    assert any("niet-afgedekt" in name for name in zipfile.ZipFile(tmp_path / "nog.zip").namelist())
    async with opened(read_settings({"DATA_DIR": str(data)})) as store, store.units.reading() as unit:
        (client,) = await unit.clients.all()
        assert {(one.staff_name, one.what) for one in await unit.looks.of_client(client.id)} == {
            ("Ilse", "payslips"),
            ("Ilse", "payslips_originals"),
        }


async def test_a_file_that_cannot_be_written_marks_nothing(data: Path, tmp_path: Path) -> None:
    """Marked and gone would be lost."""
    words = ["export-payslips", "--consultant", "Ilse", "--month", "2026-10"]
    assert run(data, *words, str(tmp_path / "geen-map" / "x.zip")).status == 2
    assert run(data, *words, str(tmp_path / "x.zip")).status == 0


def test_wrong_words_are_said_in_one_sentence(data: Path, tmp_path: Path) -> None:
    """Who is no consultant, and what is no month, day or folder."""
    zip_file = str(tmp_path / "x.zip")
    for words in (
        ["export-payslips", "--consultant", "Karin", "--month", "2026-10", zip_file],
        ["export-payslips", "--consultant", "Ilse", "--month", "oktober", zip_file],
        ["export-handoffs", "--since", "gisteren", str(tmp_path)],
        ["export-handoffs", "--since", "2026-01-01", str(tmp_path / "geen-map")],
    ):
        said = run(data, *words)
        assert said.status == 2 and said.err.count("\n") == 1


def test_each_handoff_is_a_file(data: Path, tmp_path: Path) -> None:
    """In the shape of the register; doing it again changes nothing."""
    folder = tmp_path / "register"
    folder.mkdir()
    for _ in range(2):
        assert "1 handoffs" in run(data, "export-handoffs", "--since", "2026-01-01", str(folder)).out
    (file,) = folder.iterdir()
    made = json.loads(file.read_text())
    assert made["maakKlantcontact"]["klantcontact"]["onderwerp"] == "Krijg ik minder bijstand?"
    assert made["actor"]["naam"] == "Karin"
    assert "0 handoffs" in run(data, "export-handoffs", "--since", "2100-01-01", str(folder)).out
