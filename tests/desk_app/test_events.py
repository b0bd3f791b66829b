"""Open pages hear of changes of their own caseworker, and of nothing else."""

from __future__ import annotations

from starlette.requests import Request

from bot.desk_app.desk import Desk, Visit
from bot.desk_app.events import stream
from bot.desk_app.feed import Feed
from bot.handoff.access import Sight

from .house import House


async def _change(house: House, name: str, client_id: str) -> None:
    async with house.units.writing() as unit:
        await unit.changes.add(house.staff[name].id, client_id)


async def _visit(house: House, name: str, query: str = "") -> Visit:
    secret = (await house.signed_in(name)).cookies["desk_session"]
    headers = [(b"cookie", f"desk_session={secret}".encode())]
    request = Request({"type": "http", "method": "GET", "headers": headers, "query_string": query.encode()})
    async with house.units.reading() as unit:
        session = await unit.staff.session(secret, house.at)
    assert session
    inner = house.app.routes[0].routes[0].app  # type: ignore[attr-defined]
    desk = inner.state.desk
    assert isinstance(desk, Desk)
    return Visit(request, desk, session, house.at)


async def test_a_listener_hears_own_changes_only(house: House) -> None:
    """What happens to a colleague's clients is not told."""
    feed = Feed(house.units, pause=3600)
    async with feed.listen(Sight(frozenset({house.staff["Noor"].id}))) as listener:
        await _change(house, "Bas", house.other.id)
        await _change(house, "Noor", house.samira.id)
        await feed.look()
        heard = [listener.get_nowait()]
        assert listener.empty()
    assert [client_id for _, client_id in heard if _] == [house.samira.id]


async def test_a_change_is_told_once(house: House) -> None:
    """Looking back a little does not repeat what was told."""
    feed = Feed(house.units, pause=3600)
    async with feed.listen(Sight(frozenset({house.staff["Noor"].id}))) as listener:
        for _ in range(3):
            await _change(house, "Noor", house.samira.id)
            await feed.look()
            await feed.look()
        assert listener.qsize() == 3


async def test_what_happened_before_listening_is_not_told_again(house: House) -> None:
    """A fresh page already shows it."""
    await _change(house, "Noor", house.samira.id)
    feed = Feed(house.units, pause=3600)
    async with feed.listen(Sight(frozenset({house.staff["Noor"].id}))) as listener:
        await feed.look()
        assert listener.empty()


async def test_a_page_hears_what_happened_between_its_making_and_its_listening(house: House) -> None:
    """Nothing falls between the page and its stream; colleagues' changes are passed over."""
    async with house.units.reading() as unit:
        seq = await unit.changes.newest()
    await _change(house, "Bas", house.other.id)
    await _change(house, "Noor", house.samira.id)
    events = stream(await _visit(house, "Noor", f"na={seq}"))
    first, missed = await anext(events), await anext(events)
    await events.aclose()
    assert first.startswith("retry:")
    assert f"data: {house.samira.id}" in missed
    assert house.other.id not in missed


async def test_a_stream_ends_when_the_session_ends(house: House) -> None:
    """Who signed out, or whose session is over, hears nothing more."""
    events = stream(await _visit(house, "Noor"), heartbeat=0.01)
    heard = [await anext(events), await anext(events)]
    house.later(hours=10)
    rest = [text async for text in events]
    assert heard[1].startswith(":")
    assert rest == []


async def test_closing_the_feed_ends_the_streams(house: House) -> None:
    """A server that stops is not held up by open pages."""
    visit = await _visit(house, "Noor")
    events = stream(visit)
    await anext(events)
    await visit.desk.feed.close()
    assert [text async for text in events] == []
