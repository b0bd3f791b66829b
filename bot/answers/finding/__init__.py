"""The engine that finds a topic: embedded, learned from content/ itself, explainable word by word."""

from bot.answers.finding.explaining import Explanation
from bot.answers.finding.finder import Finder, Found

__all__ = ["Explanation", "Finder", "Found"]
