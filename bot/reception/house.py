"""What reception needs of the house: the answers, the policy and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.decision import Decider
from bot.answers.library import Library
from bot.clock import Clock
from bot.policy import Policy


@dataclass(frozen=True, slots=True)
class House:
    """Built once by wiring.

    `staff_in_telegram`: whether the municipality allows it. `topics` says whether the bot may make topics in private
    chats, and `desk_url` is the address of the desk in links.
    """

    decider: Decider
    library: Library
    policy: Policy
    now: Clock
    staff_in_telegram: bool = False
    topics: Callable[[], bool] = bool
    desk_url: str = ""
