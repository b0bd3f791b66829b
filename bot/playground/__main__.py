"""The playground alone: `python -m bot.playground --port 8081 --token 1:test --open-door`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import uvicorn

from bot.playground.app import playground
from bot.playground.connection import IDLE_SECONDS


class _Server(uvicorn.Server):
    """Says one line when it is ready."""

    async def startup(self, sockets: object = None) -> None:
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            sys.stdout.write(f"Playground ready on http://{self.config.host}:{self.config.port}\n")
            sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """Run until it is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", choices=["127.0.0.1", "localhost", "::1"])
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="1:test", help="the token that the bot uses")
    parser.add_argument("--state-file", type=Path, help="keep the chats in this file")
    parser.add_argument("--open-door", action="store_true", help="invent a client for every chat id")
    given = parser.parse_args(arguments)
    app = playground(given.token, state_file=given.state_file, open_door=given.open_door)
    config = uvicorn.Config(
        app,
        given.host,
        given.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=IDLE_SECONDS,
    )
    server = _Server(config)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
