"""The playground as one application: the Bot API, the control API and the page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.playground import control, guard, overview, trouble
from bot.playground.calls import bot_api
from bot.playground.connection import remember_transport
from bot.playground.methods.files import MOST_BYTES
from bot.playground.snapshot import Saver, restore
from bot.playground.world import World

DeskLink = Callable[[], Awaitable[str]]
_STATIC = Path(__file__).parent / "static"
_PAGE_MISSING = "De pagina van de speeltuin ontbreekt.\n"


class Playground(Starlette):
    """The application. Under a Mount call `open` and `close` yourself: no lifespan reaches it there."""

    def __init__(
        self,
        world: World,
        desk_link: DeskLink | None,
        state_file: Path | None,
        editor: Sequence[BaseRoute] = (),
    ) -> None:
        super().__init__(routes=_routes(editor), lifespan=_lifespan)
        self.world = self.state.world = world
        self.state.desk_link = desk_link
        self._state_file = state_file
        self._saver = Saver(world, state_file) if state_file else None
        self._opened = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if not self._opened:
                self.open()
            refused = guard.refusal(scope)
            if refused is not None:
                await refused(scope, receive, send)
                return
            remember_transport(scope, send)
        await super().__call__(scope, receive, send)

    def open(self) -> None:
        """Go on with what the state file holds; needs a running loop. Once is enough."""
        if self._opened:
            return
        self._opened = True
        if self._saver is not None and self._state_file is not None:
            restore(self.world, self._state_file)
            self.world.touch = self._saver.touch

    async def close(self) -> None:
        """End streams, polls and deliveries, and write the state."""
        if self._saver is not None and self._opened:
            self._saver.save()
        self.world.touch = lambda: None
        await self.world.close()


def playground(
    token: str,
    *,
    desk_link: DeskLink | None = None,
    state_file: Path | None = None,
    open_door: bool = False,
    caseworker: bool = False,
    editor: Sequence[BaseRoute] = (),
) -> Playground:
    """A playground for the bot with `token`.

    `desk_link` gives an address where the visitor is signed in at the desk; `state_file`
    keeps the chats over restarts, with files in a folder beside it; `open_door` invents a
    client for every chat id that a test uses; `caseworker` adds the phone of one; `editor` answers
    the page /editor: the bot's side gives it, as the playground knows nothing of answers.
    """
    folder = state_file.with_name(state_file.stem + "-files") if state_file else None
    return Playground(World(token, folder, open_door=open_door, caseworker=caseworker), desk_link, state_file, editor)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    assert isinstance(app, Playground)
    app.open()
    try:
        yield
    finally:
        await app.close()


async def _download(request: Request) -> Response:
    world: World = request.app.state.world
    stored = world.files.at(request.path_params["path"])
    if request.path_params["token"] != world.token or stored is None or stored.size > MOST_BYTES:
        return PlainTextResponse("Not Found", 404)
    return Response(world.files.read(stored), media_type="application/octet-stream")


def _page(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        path = _STATIC / name
        return FileResponse(path) if path.is_file() else PlainTextResponse(_PAGE_MISSING, 404)

    return page


def _routes(editor: Sequence[BaseRoute]) -> list[BaseRoute]:
    return [
        Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", _download),
        *control.ROUTES,
        *overview.ROUTES,
        *trouble.ROUTES,
        Mount("/play/editor", routes=editor),
        Route("/", _page("index.html")),
        Route("/editor", _page("editor.html")),
        Mount("/static", StaticFiles(directory=_STATIC, check_dir=False)),
    ]
