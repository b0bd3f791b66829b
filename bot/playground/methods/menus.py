"""The bot's command menus."""

from __future__ import annotations

import re

from bot.playground.commands import Menu, scope_name
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MOST = 100
_DESCRIPTION_LENGTH = 256


async def set_my_commands(world: World, call: Call) -> bool:
    """setMyCommands."""
    given = call.data("commands")
    if not isinstance(given, list):
        raise bad_request("can't parse commands: expected an Array")
    if len(given) > _MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    menu: Menu = [_checked(command) for command in given]
    world.commands.put(*_place(call), menu)
    world.tell_commands()
    world.touch()
    return True


async def get_my_commands(world: World, call: Call) -> Menu:
    """getMyCommands."""
    return world.commands.get(*_place(call))


async def delete_my_commands(world: World, call: Call) -> bool:
    """deleteMyCommands."""
    world.commands.put(*_place(call), [])
    world.tell_commands()
    world.touch()
    return True


def _place(call: Call) -> tuple[str, str]:
    scope = scope_name(call.data("scope"))
    if scope is None:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    language = call.text("language_code")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return scope, language


def _checked(command: object) -> dict[str, str]:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    text = str(command.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(text) <= _DESCRIPTION_LENGTH:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": text}


METHODS = {
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
}
