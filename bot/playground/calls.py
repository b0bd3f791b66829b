"""A call of the Bot API from start to end: token, trouble on purpose, method, answer."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.playground.connection import Dropped
from bot.playground.faults import Fault
from bot.playground.methods import METHODS
from bot.playground.parameters import Call, call_from
from bot.playground.refusals import UNAUTHORIZED, Refusal, too_many_requests
from bot.playground.world import World

log = logging.getLogger(__name__)


async def bot_api(request: Request) -> Response:
    """`/bot<token>/<method>`."""
    world: World = request.app.state.world
    try:
        result = await _call(world, request)
    except Refusal as refusal:
        return _json(refusal.body(), refusal.code, refusal.retry_after)
    if result is Dropped:
        return Dropped()
    return _json({"ok": True, "result": result}, 200)


async def _call(world: World, request: Request) -> Any:
    if not hmac.compare_digest(request.path_params["token"].encode(), world.token.encode()):
        raise Refusal(401, UNAUTHORIZED)
    name = request.path_params["method"].lower()
    method = METHODS.get(name)
    if method is None:
        raise Refusal(404, "Not Found: method not found")
    call = await call_from(request, name)
    fault = world.faults.take(name, call.chat_id)
    if fault is not None and (ended := await _meet(world, call, fault)) is not None:
        return ended
    try:
        result = await method(world, call)
    except Refusal as refusal:
        world.log.add(call, "refused", None, error=refusal.description)
        raise
    except (TypeError, ValueError, AttributeError, KeyError) as problem:  # a shape nobody expected
        log.warning("call_not_understood method=%s", name, exc_info=problem)
        raise Refusal(400, "Bad Request: can't parse the parameters of the request") from problem
    dropped = fault is not None and fault.kind == "reset_after"
    world.log.add(call, "reset_after" if dropped else "ok", result)
    return Dropped if dropped else result


async def _meet(world: World, call: Call, fault: Fault) -> Any:
    """Something when the call ends here; None when it goes on. Raises the refusal of the fault."""
    if fault.kind == "slow":
        await asyncio.sleep(fault.delay)
        return None
    if fault.kind == "reset_after":
        return None
    world.log.add(call, fault.kind, None)
    if fault.kind == "reset_before":
        return Dropped
    if fault.kind == "429":
        raise too_many_requests(fault.retry_after)
    raise Refusal(401, UNAUTHORIZED) if fault.kind == "401" else Refusal(500, "Internal Server Error")


def _json(body: dict[str, Any], status: int, retry_after: int | None = None) -> Response:
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    headers = {"Retry-After": str(retry_after)} if retry_after is not None else None
    return Response(content, status, headers, "application/json")
