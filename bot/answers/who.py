"""Who is asking: some questions have another answer for a client on bijstand than for one with WW.

content/who.yaml says which topics are the same question for whom. When the finder hesitates between two of
those, one question to the client settles it, and the answer is good for the rest of the conversation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answers.reading_yaml import mapping

_NEAR = 4  # topics from the top that are looked at
_FAINT = 0.08  # a topic with less chance is not what the client may have meant


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to know about a client: the question, its options with their labels, and the topics per option."""

    name: str
    question: str
    options: Mapping[str, str]
    same: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A message that means another topic per option; `topics` maps an option to a slug, likely ones first."""

    difference: Difference
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WhoIsAsking:
    """What content/who.yaml holds."""

    differences: tuple[Difference, ...] = ()

    @classmethod
    def load(cls, path: Path) -> WhoIsAsking:
        """Read the file; a missing file asks nothing."""
        return cls(tuple(_difference(str(name), said) for name, said in mapping(path).items()))

    def difference(self, name: str) -> Difference | None:
        """The difference with this name."""
        return next((d for d in self.differences if d.name == name), None)

    def doubt(self, topics: Sequence[tuple[str, float]]) -> Doubt | None:
        """Whether the first topic and another likely one are the same question of different people."""
        likely = [slug for i, (slug, chance) in enumerate(topics[:_NEAR]) if i == 0 or chance >= _FAINT]
        for difference in self.differences:
            for line in difference.same:
                options = {option: slug for option, slug in line.items() if slug in likely}
                if likely and likely[0] in options.values() and len(set(options.values())) > 1:
                    ordered = sorted(options.items(), key=lambda item: likely.index(item[1]))
                    return Doubt(difference, dict(ordered))
        return None

    def settled(self, topics: Sequence[tuple[str, float]], known: Mapping[str, str]) -> str | None:
        """The topic for this client, when what we know of the client takes the doubt away."""
        doubt = self.doubt(topics) if known else None
        return doubt.topics.get(known.get(doubt.difference.name, "")) if doubt else None


def _difference(name: str, said: Mapping[str, object]) -> Difference:
    options, same = said.get("options"), said.get("same")
    lines = [line for line in same if isinstance(line, dict)] if isinstance(same, list) else []
    return Difference(
        name=name,
        question=str(said.get("question") or ""),
        options={str(o): str(label) for o, label in options.items()} if isinstance(options, dict) else {},
        same=tuple({str(option): str(slug) for option, slug in line.items()} for line in lines),
    )
