"""Entities in messages: positions in UTF-16 units, checked as Telegram checks them."""

from __future__ import annotations

from typing import Any

from bot.playground.detection import found
from bot.playground.refusals import bad_request

Entity = dict[str, Any]
_AUTOMATIC = frozenset(("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"))
_STYLES = frozenset(("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre"))
_BLOCKS = frozenset(("blockquote", "expandable_blockquote"))
_SPECIAL = frozenset(("text_link", "text_mention", "custom_emoji", "date_time"))
_TYPES = _AUTOMATIC | _STYLES | _BLOCKS | _SPECIAL
_MOST = 1_000_000


def utf16_length(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def boundaries(text: str) -> dict[int, int]:
    """UTF-16 position of every character start (and the end) -> position in code points."""
    positions, at = {}, 0
    for index, char in enumerate(text):
        positions[at] = index
        at += 2 if ord(char) > 0xFFFF else 1
    positions[at] = len(text)
    return positions


def cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without outer spaces, and the entities that remain. Raises the refusals of Telegram."""
    if entities:
        _check(text, entities)
    stripped = text.strip()
    if not entities:
        return stripped, found(stripped, [])
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    kept = [moved for entity in entities if (moved := _moved(entity, lead, utf16_length(stripped)))]
    kept = [entity for entity in kept if entity["type"] not in _AUTOMATIC]
    return stripped, found(stripped, kept)


def _check(text: str, entities: list[Entity]) -> None:
    starts = boundaries(text)
    end_of_text = utf16_length(text)
    for entity in entities:
        offset, length = _position(entity)
        end = offset + length
        if end > end_of_text:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {end_of_text}"
            )
        if offset not in starts:
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}")
        if end not in starts:
            raise bad_request(f"entity ends in a middle of a UTF-16 symbol at UTF-16 offset {end}")


def _position(entity: Entity) -> tuple[int, int]:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: Expected an Object")
    kind = entity.get("type")
    if kind not in _TYPES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if kind == "text_link" and not entity.get("url"):
        raise bad_request("can't parse MessageEntity: Can't find field \"url\"")
    for name in ("offset", "length"):
        value = entity.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
        if not 0 <= value <= _MOST:
            raise bad_request(f"receive an entity with incorrect {name} {value}")
    return entity["offset"], entity["length"]


def _moved(entity: Entity, lead: int, end_of_text: int) -> Entity | None:
    start = max(entity["offset"] - lead, 0)
    end = min(entity["offset"] + entity["length"] - lead, end_of_text)
    return {**entity, "offset": start, "length": end - start} if end > start else None
