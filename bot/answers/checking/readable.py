"""Lists that cannot be read at all: a forgotten quote or a wrong indent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.answers.checking.finding import Finding
from bot.answers.reading_yaml import parse


def unreadable(folder: Path) -> Iterator[Finding]:
    """An error for every list (*.yaml) of content/ that is no YAML, with its line."""
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            parse(path.read_text(encoding="utf-8"))
        except yaml.MarkedYAMLError as problem:
            line = f" Kijk bij regel {problem.problem_mark.line + 1}." if problem.problem_mark else ""
            yield Finding(name, "error", f"Dit bestand is niet te lezen.{line}")
        except (yaml.YAMLError, UnicodeDecodeError):
            yield Finding(name, "error", "Dit bestand is niet te lezen.")
