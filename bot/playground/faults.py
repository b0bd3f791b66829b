"""Trouble on purpose: what goes wrong, for whom and how often."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Kind = Literal["offline", "slow", "429", "500", "401", "reset_after", "reset_before"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(slots=True)
class Fault:
    """One kind of trouble; without `times` and `seconds` it stays until it is taken away."""

    kind: str
    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    until: float | None = None
    retry_after: int = 1
    delay: float = 1.0

    def hits(self, method: str, chat_id: int | None) -> bool:
        """Whether a call of `method` (lower case) for this chat meets it."""
        return (self.method is None or self.method == method) and (
            self.chat_id is None or self.chat_id == chat_id
        )


class Faults:
    """The troubles of now, oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """One more."""
        self._faults.append(fault)

    def clear(self) -> None:
        """All is well again."""
        self._faults.clear()

    def listed(self) -> list[dict[str, Any]]:
        """As JSON."""
        self._forget_old()
        return [asdict(fault) for fault in self._faults]

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The trouble that this call meets, counted as met."""
        if not self._faults:
            return None
        self._forget_old()
        for fault in self._faults:
            if fault.hits(method, chat_id):
                if fault.times is not None:
                    fault.times -= 1
                    self._forget_old()
                return fault
        return None

    def _forget_old(self) -> None:
        now = time.time()
        self._faults = [
            f for f in self._faults if (f.times is None or f.times > 0) and (f.until is None or f.until > now)
        ]


def fault_from(body: dict[str, Any]) -> Fault:
    """A fault from the control API; ValueError with one sentence when it cannot be."""
    kind = str(body.get("kind", ""))
    if kind not in KINDS:
        raise ValueError(f"kind must be one of: {', '.join(KINDS)}.")
    seconds, times, chat_id = body.get("seconds"), body.get("times"), body.get("chat_id")
    method = body.get("method")
    return Fault(
        kind=kind,
        method=str(method).lower() if method else None,
        chat_id=int(chat_id) if chat_id is not None else None,
        times=int(times) if times is not None else None,
        until=time.time() + float(seconds) if seconds is not None else None,
        retry_after=max(1, int(body.get("retry_after") or 1)),
        delay=float(1.0 if body.get("delay") is None else body["delay"]),
    )
