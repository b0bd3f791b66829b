"""The command line: `python run_bot.py [command]`. Without a command the bot serves."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from bot.commands.parser import build_parser
from bot.errors import BotError, WrongUse
from bot.settings import read_settings

WRONG_USE, FAILED, INTERRUPTED = 2, 1, 130


def main(argv: Sequence[str]) -> int:
    """Run one command, or serve; the exit status. No error reaches a person as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        status = _answered(argv)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader went away, as with `| head`: nothing to tell, also not at the end of Python.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _answered(argv: Sequence[str]) -> int:
    try:
        return _run(argv)
    except WrongUse as problem:
        return _say(str(problem), WRONG_USE)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:  # argparse: after --help
        return int(end.code or 0)
    except BotError as problem:
        return _say(str(problem), FAILED)
    except Exception as problem:
        # The message of a foreign error can hold personal data; its kind cannot.
        return _say(f"This did not work ({type(problem).__name__}). Try `doctor` to see what is wrong.", FAILED)


def _run(argv: Sequence[str]) -> int:
    asked = build_parser().parse_args(argv)
    # Each command brings its own parts along: `ask` starts no chat library, `staff` no finder.
    module, _, function = asked.run.partition(":")
    return int(getattr(importlib.import_module(module), function)(asked, read_settings()))


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(sentence + "\n")
    return status


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
