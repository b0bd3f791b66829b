"""Invented letters as PDF in several layouts, and what is printed on them. Texts: letters.yaml."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.income.photos.lines import without_numbers
from tests.paper.pdf import Sheet, width, write
from tests.paper.truth import MONTHS, dutch, test_bsn

TODAY = date(2026, 11, 26)
PEOPLE = ("de heer V. Verzonnen", "mevrouw B. Bedacht", "mevrouw S. Voorbeeld", "de heer P. Proefpersoon")
LEFT, RIGHT, LINE = 62, 540, 15
_WHOLE = 480  # points that a line of text may be wide
Truth = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """One text of letters.yaml; `held_out` is never used to mend anything."""

    sender: str
    kind: str
    ref: str
    subject: str
    body: str
    named: tuple[str, ...]
    table: tuple[tuple[str, str], ...]
    held_out: bool


@dataclass
class Letter:
    """What a layout prints."""

    named: tuple[str, ...]
    person: str
    sent: str
    ref: str
    number: str
    subject: str
    body: list[str]
    table: list[tuple[str, str]]
    extra: list[tuple[str, str]]
    closing: str


@cache
def texts() -> tuple[Written, ...]:
    """Every invented text."""
    known = yaml.safe_load((Path(__file__).parent / "letters.yaml").read_text())
    return tuple(
        Written(
            one["sender"], one["kind"], one["ref"], one["subject"], one["body"],
            tuple(one.get("as") or known["senders"][one["sender"]]),
            tuple((str(name), str(value)) for name, value in one.get("table", ())), number % 2 == 1,
        )
        for number, one in enumerate(known["letters"])
    )  # fmt: skip


def letter(number: int, seed: int, layout: str = "", **fixed: Any) -> tuple[bytes, Truth]:
    """The text of this number as PDF, and what it says. `fixed`: `sent` or `until` as a date."""
    rng, text = random.Random(seed), texts()[number]
    sent = fixed.get("sent") or TODAY - timedelta(days=rng.randint(1, 20))
    until = fixed.get("until") or sent + timedelta(days=rng.randint(14, 42))
    amount, other = rng.randint(1_500, 180_000), rng.randint(180_001, 300_000)
    reference = _number(rng)
    said = {"until": printed_day(until, rng), "amount": dutch(amount), "other": dutch(other)}
    extra = [("Burgerservicenummer", test_bsn(rng)), ("Geboortedatum", "03-05-1988"), ("Behandeld door", "K. Nep")]
    drawn = Letter(
        text.named, rng.choice(PEOPLE), printed_day(sent, rng), text.ref, reference, text.subject,
        [line.format(**said) for line in text.body.splitlines()],
        [(name, value.format(**said)) for name, value in text.table],
        rng.sample(extra, rng.randint(0, 2)), rng.choice(("Met vriendelijke groet,", "Hoogachtend,")),
    )  # fmt: skip
    truth = {
        "sender": text.sender,
        "kind": text.kind,
        "day": sent.isoformat(),
        "until": until.isoformat() if "{until}" in text.body else None,
        "cents": amount if "{amount}" in f"{text.body}{text.table}" else None,
        "reference": reference if without_numbers(reference) == reference else None,
    }
    sheet = LAYOUTS[layout or rng.choice(list(LAYOUTS))](drawn, rng)
    return write([sheet]), truth


def printed_day(day: date, rng: random.Random) -> str:
    """A day in one of the ways of letters."""
    month = MONTHS[day.month - 1]
    ways = (
        f"{day.day} {month} {day.year}", f"{day.day} {month} {day.year}",
        f"{day:%d-%m-%Y}", f"{day.day}-{day.month}-{day.year}",
        f"{day.day} {month[:3] if month != 'maart' else 'mrt'}. {day.year}", f"{day:%d.%m.%Y}",
    )  # fmt: skip
    return rng.choice(ways)


def _number(rng: random.Random) -> str:
    digits = f"{rng.randrange(10**9):09d}"
    ways = (
        f"B/2026/{digits[:5]}", f"2026-{digits[:3]}-{digits[3:7]}", f"{digits[:2]}.{digits[2:5]}.{digits[5:8]}",
        f"Z26-{digits[:6]}", f"{digits[:4]} {digits[4:8]} {digits[:4]}", f"WN{digits[:7]}",
    )  # fmt: skip
    return rng.choice(ways)


def _wrapped(text: str, size: float, most: float = _WHOLE) -> list[str]:
    lines = [""]
    for word in text.split():
        if width(f"{lines[-1]} {word}", size) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _address(sheet: Sheet, of: Letter, x: float, y: float) -> None:
    for at, line in enumerate((of.person, "Verzonnenstraat 12 A", "1099 ZZ AMSTERDAM")):
        sheet.text(x, y + at * 14, line, 10)


def _body(sheet: Sheet, of: Letter, y: float, size: float = 10.5) -> float:
    name = of.person.split(" ")[-1]
    sheet.text(LEFT, y, f"{'Geachte heer' if of.person.startswith('de') else 'Beste mevrouw'} {name},", size)
    y += 2 * LINE
    paragraphs = [" ".join(of.body)] if len(of.body) % 2 else of.body
    for line in [line for each in paragraphs for line in _wrapped(each, size)]:
        sheet.text(LEFT, y, line, size)
        y += LINE
    y += LINE / 2
    for name, value in of.table:
        sheet.text(LEFT + 10, y, name, size)
        sheet.text(420, y, "€", size)
        sheet.text(500, y, value, size, right=True)
        y += LINE
    y += LINE
    sheet.text(LEFT, y, of.closing, size)
    sheet.text(LEFT, y + LINE * 2, "K. Verzonnen", size)
    return y + LINE * 3


def _head(sheet: Sheet, of: Letter, x: float = LEFT, y: float = 60) -> None:
    sheet.text(x, y, of.named[0], 15)
    for at, line in enumerate(of.named[1:]):
        sheet.text(x, y + 16 + 13 * at, line, 10)


def stacked(of: Letter, rng: random.Random) -> Sheet:
    """The address in the window, and beside it labels above their values."""
    sheet = Sheet()
    _head(sheet, of)
    sheet.text(LEFT, 128, "Retouradres: Postbus 999, 1000 ZZ Amsterdam", 7)
    _address(sheet, of, LEFT, 150)
    for at, (name, value) in enumerate([("Datum", of.sent), (of.ref, of.number), *of.extra]):
        sheet.text(380, 120 + at * 34, name, 8)
        sheet.text(380, 132 + at * 34, value, 10)
    sheet.text(LEFT, 270, f"Onderwerp: {of.subject}", 11)
    _body(sheet, of, 305)
    return sheet


def in_a_row(of: Letter, rng: random.Random) -> Sheet:
    """One row of labels with one row of values under it, and the stamp of the post above the address."""
    sheet = Sheet()
    _head(sheet, of, 330)
    sheet.text(LEFT, 118, "Port betaald  Port Payé  Pays-Bas  21-10-26", 7)
    _address(sheet, of, LEFT, 150)
    cells = [("Datum", of.sent), (of.ref, of.number), *of.extra][:4]
    for at, (name, value) in enumerate(cells):
        sheet.text(LEFT + at * 128, 230, name, 8)
        sheet.text(LEFT + at * 128, 243, value, 9)
    sheet.text(LEFT, 280, "Betreft", 8)
    sheet.text(LEFT, 293, of.subject, 11)
    _body(sheet, of, 325)
    return sheet


def tabbed(of: Letter, rng: random.Random) -> Sheet:
    """Labels at the left, values at a tab."""
    sheet = Sheet()
    _address(sheet, of, 330, 130)
    _head(sheet, of)
    rows = [("Verzenddatum" if rng.random() < 0.3 else "Datum", of.sent), *of.extra, (of.ref, of.number)]
    rows.append(("Onderwerp", of.subject))
    for at, (name, value) in enumerate(rows):
        sheet.text(LEFT, 215 + at * 16, name, 10)
        sheet.text(LEFT + 130, 215 + at * 16, value, 10)
    _body(sheet, of, 215 + len(rows) * 16 + 25)
    return sheet


def with_place(of: Letter, rng: random.Random) -> Sheet:
    """«Amsterdam, 12 november 2026», as small offices write."""
    sheet = Sheet()
    sheet.text(RIGHT, 60, of.named[0], 14, right=True)
    for at, line in enumerate((*of.named[1:], "Bedachtplein 1, 1099 ZZ Amsterdam")):
        sheet.text(RIGHT, 78 + 12 * at, line, 8, right=True)
    _address(sheet, of, LEFT, 150)
    sheet.text(LEFT, 225, f"Amsterdam, {of.sent}", 10.5)
    for at, (name, value) in enumerate([("Betreft", of.subject), (of.ref, of.number), *of.extra]):
        sheet.text(LEFT, 248 + at * 15, f"{name}: {value}", 10.5)
    _body(sheet, of, 320)
    return sheet


def inline(of: Letter, rng: random.Random) -> Sheet:
    """Labels with a colon, the subject in large letters."""
    sheet = Sheet()
    _head(sheet, of)
    _address(sheet, of, LEFT, 140)
    label = rng.choice(("Datum", "Dagtekening", "Datum brief", "Verzonden"))
    for at, (name, value) in enumerate([(label, of.sent), (of.ref, of.number), *of.extra]):
        sheet.text(LEFT, 210 + at * 14, f"{name}: {value}", 10)
    sheet.text(LEFT, 285, of.subject, 14)
    _body(sheet, of, 315)
    return sheet


def bare(of: Letter, rng: random.Random) -> Sheet:
    """The day alone at the right, the number at the foot."""
    sheet = Sheet()
    _head(sheet, of)
    sheet.text(RIGHT, 90, of.sent, 10, right=True)
    _address(sheet, of, LEFT, 150)
    sheet.text(LEFT, 225, of.subject, 12)
    _body(sheet, of, 255)
    sheet.line(LEFT, 770, RIGHT)
    sheet.text(LEFT, 785, f"{of.ref} {of.number}", 8)
    for at, (name, value) in enumerate(of.extra):
        sheet.text(LEFT + 200 + 170 * at, 785, f"{name} {value}", 8)
    return sheet


LAYOUTS: dict[str, Callable[[Letter, random.Random], Sheet]] = {
    "stacked": stacked,
    "in a row": in_a_row,
    "tabbed": tabbed,
    "with a place": with_place,
    "inline": inline,
    "bare": bare,
}
