"""How much a letter is like what is said about a kind: a little help beside the words of the kind itself."""

from __future__ import annotations

from collections import Counter

from bot.answers.letters.letter import Sender
from bot.answers.letters.matching import phrase

NAME, MEANING = 0.6, 0.25  # what a word of the name or the meaning of one kind only weighs; twice in the subject
_SHORTEST, _STEM = 5, 7  # letters
_EVERYWHERE = {
    "brief", "betaal", "betalen", "wordt", "worden", "heeft", "binnen", "gaat", "over", "deze", "datum", "bedrag",
    "kunt", "moeten", "jouw", "door", "naar", "voor", "staat", "eerst", "misschien",
}  # fmt: skip


def likeness(sender: Sender, text: str, subject: str = "") -> dict[str, float]:
    """Kind -> how many of the words about it are in the text; words about several kinds weigh less."""
    about = {key: (_stems(kind.name), _stems(kind.means)) for key, kind in sender.kinds.items()}
    times = Counter(stem for name, means in about.values() for stem in name | means)
    said, on_top = _stems(text), _stems(subject)

    def weight(stems: set[str], each: float) -> float:
        return sum(each / times[stem] * (2 if stem in on_top else 1) for stem in stems & said)

    return {key: weight(name, NAME) + weight(means - name, MEANING) for key, (name, means) in about.items()}


def _stems(text: str) -> set[str]:
    words = phrase(text).split()
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in _EVERYWHERE}
