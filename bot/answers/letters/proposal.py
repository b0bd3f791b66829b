"""What a photo or PDF of a letter seems to say: proposed to the client, who says whether it is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

DOUBTFUL = 0.8
"""Below this a day is shown with its place on the paper."""

ASKED = 0.5
"""Below this a value is not proposed at all, but asked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Keys of sender and kind, ISO dates, whole cents; what was not found is empty. `sure`: name -> 0..1.

    `pictures` are the places of doubtful days as JPEG, while they are not stored; then `spots` has their file ids, by
    «day» and «until». Nothing else of the text is here.
    """

    sender: str
    kind: str = ""
    kinds: tuple[str, ...] = ()
    day: str = ""
    until: str = ""
    cents: int = 0
    amounts: tuple[int, ...] = ()
    reference: str = ""
    sure: Mapping[str, float] = field(default_factory=dict)
    spots: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def to_json(self) -> dict[str, Any]:
        """The proposal as it is kept with its paper, without the pictures."""
        return {name: value for name, value in asdict(replace(self, pictures={})).items() if value}

    def certain(self, name: str) -> bool:
        """Whether a value is likely enough to propose it; below that it is asked."""
        return self.sure.get(name, 0.0) >= ASKED

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Proposal:
        """The proposal behind `to_json`; unknown keys are passed over."""
        known = {each.name: data[each.name] for each in fields(cls) if each.name in data}
        known |= {name: tuple(known.get(name, ())) for name in ("kinds", "amounts")}
        return cls(**known)
