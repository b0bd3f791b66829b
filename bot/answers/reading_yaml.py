"""YAML read with the C parser where the machine has it: ten times as fast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str) -> Any:
    """Plain values only; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C or in Python


def mapping(path: Path) -> dict[str, Any]:
    """The mapping in a file; empty when the file is missing or holds something else."""
    if not path.exists():
        return {}
    found = parse(path.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}
