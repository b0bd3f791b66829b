"""What other ways of finding a topic reach on the same questions: full-text search, plain BM25, nlp.js."""

from __future__ import annotations

import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator

from bot.answers.finding.adding import Words
from bot.answers.finding.bm25 import impacts
from bot.answers.finding.words import words
from bot.answers.library import Library
from tests.evaluate.figures import Sample
from tests.evaluate.nlpjs import nlpjs

Search = Callable[[str], list[str]]


def peers(library: Library, samples: list[Sample]) -> Iterator[str]:
    """One line a peer: first and among three."""
    questions = library.questions()
    ways = {
        "SQLite FTS5, one document a topic": _full_text(questions, "unicode61"),
        "SQLite FTS5, trigrams": _full_text(questions, "trigram"),
        "plain BM25": _bm25(questions),
    }
    for name, search in ways.items():
        yield _line(name, [(sample, search(sample.text)) for sample in samples])
        dutch = [sample for sample in samples if sample.language == "nl"]
        yield _line(f"{name}, Dutch only", [(sample, search(sample.text)) for sample in dutch])
    try:
        yield _line("nlp.js, Dutch only", list(nlpjs(questions, samples)))
    except (OSError, subprocess.SubprocessError):
        yield "nlp.js: left out, it does not run here"


def _line(name: str, found: list[tuple[Sample, list[str]]]) -> str:
    first, three = (sum(_right(s, f[:n]) for s, f in found) / len(found) for n in (1, 3))
    return f"{name}: first {100 * first:.1f}%, among three {100 * three:.1f}%"


def _right(sample: Sample, found: list[str]) -> bool:
    return bool({sample.slug, *sample.accept} & set(found))


def _full_text(questions: dict[str, list[str]], tokenizer: str) -> Search:
    table = sqlite3.connect(":memory:")
    table.execute(f"CREATE VIRTUAL TABLE topics USING fts5(slug UNINDEXED, said, tokenize = '{tokenizer}')")
    table.executemany("INSERT INTO topics VALUES (?, ?)", [(s, "\n".join(q)) for s, q in questions.items()])

    def search(text: str) -> list[str]:
        wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(text)))
        sql = "SELECT slug FROM topics WHERE said MATCH ? ORDER BY rank LIMIT 3"
        return [row[0] for row in table.execute(sql, (wanted,))] if wanted else []

    return search


def _bm25(questions: dict[str, list[str]]) -> Search:
    slugs = list(questions)
    table = Words(impacts([Counter(word for text in questions[slug] for word in words(text)) for slug in slugs]))

    def search(text: str) -> list[str]:
        scores = table.share(words(text))
        return [slugs[i] for i in (-scores).argsort(kind="stable")[:3]]

    return search
