"""What the bot tells about itself: getMe, descriptions, name and the menu button."""

from __future__ import annotations

from typing import Any

from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_LONG, _SHORT = 512, 120


async def get_me(world: World, call: Call) -> dict[str, Any]:
    """getMe."""
    return {
        **world.bot.user(),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": world.bot.topics,
        "allows_users_to_create_topics": False,
    }


async def set_description(world: World, call: Call) -> bool:
    """setMyDescription."""
    return _put(world, world.bot.descriptions, call, "description", _LONG)


async def set_short_description(world: World, call: Call) -> bool:
    """setMyShortDescription."""
    return _put(world, world.bot.short_descriptions, call, "short_description", _SHORT)


def _put(world: World, texts: dict[str, str], call: Call, name: str, most: int) -> bool:
    text = call.text(name)
    if len(text) > most:
        raise bad_request(f"{name} is too long")
    texts[call.text("language_code")] = text
    world.touch()
    return True


async def get_description(world: World, call: Call) -> dict[str, str]:
    """getMyDescription."""
    return {"description": _get(world.bot.descriptions, call)}


async def get_short_description(world: World, call: Call) -> dict[str, str]:
    """getMyShortDescription."""
    return {"short_description": _get(world.bot.short_descriptions, call)}


def _get(texts: dict[str, str], call: Call) -> str:
    return texts.get(call.text("language_code")) or texts.get("", "")


async def get_name(world: World, call: Call) -> dict[str, str]:
    """getMyName."""
    return {"name": world.bot.name}


async def set_menu_button(world: World, call: Call) -> bool:
    """setChatMenuButton; without chat_id for every private chat."""
    button = call.data("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: Unsupported type specified")
    world.bot.menu_buttons[call.chat_id or 0] = button
    world.touch()
    return True


async def get_menu_button(world: World, call: Call) -> dict[str, Any]:
    """getChatMenuButton."""
    buttons = world.bot.menu_buttons
    return buttons.get(call.chat_id or 0) or buttons.get(0) or {"type": "commands"}


async def leave_the_server(world: World, call: Call) -> bool:
    """logOut and close: nothing to do here."""
    return True


METHODS = {
    "getme": get_me,
    "setmydescription": set_description,
    "getmydescription": get_description,
    "setmyshortdescription": set_short_description,
    "getmyshortdescription": get_short_description,
    "getmyname": get_name,
    "setchatmenubutton": set_menu_button,
    "getchatmenubutton": get_menu_button,
    "logout": leave_the_server,
    "close": leave_the_server,
}
