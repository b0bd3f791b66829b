"""Long texts become several messages, cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.messages import Reply

# Telegram counts UTF-16 units after entities are parsed; a character outside the
# basic plane counts for two (core.telegram.org/bots/api, sendMessage: 1-4096).
LIMIT = 4096
CAPTION_LIMIT = 1024
_PAUSES = ("\n\n", "\n", ". ", " ")


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(text: str, limit: int = LIMIT) -> Iterator[tuple[int, int]]:
    """(start, end) of each part, together the whole text save the white space at the cuts.

    A part is never empty and never longer than `limit` units; a cut prefers the end of a
    paragraph, then of a line, a sentence, a word.
    """
    start = _skip(text, 0)
    end_of_text = len(text.rstrip())
    while start < end_of_text:
        end = _fitting(text, start, limit, end_of_text)
        if end < end_of_text:
            end = _pause(text, start, end)
        yield start, _trim(text, start, end)
        start = _skip(text, end)


def split(reply: Reply) -> list[Reply]:
    """The messages that say this reply: buttons and menu are under the last one."""
    limit = CAPTION_LIMIT if reply.picture else LIMIT
    if len(reply.text) <= limit // 2 or units(reply.text) <= limit:
        return [reply]
    spans = list(parts(reply.text, limit))
    if reply.picture:
        # A caption is short; the words follow the picture as messages of their own.
        words = replace(reply, picture=None)
        return [replace(reply, text="", bold=(), buttons=(), menu=None), *split(words)]
    return [_part(reply, span, first=span == spans[0], last=span == spans[-1]) for span in spans]


def _part(reply: Reply, span: tuple[int, int], *, first: bool, last: bool) -> Reply:
    start, end = span
    if not first:
        reply = replace(reply, replaces=None)  # else each part would take the place of the one before
    bold = tuple((max(b, start) - start, min(e, end) - start) for b, e in reply.bold if b < end and e > start)
    text = reply.text[start:end]
    if last:
        return replace(reply, text=text, bold=bold)
    return replace(reply, text=text, bold=bold, buttons=(), menu=None, tag=None)


def _fitting(text: str, start: int, limit: int, end_of_text: int) -> int:
    if end_of_text - start <= limit // 2:
        return end_of_text
    used, place = 0, start
    while place < end_of_text:
        used += 2 if ord(text[place]) > 0xFFFF else 1
        if used > limit:
            return place
        place += 1
    return place


def _pause(text: str, start: int, end: int) -> int:
    for mark in _PAUSES:
        # A part shorter than a quarter of what fits reads worse than a cut at a lesser pause.
        found = text.rfind(mark, start + (end - start) // 4, end)
        if found > start:
            return found + (1 if mark == ". " else 0)
    return end


def _trim(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
