"""Whatever a file does, the reader answers and reads the next one."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import WrongUse
from bot.income.payslip import Reading
from bot.income.reading import PayslipReader, read_batch, read_files
from tests.paper import hostile
from tests.paper.layouts import LAYOUTS
from tests.paper.payslips import payslip, sample_payslip


@pytest.fixture
async def reader() -> AsyncIterator[PayslipReader]:
    async with PayslipReader() as started:
        yield started


@pytest.mark.parametrize(
    "make", [hostile.garbage, hostile.truncated, lambda: hostile.many_pages(5000), hostile.bomb]
)
async def test_a_hostile_file_is_refused_and_the_next_is_read(reader: PayslipReader, make) -> None:  # type: ignore[no-untyped-def]
    """A bomb ends its own process only."""
    assert (await reader.read([make()])).kind == "refused"
    assert (await reader.read([sample_payslip(net_cents=50_000)])).payslips[0].net_cents == 50_000


async def test_a_script_in_a_payslip_does_nothing(reader: PayslipReader) -> None:
    """Only the words leave the worker."""
    assert (await reader.read([hostile.with_script()])).kind == "payslip"


async def test_a_worker_that_was_killed_is_replaced(reader: PayslipReader) -> None:
    """The file in its hands is refused at most; the one after is read."""
    await reader.read([sample_payslip()])
    process = reader._all[0]._process
    assert process is not None
    process.kill()
    first = await reader.read([sample_payslip()])
    second = await reader.read([sample_payslip()])
    assert first.kind in ("refused", "payslip")
    assert second.kind == "payslip"


async def test_the_number_of_a_citizen_never_leaves_the_worker(reader: PayslipReader) -> None:
    """Only whether one is printed."""
    for layout in LAYOUTS:
        data, truth = payslip(layout, 31)
        told = (await reader.read([data])).to_json()
        assert told["payslips"][0]["contains_bsn"] == truth["contains_bsn"]
        assert "9999" not in json.dumps(told["payslips"][0]["employer"])


async def test_an_employer_field_with_a_number_is_left_out(reader: PayslipReader) -> None:
    """A BSN typed in the name of the employer is not passed on."""
    reading = await reader.read([sample_payslip("Verzonnen 9999.90.019 B.V.")])
    assert "999990019" not in json.dumps(reading.to_json()).replace(".", "")


async def test_files_are_read_from_disk(tmp_path: Path) -> None:
    """The command line reads paths."""
    paper = tmp_path / "strook.pdf"
    paper.write_bytes(sample_payslip(net_cents=77_700))
    assert (await read_files([paper])).payslips[0].net_cents == 77_700


async def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    """One clear sentence, with the name that was given."""
    with pytest.raises(WrongUse, match=r"There is no file .*weg\.pdf\."):
        await read_files([tmp_path / "weg.pdf"])


async def test_a_batch_answers_every_line_in_order(tmp_path: Path) -> None:
    """A bad line is refused with its id when it has one, and the others are read."""
    paper = tmp_path / "strook.pdf"
    paper.write_bytes(sample_payslip())
    lines = [
        json.dumps({"id": "a", "files": [str(paper)]}),
        "geen json",
        json.dumps({"id": "c", "files": []}),
        json.dumps({"id": "d", "files": [str(tmp_path / "weg.pdf")]}),
        json.dumps({"id": "e", "files": [str(paper)]}),
        "[1, 2]",
    ]
    told = [(each["id"], each["kind"], each["reason"]) async for each in read_batch(lines)]
    assert told == [
        ("a", "payslip", None),
        (None, "refused", "bad_line"),
        ("c", "refused", "bad_line"),
        ("d", "refused", "file_not_found"),
        ("e", "payslip", None),
        (None, "refused", "bad_line"),
    ]


async def test_a_reading_survives_json(reader: PayslipReader) -> None:
    """What is stored is what was read."""
    reading = await reader.read([sample_payslip()])
    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading
