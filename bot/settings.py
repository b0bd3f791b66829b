"""Every setting, typed, with its help and default. The only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import WrongUse

PUBLIC_BOT_API = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, its default as text, and what it does."""

    name: str
    default: str
    help: str
    secret: bool = False


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "TELEGRAM_BOT_TOKEN",
        "",
        "Token of the bot. Without it the playground starts with invented people.",
        secret=True,
    ),
    Setting("TELEGRAM_API_BASE_URL", PUBLIC_BOT_API, "Server of the Bot API."),
    Setting(
        "TELEGRAM_WEBHOOK_URL",
        "",
        "Public address of /telegram/webhook. Without it the bot polls.",
    ),
    Setting(
        "TELEGRAM_WEBHOOK_SECRET",
        "",
        "Secret that Telegram sends with each webhook call: 16 to 256 letters, digits, - or _.",
        secret=True,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "sqlite:///PATH or postgresql://... (may hold a password). Default: sqlite:///DATA_DIR/bot.db.",
        secret=True,
    ),
    Setting("DATA_DIR", "data", "Folder for the database, the key file and the encrypted files."),
    Setting(
        "ENCRYPTION_KEYS",
        "",
        "Key ring: «id:base64 of 32 bytes», newest first, separated by commas or lines. "
        "Without it a key file is made in DATA_DIR.",
        secret=True,
    ),
    Setting("LISTEN", "127.0.0.1:8080", "Address and port of the desk, webhook, health and playground."),
    Setting("MUNICIPALITY", "", "File with local policy (YAML). Amsterdam when empty."),
    Setting("SEND_PER_SECOND", "30", "How many messages a second may leave in all (Telegram allows about 30)."),
    Setting(
        "SEND_PER_CHAT_PER_SECOND", "1", "How many messages a second may leave to one chat (Telegram allows about 1)."
    ),
    Setting("DESK_URL", "", "Address under which staff reach the desk. Default: http://LISTEN."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run, read once."""

    token: str
    api_base_url: str
    webhook_url: str
    webhook_secret: str
    database_url: str
    data_dir: Path
    encryption_keys: str
    host: str
    port: int
    municipality: str
    desk_url: str
    send_per_second: float = 30.0
    send_per_chat_per_second: float = 1.0

    @property
    def playground(self) -> bool:
        """Whether the local stand-in for Telegram is used: there is no token."""
        return not self.token


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read and check all settings; WrongUse names the setting that is not right."""
    env = os.environ if environment is None else environment
    values = {setting.name: _value(setting, env) for setting in SETTINGS}
    host, port = _listen(values["LISTEN"])
    data_dir = Path(values["DATA_DIR"])
    secret = values["TELEGRAM_WEBHOOK_SECRET"]
    if values["TELEGRAM_WEBHOOK_URL"] and not secret:
        raise WrongUse("TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET as well.")
    if secret and not (16 <= len(secret) <= 256 and secret.replace("-", "").replace("_", "").isalnum()):
        raise WrongUse("TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters, digits, - or _.")
    return Settings(
        token=values["TELEGRAM_BOT_TOKEN"],
        api_base_url=values["TELEGRAM_API_BASE_URL"].rstrip("/"),
        webhook_url=values["TELEGRAM_WEBHOOK_URL"],
        webhook_secret=secret,
        database_url=_database_url(values["DATABASE_URL"], data_dir),
        data_dir=data_dir,
        encryption_keys=values["ENCRYPTION_KEYS"],
        host=host,
        port=port,
        municipality=values["MUNICIPALITY"],
        desk_url=(values["DESK_URL"] or f"http://{host}:{port}").rstrip("/"),
        send_per_second=_rate("SEND_PER_SECOND", values),
        send_per_chat_per_second=_rate("SEND_PER_CHAT_PER_SECOND", values),
    )


def _value(setting: Setting, env: Mapping[str, str]) -> str:
    """The value of a setting, from NAME or from the file that NAME_FILE names."""
    file = env.get(f"{setting.name}_FILE", "")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as problem:
            raise WrongUse(f"The file in {setting.name}_FILE cannot be read.") from problem
    return env.get(setting.name, "").strip() or setting.default


def _listen(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise WrongUse("LISTEN must be an address and a port, such as 127.0.0.1:8080.")
    return host, int(port)


def _rate(name: str, values: Mapping[str, str]) -> float:
    value = values[name]
    if not value.isdigit() or not 0 < int(value) <= 100_000:
        raise WrongUse(f"{name} must be a whole number above 0.")
    return float(value)


def _database_url(value: str, data_dir: Path) -> str:
    if not value:
        return f"sqlite:///{data_dir / 'bot.db'}"
    if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise WrongUse("DATABASE_URL must start with sqlite:/// or postgresql://.")
    return value
