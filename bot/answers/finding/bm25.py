"""BM25: how well the words of a message fit the words of a topic, rare words counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from bot.answers.finding.matrix import Matrix

_K, _B = 1.2, 0.75


def impacts(documents: Sequence[Mapping[str, float]]) -> Matrix:
    """Word by document: what the word adds, with its rarity; a document is word -> how often."""
    lengths = [sum(document.values()) for document in documents]
    usual = sum(lengths) / max(len(lengths), 1) or 1.0
    spread = Counter(word for document in documents for word in document)
    rarity = {w: math.log(1 + (len(documents) - n + 0.5) / (n + 0.5)) for w, n in spread.items()}
    number = {word: i for i, word in enumerate(spread)}
    table = np.zeros((len(number), len(documents)), np.float32)
    for i, document in enumerate(documents):
        for word, often in document.items():
            weight = often * (_K + 1) / (often + _K * (1 - _B + _B * lengths[i] / usual))
            table[number[word], i] = rarity[word] * weight
    return Matrix.of(tuple(number), table, rarity)
