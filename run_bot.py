"""Start the bot, or run one of its commands: `python run_bot.py --help`."""

from __future__ import annotations

import sys

from bot.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
