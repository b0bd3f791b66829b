"""A translator per client, and dates, euros and lists as people write them.

Dutch is the source language: a sentence without a translation is shown in Dutch.
The catalogues (locales/<lang>/LC_MESSAGES/bot.po) are read when first needed; there
is no compile step, so that what a translator saved is what the client reads.
What employees read at the desk stands in a catalogue of its own, desk.po.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

LOCALES = Path(__file__).parent.parent / "locales"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# In the order in which they are offered; each under its own name.
LANGUAGES: dict[str, str] = {
    "nl": "Nederlands",
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "pl": "Polski",
    "uk": "Українська",
    "es": "Español",
    "fr": "Français",
}
SOURCE = "nl"


class Translator:
    """Turns a Dutch sentence into the client's language, and formats for it."""

    def __init__(self, language: str, catalogue: dict[str, str | tuple[str, ...]] | None = None) -> None:
        self.language = language
        self._catalogue = catalogue or {}
        # European English: the day before the month.
        self.locale = Locale.parse("en_GB" if language == "en" else language)

    def __call__(self, sentence: str) -> str:
        """The sentence in this language, or the Dutch one when there is no translation."""
        found = self._catalogue.get(sentence)
        return found if isinstance(found, str) and found else sentence

    def plural(self, one: str, many: str, number: int) -> str:
        """The right form for `number`, with `{number}` filled in."""
        found = self._catalogue.get(one)
        if isinstance(found, tuple) and all(found):
            index = int(_plural_index(self.language, number))
            chosen = found[min(index, len(found) - 1)]
        else:
            chosen = one if number == 1 else many
        return chosen.format(number=number)

    def day(self, value: date) -> str:
        """A day in full, such as «woensdag 25 november 2026»."""
        return format_date(value, format="full", locale=self.locale)

    def near_day(self, value: date) -> str:
        """A day of these weeks, such as «woensdag 25 november»."""
        return format_date(value, format="EEEE d MMMM", locale=self.locale)

    def short_day(self, value: date) -> str:
        """A day without its weekday, such as «25 november 2026»."""
        return format_date(value, format="long", locale=self.locale)

    def month(self, value: date) -> str:
        """A month, such as «november 2026»."""
        return format_date(value, format="LLLL y", locale=self.locale)

    def moment(self, value: datetime) -> str:
        """A UTC moment as people in Amsterdam read it: «woensdag 25 november 2026 14:03»."""
        local = (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(AMSTERDAM)
        return format_datetime(local, format="EEEE d MMMM y HH:mm", locale=self.locale)

    def euros(self, cents: int) -> str:
        """Whole cents as «€ 1.419,46»."""
        return format_currency(cents / 100, "EUR", locale=self.locale).replace("\u00a0", " ")

    def number(self, value: float) -> str:
        """A number such as «86,67»."""
        return format_decimal(value, locale=self.locale)

    def listing(self, items: Sequence[str]) -> str:
        """«a, b en c»."""
        return format_list(list(items), locale=self.locale)


@lru_cache(maxsize=2 * len(LANGUAGES) + 4)
def translator(language: str, catalogue: str = "bot") -> Translator:
    """The translator for a language code; an unknown code gives Dutch."""
    if language not in LANGUAGES:
        language = SOURCE
    return Translator(language, _read(language, catalogue))


def _read(language: str, catalogue: str) -> dict[str, str | tuple[str, ...]]:
    path = LOCALES / language / "LC_MESSAGES" / f"{catalogue}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    pairs: dict[str, str | tuple[str, ...]] = {}
    for message in messages:
        if not message.id or message.fuzzy:
            continue
        key = message.id[0] if isinstance(message.id, (list, tuple)) else message.id
        value = message.string
        pairs[str(key)] = tuple(value) if isinstance(value, (list, tuple)) else str(value)
    return pairs


def _plural_index(language: str, number: int) -> int:
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - only plural sentences need it

    expression = get_plural(language).plural_expr
    # The expressions are Babel's own table, not input: gettext's C syntax for one number.
    return _evaluate(expression, number)


def _evaluate(expression: str, number: int) -> int:
    from gettext import c2py  # noqa: PLC0415

    return int(c2py(expression)(number))
