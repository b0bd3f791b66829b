"""What reception needs of the house: the answers, the policy and the clock."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.decision import Decider
from bot.answers.library import Library
from bot.clock import Clock
from bot.policy import Policy


@dataclass(frozen=True, slots=True)
class House:
    """Built once by wiring."""

    decider: Decider
    library: Library
    policy: Policy
    now: Clock
