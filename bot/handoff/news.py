"""What a client hears when somebody else takes over. It goes through the client's inbox, in order with what is said."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.clients.client import Client
from bot.handoff import wording_owners as wording
from bot.identifiers import new_id
from bot.language import Translator
from bot.work.queues import Inbox

News = Literal["handed_over", "away", "back", "late", "team", "taken"]


async def tell(inbox: Inbox, client: Client, what: News, at: datetime, **facts: str) -> None:
    """Put it on its way to a client who can be reached; days among the facts as ISO text."""
    if client.reachable and client.consented_at and client.chat_id is not None:
        asked = {"client": client.id, "what": what, "facts": facts}
        await inbox.put(f"news:{new_id()}", client.chat_id, {"job": "news", "asked": asked}, at)


def sentence(_: Translator, what: News, facts: dict[str, str]) -> str:
    """The news in the client's language."""
    match what:
        case "handed_over":
            return wording.handed_over(_, **facts)
        case "away":
            return wording.away(_, **facts)
        case "back":
            return wording.back(_, **facts)
        case "late":
            return wording.late(_, **facts)
        case "team":
            return wording.to_team(_, **facts)
        case "taken":
            return wording.taken(_, **facts)
