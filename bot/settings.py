"""Every setting, typed, with its help and default. The only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

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
    Setting(
        "OIDC_ISSUER",
        "",
        "Address of the OpenID Connect provider with which staff sign in. Without it only one-time links sign in.",
    ),
    Setting("OIDC_CLIENT_ID", "", "Name under which the provider knows the desk."),
    Setting(
        "OIDC_CLIENT_SECRET", "", "Secret of the desk at the provider. Empty for a client without one.", secret=True
    ),
    Setting("OIDC_SCOPE", "openid", "What is asked of the provider, separated by spaces; openid is always in it."),
    Setting(
        "OIDC_SUBJECT_CLAIM",
        "sub",
        "Claim that says who somebody is and never changes: sub, oid, or email (only when it was verified).",
    ),
    Setting(
        "OIDC_ROLE_CLAIM",
        "",
        "Claim with groups or roles. With it somebody signs in only when it allows the role that he or she has here.",
    ),
    Setting("OIDC_ROLES", "", "What OIDC_ROLE_CLAIM allows: «group=role», separated by commas."),
    Setting(
        "DESK_LOGIN_LINKS",
        "yes",
        "Whether a one-time link signs in (yes), or only joins an account of OIDC_ISSUER to somebody (no).",
    ),
    Setting("STAFF_IN_TELEGRAM", "no", "Whether caseworkers may link their Telegram account for notices: yes or no."),
)

_ROLES = ("caseworker", "income_consultant", "editor", "administrator")  # of bot/clients/caseworker.py
_AT_HOME = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class OpenId:
    """How staff sign in with OpenID Connect. `roles` says which roles a group of `role_claim` allows."""

    issuer: str
    client_id: str
    client_secret: str = ""
    scope: str = "openid"
    subject_claim: str = "sub"
    role_claim: str = ""
    roles: tuple[tuple[str, str], ...] = ()


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
    open_id: OpenId | None = None
    login_links: bool = True
    staff_in_telegram: bool = False

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
        open_id=_open_id(values),
        login_links=_login_links(values),
        staff_in_telegram=_yes("STAFF_IN_TELEGRAM", values),
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


def _open_id(values: Mapping[str, str]) -> OpenId | None:
    issuer, client = values["OIDC_ISSUER"], values["OIDC_CLIENT_ID"]
    if not issuer:
        return None
    host = urlsplit(issuer).netloc.rpartition("@")[2]
    at_home = host.startswith(_AT_HOME) and issuer.startswith("http://")
    if not host or not (issuer.startswith("https://") or at_home):
        raise WrongUse("OIDC_ISSUER must be an https address.")
    if not client:
        raise WrongUse("OIDC_ISSUER needs OIDC_CLIENT_ID as well.")
    if values["OIDC_SUBJECT_CLAIM"] not in ("sub", "oid", "email"):
        raise WrongUse("OIDC_SUBJECT_CLAIM must be sub, oid or email.")
    scope = " ".join(dict.fromkeys(["openid", *values["OIDC_SCOPE"].split()]))
    claim, roles = values["OIDC_ROLE_CLAIM"], _roles(values["OIDC_ROLES"])
    if bool(claim) != bool(roles):
        raise WrongUse("OIDC_ROLE_CLAIM and OIDC_ROLES need each other.")
    return OpenId(issuer, client, values["OIDC_CLIENT_SECRET"], scope, values["OIDC_SUBJECT_CLAIM"], claim, roles)


def _roles(value: str) -> tuple[tuple[str, str], ...]:
    pairs = [part.rpartition("=") for part in value.split(",") if part.strip()]
    if any(not group.strip() or role.strip() not in _ROLES for group, _, role in pairs):
        raise WrongUse(f"OIDC_ROLES must be «group=role», separated by commas; a role is one of {', '.join(_ROLES)}.")
    return tuple((group.strip(), role.strip()) for group, _, role in pairs)


def _login_links(values: Mapping[str, str]) -> bool:
    allowed = _yes("DESK_LOGIN_LINKS", values)
    if not allowed and not values["OIDC_ISSUER"]:
        raise WrongUse("DESK_LOGIN_LINKS=no needs OIDC_ISSUER: otherwise nobody can sign in.")
    return allowed


def _yes(name: str, values: Mapping[str, str]) -> bool:
    value = values[name].lower()
    if value not in ("yes", "no"):
        raise WrongUse(f"{name} must be yes or no.")
    return value == "yes"


def _database_url(value: str, data_dir: Path) -> str:
    if not value:
        return f"sqlite:///{data_dir / 'bot.db'}"
    if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise WrongUse("DATABASE_URL must start with sqlite:/// or postgresql://.")
    return value
