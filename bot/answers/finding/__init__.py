"""The engine that finds a topic: standard library only, learned from content/ itself."""

from bot.answers.finding.finder import Finder, Found

__all__ = ["Finder", "Found"]
