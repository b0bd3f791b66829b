"""The running program: the loops, the web server, and the way Telegram's updates come in."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot import clock, logs
from bot.clients import wording
from bot.desk_app.app import desk_routes
from bot.desk_app.feed import Feed
from bot.desk_app.knowledge import Knowledge
from bot.desk_app.openid.provider import Provider
from bot.editor.app import Editor
from bot.health import health_routes
from bot.language import LANGUAGES, SOURCE, translator
from bot.playground.app import Playground, playground
from bot.playground.connection import IDLE_SECONDS
from bot.settings import Settings
from bot.showcase import desk_link, invite_the_invented
from bot.telegram_app.receiving import TokenRefused, poll_for_ever
from bot.telegram_app.updates import KINDS
from bot.telegram_app.webhook import webhook_route
from bot.wiring import PLAYGROUND_TOKEN, Parts, built, release_what_was_under_way
from bot.work.limits import Limits

log = logging.getLogger(__name__)

TOKEN_REFUSED = 3  # exit status: the supervisor and the alarm must see it


def serve(settings: Settings) -> int:
    """Run until stopped; the exit status."""
    logs.set_up()
    try:
        return asyncio.run(_serve(settings))
    except KeyboardInterrupt:
        return 0


async def _serve(settings: Settings) -> int:
    limits = Limits(settings.send_per_second, settings.send_per_chat_per_second)
    async with built(settings, limits=limits) as parts:
        # Several replicas share PostgreSQL behind a webhook; then only leases tell what is under way.
        if parts.units.database.alone or not settings.webhook_url:
            await release_what_was_under_way(parts)
        return await Running(parts).until_stopped()


class _Server(uvicorn.Server):
    """Leaves the signals to `Running`, which stops the web last."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Running:
    """One run: starts everything in order and stops it in the other order."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._settings = parts.settings
        self._feed = Feed(parts.units)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stop = asyncio.Event()
        self._status = 0
        self._editor: Editor | None = None
        self._playground = self._make_playground() if parts.settings.playground else None
        self._server = _Server(
            uvicorn.Config(
                Starlette(routes=self._routes()),
                self._settings.host,
                self._settings.port,
                log_level="warning",
                access_log=False,
                lifespan="off",
                timeout_graceful_shutdown=2,
                timeout_keep_alive=IDLE_SECONDS,
            )
        )

    def _make_playground(self) -> Playground:
        async def link() -> str:
            return await desk_link(self._parts)

        self._editor = Editor(self._parts.house, self._parts.units, self._settings.data_dir / "finder")
        state = self._settings.data_dir / "playground.json"
        return playground(
            PLAYGROUND_TOKEN,
            desk_link=link,
            state_file=state,
            caseworker=self._settings.staff_in_telegram,
            editor=self._editor.routes(),
        )

    def _routes(self) -> list[BaseRoute]:
        parts, settings = self._parts, self._settings
        https = settings.desk_url.startswith("https:")
        provider = Provider(settings.open_id, settings.desk_url) if settings.open_id else None
        desk = desk_routes(
            parts.units,
            parts.files,
            clock.now,
            parts.bells.ring_all,
            https=https,
            feed=self._feed,
            policy=parts.house.policy,
            knowledge=self._knowledge(),
            provider=provider,
            login_links=settings.login_links,
            telegram=parts.gateway.name if settings.staff_in_telegram else None,
            url=settings.desk_url,
        )
        routes: list[BaseRoute] = [
            *health_routes(parts.units, self._alive),
            webhook_route(parts.intake, settings.webhook_secret),
            Route("/desk", _to_desk),
            Mount("/desk", routes=desk),
        ]
        if self._playground:
            routes.append(Mount("/", app=self._playground))
        return routes

    def _knowledge(self) -> Knowledge:
        decider = self._parts.house.decider
        return Knowledge.of(self._parts.house.library, lambda asked: decider.finder.find(asked).topics)

    def _alive(self) -> dict[str, bool]:
        return {name: not task.done() for name, task in self._tasks.items()}

    async def until_stopped(self) -> int:
        """Start, wait for a signal or a loop that ends, stop."""
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, self._stop.set)
        if self._playground:
            self._playground.open()
        web = asyncio.create_task(self._server.serve())
        while not self._server.started and not web.done():  # noqa: ASYNC110 - uvicorn rings no bell
            await asyncio.sleep(0.01)
        if web.done():
            sys.stderr.write(f"Port {self._settings.port} is in use or not allowed; see LISTEN.\n")
            return 2
        for name, loop in self._parts.loops.items():
            self._run(name, loop)
        self._run("telegram", self._telegram)
        await self._stop.wait()
        await self._end(web)
        return self._status

    def _run(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        async def guarded() -> None:
            try:
                await loop()
            except TokenRefused:
                sys.stderr.write("Telegram does not know this token; see TELEGRAM_BOT_TOKEN.\n")
                self._status = TOKEN_REFUSED
            except Exception:
                log.exception("loop_ended name=%s", name)
                self._status = 1
            self._stop.set()

        self._tasks[name] = asyncio.create_task(guarded())

    async def _telegram(self) -> None:
        await self._connect()
        if self._playground:
            await invite_the_invented(self._parts)
            sys.stdout.write(f"Open http://{self._settings.host}:{self._settings.port}/ and try the bot.\n")
            sys.stdout.flush()
        if self._settings.webhook_url:
            await self._parts.gateway.use_webhook(self._settings.webhook_url, self._settings.webhook_secret, KINDS)
            log.info("webhook_set")
            await asyncio.Event().wait()
        await self._parts.gateway.use_polling()
        log.info("polling")
        await poll_for_ever(self._parts.gateway, self._parts.intake, self._parts.units)

    async def _connect(self) -> None:
        """Telegram may be away at the start: keep trying, but a wrong token ends the program."""
        gateway, wait = self._parts.gateway, 0.5
        while True:
            try:
                await gateway.start()
                await self._menus()
                return
            except Exception as problem:
                if type(problem).__name__ == "InvalidToken":
                    raise TokenRefused from problem
                log.warning("telegram_not_reached")
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30.0)

    async def _menus(self) -> None:
        for code in LANGUAGES:
            commands = wording.commands(translator(code))
            await self._parts.gateway.set_menu(commands, None if code == SOURCE else code)

    async def _end(self, web: asyncio.Task[None]) -> None:
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await self._feed.close()
        if self._editor:
            await self._editor.close()
        if self._playground:
            await self._playground.close()
        self._server.should_exit = True
        await asyncio.gather(web, return_exceptions=True)


async def _to_desk(request: Request) -> Response:
    return RedirectResponse("/desk/")
