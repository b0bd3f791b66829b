"""A paper that is no payslip: a letter is proposed with what it says, another one is named."""

from __future__ import annotations

from bot.income.paper import Paper
from bot.reception import checking, letters_read
from bot.reception.visit import Visit


async def what_is_it(visit: Visit, paper: Paper) -> None:
    """What it seems to be; the client says whether that is right."""
    if not await letters_read.proposed(visit, paper):
        await checking.ask_anyway(visit, paper)
