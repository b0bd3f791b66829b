"""The invented person, employer and amounts of one payslip, with sums that are right."""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

EMPLOYERS = (
    "Bakkerij De Verzonnen Korst B.V.",
    "Schoonmaakbedrijf Nergens Stof V.O.F.",
    "Stichting Thuiszorg Denkbeeld",
    "Restaurant Het Fictieve Fornuis B.V.",
    "Uitzendbureau Proefkonijn B.V.",
    "Fantasie Facilitair N.V.",
)


def elfproef(digits: str) -> bool:
    """Whether nine digits pass the check of the BSN."""
    return (
        sum(int(sign) * weight for sign, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
        % 11
        == 0
    )


def test_bsn(rng: random.Random) -> str:
    """A number of the test range 9999xxxxx that passes the check; nobody has it."""
    while True:
        digits = f"9999{rng.randrange(100000):05d}"
        if elfproef(digits):
            return digits


@dataclass
class Facts:
    """What a layout may print; amounts in cents."""

    employer: str
    start: date
    end: date
    paid_on: date
    hours: float
    gross: int
    pension: int
    tax: int
    net: int
    paid: int
    travel: int
    seizure: int
    accrued: int
    balance: int
    holiday_pay: int
    credit: bool
    bsn: str
    printed: dict[str, Any] = field(default_factory=dict)


def facts(seed: int, kind: str = "month", travel: bool = True, seizure: bool = False, **fixed: Any) -> Facts:
    """Invented facts; the same seed gives the same payslip. `fixed` overrides any fact by name."""
    rng = random.Random(seed)
    year, month = 2026, rng.randint(1, 12)
    start, days = date(year, month, 1), calendar.monthrange(year, month)[1]
    if kind != "month":
        days = 28 if kind == "four_weeks" else 7
        start = date.fromisocalendar(year, 4 * rng.randint(0, 11) + 1, 1)
    hours = rng.choice([16.0, 32.0, 48.5, 64.0, 86.67]) if kind != "week" else rng.choice([12.0, 20.0, 24.5])
    gross = round(hours * rng.randint(1478, 1900))
    pension = round(gross * rng.choice([0, 0.02, 0.045]))
    tax = round(gross * rng.choice([0, 0.04, 0.11]))
    paid_travel = rng.randint(1000, 9000) if travel else 0
    taken = rng.randint(5000, 20000) if seizure else 0
    end = start + timedelta(days=days - 1)
    made = {
        "employer": rng.choice(EMPLOYERS),
        "start": start,
        "end": end,
        "paid_on": end - timedelta(days=rng.randint(0, 5)),
        "hours": hours,
        "gross": gross,
        "pension": pension,
        "tax": tax,
        "travel": paid_travel,
        "seizure": taken,
        "accrued": round(gross * 0.08),
        "balance": round(gross * 0.08) * rng.randint(2, 11),
        "holiday_pay": 0,
        "credit": rng.random() < 0.5,
        "bsn": test_bsn(rng),
    } | fixed
    net = made.get("net", made["gross"] - made["pension"] - made["tax"])
    made["net"] = net
    made.setdefault("paid", net + made["travel"] - made["seizure"])
    return Facts(**made)


def dutch(cents: int, minus: str = "lead") -> str:
    """1.234,56; the minus leads or trails."""
    whole = f"{abs(cents) // 100:,}".replace(",", ".") + f",{abs(cents) % 100:02d}"
    if cents >= 0:
        return whole
    return f"-{whole}" if minus == "lead" else f"{whole}-"


def english(cents: int) -> str:
    """1,234.56."""
    return f"{cents // 100:,}.{cents % 100:02d}"


MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
