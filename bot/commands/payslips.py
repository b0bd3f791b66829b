"""`read-payslip`: what the bot reads on a payslip."""

from __future__ import annotations

import argparse
import asyncio
import json

from bot.commands.lines import lines_of
from bot.errors import WrongUse
from bot.income.payslip import Payslip, Reading
from bot.income.reading import read_batch, read_files
from bot.language import translator
from bot.settings import Settings

WORKERS = 2


def read(asked: argparse.Namespace, settings: Settings) -> int:
    """The files of one payslip, or a batch of payslips."""
    if bool(asked.files) == (asked.batch is not None):
        raise WrongUse("Give the files of one payslip, or --batch with a file.")
    if asked.batch is not None:
        asyncio.run(_batch(asked.batch))
        return 0
    reading = asyncio.run(read_files(asked.files))
    print(json.dumps(reading.printed(), ensure_ascii=False) if asked.json else readable(reading))
    return 0


async def _batch(name: str) -> None:
    async for answer in read_batch(lines_of(name), WORKERS):
        print(json.dumps(answer, ensure_ascii=False), flush=True)


def readable(reading: Reading) -> str:
    """The reading as a person checks it: one field a line, with how sure it is."""
    head = reading.kind + (f": {reading.reason}" if reading.reason else "")
    lines = [head, *(line for payslip in reading.payslips for line in _payslip(payslip))]
    return "\n".join([*lines, *(f"warning: {warning}" for warning in reading.warnings)])


def _payslip(payslip: Payslip) -> list[str]:
    data = payslip.printed()
    confidence = data.pop("confidence")
    lines = [f"pages {', '.join(map(str, data.pop('pages')))}"]
    for name, value in data.items():
        sure = f" ({confidence[name]:.0%} sure)" if name in confidence and value is not None else ""
        lines.append(f"  {name.removesuffix('_cents')}: {_shown(name, value)}{sure}")
    return lines


def _shown(name: str, value: object) -> str:
    if value is None:
        return "not found"
    if name.endswith("_cents") and isinstance(value, int):
        return translator("nl").euros(value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
