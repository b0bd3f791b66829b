"""How fast messages may leave."""

from __future__ import annotations

import pytest

from bot.work.limits import Limits


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    """Five at once, the sixth waits a second, the seventh two."""
    limits = Limits()
    assert [limits.wait(1, 100.0) for _ in range(7)] == [0, 0, 0, 0, 0, 1, 2]
    assert limits.wait(2, 100.0) == 0


def test_a_burst_comes_back_with_time() -> None:
    """After five quiet seconds it is full, and never more than full."""
    limits = Limits()
    for _ in range(5):
        limits.wait(1, 100.0)
    assert [limits.wait(1, 200.0) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_all_chats_share_a_limit() -> None:
    """Thirty in a second, the thirty-first waits its part of a second."""
    limits = Limits(per_second=30)
    waits = [limits.wait(chat, 100.0) for chat in range(31)]
    assert waits[:30] == [0] * 30
    assert waits[30] == pytest.approx(1 / 30)


def test_all_wait_when_two_chats_are_asked_to() -> None:
    """One chat's trouble is its own; two within five seconds are everybody's."""
    limits = Limits()
    limits.asked_to_wait(1, 7, 100.0)
    limits.asked_to_wait(1, 7, 101.0)
    assert limits.wait(3, 101.0) == 0
    limits.asked_to_wait(2, 7, 102.0)
    assert limits.wait(3, 103.0) == 6
