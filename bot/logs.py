"""The log: one line an event, without tokens, names or a client's words.

The program logs event names and counts only. As a second net, a filter on the root
handlers removes bot tokens and hides the text of foreign exceptions, whose messages
can hold a URL or a value.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

_TOKEN = re.compile(r"\b\d{1,12}:[A-Za-z0-9_-]{3,}|(?<=/bot)[^/\s]+(?=/)")
_LONG_NUMBER = re.compile(r"\b\d{8,9}\b")
_HIDDEN = "[weggelaten]"


def scrub(text: str) -> str:
    """`text` without bot tokens and without numbers that could be a BSN."""
    return _LONG_NUMBER.sub(_HIDDEN, _TOKEN.sub(_HIDDEN, text))


class _Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        """The places an exception went through and its kind; never its message."""
        kind, _, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return f"{kind.__name__} at " + " > ".join(places[-8:])


def set_up(level: int = logging.INFO) -> None:
    """Send the log to standard error in the form above; call once at the start."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpx2", "httpcore2", "telegram", "aiosqlite", "uvicorn.access", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
