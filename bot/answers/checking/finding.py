"""One remark of `content check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answers.article import Article


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark; `path` is inside content/. An error keeps the text from clients, a warning does not."""

    path: str
    level: Literal["error", "warning"]
    sentence: str


def path_of(article: Article) -> str:
    """Where the article stands inside content/."""
    return f"{article.language}/{article.category}/{article.slug}.md"
