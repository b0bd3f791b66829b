"""A delivery: the photos that a client sends as the pages of one payslip, until «that is all»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any

TOGETHER = timedelta(minutes=2)
"""Photos that follow each other this quickly are pages of one delivery."""

MOST_PAGES = 8


@dataclass(frozen=True, slots=True)
class Page:
    """One photo that was stored. `order` is where the client sent it; `hint` shows what is wrong with it."""

    order: int
    file: str
    sha256: str
    kind: str
    reason: str | None = None
    pictures: tuple[str, ...] = ()
    hint: str | None = None

    @property
    def readable(self) -> bool:
        """Whether the photo was good enough to read."""
        return self.kind != "unreadable"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The pages so far, in the order in which they were sent. At most one better photo is asked for."""

    key: str
    pages: tuple[Page, ...] = ()
    asked_again: bool = False

    def with_page(self, page: Page) -> Delivery:
        """With one more page. After «please again» a new photo takes the place of the one that was not good."""
        bad = next((each for each in self.pages if not each.readable), None)
        if self.asked_again and bad is not None:
            kept = [each for each in self.pages if each is not bad]
            return replace(self, pages=_sorted([*kept, replace(page, order=bad.order)]))
        return replace(self, pages=_sorted([*self.pages, page]))

    def has(self, sha256: str) -> bool:
        """Whether this very photo is in it already."""
        return any(page.sha256 == sha256 for page in self.pages)

    @property
    def files(self) -> list[str]:
        """The originals, in order."""
        return [page.file for page in self.pages]

    @property
    def pictures(self) -> list[str]:
        """The covered pictures for the desk, in order."""
        return [picture for page in self.pages for picture in page.pictures]

    def to_json(self) -> dict[str, Any]:
        """For the reading of a paper."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Delivery:
        """The delivery behind `to_json`."""
        pages = tuple(Page(**{**page, "pictures": tuple(page["pictures"])}) for page in data["pages"])
        return cls(data["key"], pages, data["asked_again"])


def _sorted(pages: list[Page]) -> tuple[Page, ...]:
    return tuple(sorted(pages, key=lambda page: page.order))
