"""`content check`: what an editor should look at."""

from __future__ import annotations

import argparse
from datetime import date

from bot.answers.checking import check as check_content
from bot.policy import AMSTERDAM
from bot.settings import Settings

CONTENT = AMSTERDAM.parent.parent
HAS_ERRORS = 2


def check(asked: argparse.Namespace, settings: Settings) -> int:
    """Print every remark; 2 when a text cannot be shown as it is."""
    found = check_content(CONTENT, date.today())
    for finding in found:
        print(f"{finding.level}: {finding.path}: {finding.sentence}")
    errors = sum(finding.level == "error" for finding in found)
    print(f"{errors} errors, {len(found) - errors} warnings")
    return HAS_ERRORS if errors else 0
