"""Without a command: serve Telegram, or the playground."""

from __future__ import annotations

import argparse

from bot import serving
from bot.settings import Settings


def serve(asked: argparse.Namespace, settings: Settings) -> int:
    """Run until stopped."""
    return serving.serve(settings)
