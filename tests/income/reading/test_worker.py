"""Whatever a file does, the reader answers and reads the next one."""

import json
import os
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.errors import WrongUse
from bot.income.papers import limits
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
    process = reader._text.all[0]._process
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


def _tries(*doors: Callable[[], object]) -> str:
    """What a child with the limits of the worker can still do: one letter a door, «-» for closed."""
    ours, theirs = os.pipe()
    if os.fork() == 0:
        limits.close_the_doors()
        limits.for_one_document(limits.TEXT)
        told = "".join("+" if _opens(door) else "-" for door in doors)
        os.write(theirs, told.encode())
        os._exit(0)
    os.close(theirs)
    os.wait()
    with os.fdopen(ours) as pipe:
        return pipe.read()


def _opens(door: Callable[[], object]) -> bool:
    try:
        door()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK])
def test_a_worker_opens_no_socket_of_any_kind(family: int) -> None:
    """By a filter of the kernel, so also where a container gives it no network of its own."""
    assert _tries(lambda: socket.socket(family, socket.SOCK_DGRAM)) == "-"


def test_a_worker_has_no_network_and_writes_no_file(tmp_path: Path) -> None:
    """Not even to its own machine, where somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = listening.getsockname()
        told = _tries(
            lambda: socket.create_connection(address, 2),
            lambda: (tmp_path / "file").write_text("x" * 10, encoding="utf-8"),
        )
    assert told == "--"
    assert not (tmp_path / "file").exists() or (tmp_path / "file").stat().st_size == 0
