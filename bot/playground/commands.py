"""The bot's command menus per scope and language, and which one a client sees."""

from __future__ import annotations

from typing import Any

Menu = list[dict[str, str]]
_SCOPES = frozenset(
    (
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    )
)


class Commands:
    """The menus that the bot has set."""

    def __init__(self) -> None:
        self._menus: dict[tuple[str, str], Menu] = {}

    def put(self, scope: str, language: str, menu: Menu) -> None:
        """Set a menu; an empty one takes it away."""
        if menu:
            self._menus[scope, language] = menu
        else:
            self._menus.pop((scope, language), None)

    def get(self, scope: str, language: str) -> Menu:
        """Exactly the menu of this scope and language."""
        return self._menus.get((scope, language), [])

    def seen_by(self, chat_id: int, language: str) -> Menu:
        """The menu that a client sees: the closest scope first, then the own language."""
        for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
            for code in (language, ""):
                if menu := self._menus.get((scope, code)):
                    return menu
        return []

    def by_language(self) -> dict[str, Menu]:
        """The menus for everybody, per language code ("" is every other language)."""
        found: dict[str, Menu] = {}
        for scope in ("default", "all_private_chats"):
            found.update({code: menu for (place, code), menu in self._menus.items() if place == scope})
        return found

    def saved(self) -> list[list[Any]]:
        """For a snapshot."""
        return [[scope, language, menu] for (scope, language), menu in self._menus.items()]

    def restore(self, saved: list[list[Any]]) -> None:
        """From a snapshot."""
        self._menus = {(scope, language): menu for scope, language, menu in saved}


def scope_name(scope: Any) -> str | None:
    """The key of a scope object of the Bot API; None when Telegram does not know it."""
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        return None
    kind = str(scope["type"])
    return f"{kind}:{scope['chat_id']}" if "chat_id" in scope else kind
