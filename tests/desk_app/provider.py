"""Canaille, a whole OpenID provider, on a free port; and people who sign in there, page by page."""

from __future__ import annotations

import html
import os
import re
import threading
import wsgiref.simple_server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")  # the provider, too, is on this machine: http will do

SECRET = "geheim-van-de-werkbank"
PASSWORD = "correct horse battery staple"
CLIENT = "werkbank"


class _Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Nothing."""


@dataclass
class Town:
    """The running provider. `people` are ids of users by name; `key` is what it signs with."""

    issuer: str
    key: RSAKey
    app: Any
    people: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, *, groups: tuple[str, ...] = (), verified: bool = True) -> None:
        """Somebody who can sign in at the provider."""
        from canaille.app import models
        from canaille.backends import Backend

        with self.app.app_context():
            user = models.User(
                user_name=name.lower(),
                given_name=name,
                family_name="Verzonnen",
                formatted_name=f"{name} Verzonnen",
                emails=[f"{name.lower()}@voorbeeld.example"],
                password=PASSWORD,
            )
            Backend.instance.save(user)
            for group in groups:
                known = Backend.instance.query(models.Group, display_name=group)
                one = known[0] if known else models.Group(display_name=group, members=[])
                one.members = [*one.members, user]
                Backend.instance.save(one)
            self.people[name] = self.subject(user)

    def subject(self, user: Any) -> str:
        """What the provider calls somebody in its tokens."""
        return str(user.user_name)

    def sign(self, claims: dict[str, Any], key: RSAKey | None = None, **header: Any) -> str:
        """A token as the provider makes it; with another key as somebody else makes it."""
        used = key or self.key
        return jwt.encode({"alg": "RS512", "kid": self.key.kid, **header}, claims, used, algorithms=["RS512"])


@contextmanager
def running(back: str, signed_out: str, scope: tuple[str, ...] = ("openid", "email", "groups")) -> Iterator[Town]:
    """Start the provider, with the desk as its client."""
    from canaille import create_app
    from canaille.app import models
    from canaille.backends import Backend

    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, None, handler_class=_Quiet)  # type: ignore[arg-type]
    port = server.server_address[1]
    app = create_app(config=_configuration(port, key))
    server.set_app(app)
    with app.app_context():
        client = models.Client(
            client_id=CLIENT,
            client_name="Werkbank",
            client_secret=SECRET,
            redirect_uris=[back],
            post_logout_redirect_uris=[signed_out],
            scope=list(scope),
            grant_types=["authorization_code"],
            response_types=["code"],
            token_endpoint_auth_method="client_secret_basic",
            contacts=["beheer@voorbeeld.example"],
        )
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Town(f"http://127.0.0.1:{port}", key, app)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _configuration(port: int, key: RSAKey) -> dict[str, Any]:
    logging = {"version": 1, "disable_existing_loggers": False}
    return {
        "ENV_FILE": None,
        "SECRET_KEY": "een-sleutel-die-alleen-in-de-tests-bestaat",
        "WTF_CSRF_ENABLED": False,
        "PREFERRED_URL_SCHEME": "http",
        "SERVER_NAME": f"127.0.0.1:{port}",
        "CANAILLE": {
            "DATABASE": "memory",
            "JAVASCRIPT": False,
            "LOGGING": logging,
            "ACL": {"DEFAULT": {"PERMISSIONS": ["use_oidc"], "READ": ["user_name", "emails", "groups"]}},
        },
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)]},
    }


class Person:
    """A browser at the provider: fills in its pages until it is sent back to the desk."""

    def __init__(self, name: str, password: str = PASSWORD) -> None:
        self.answers = {"login": name.lower(), "password": password, "answer": "accept"}
        self.web = httpx.Client(timeout=20)

    def goes_to(self, address: str, desk: str) -> str:
        """Sign in, and agree; the address to which the provider sends the browser back."""
        answer = self.web.get(address)
        for _ in range(12):
            if answer.is_redirect:
                address = urljoin(str(answer.url), answer.headers["location"])
                if address.startswith(desk):
                    return address
                answer = self.web.get(address)
            else:
                answer = self._fills_in(answer)
        raise AssertionError(answer.text)

    def _fills_in(self, answer: httpx.Response) -> httpx.Response:
        form = re.search(r"<form(.*?)>(.*?)</form>", answer.text, re.S)
        assert form, answer.text
        action = re.search(r'action="([^"]*)"', form[1])
        fields = re.findall(r'<(?:input|button)[^>]*?name="(\w+)"', form[2], re.S)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[2]))
        data = {name: self.answers.get(name, hidden.get(name, "")) for name in fields}
        return self.web.post(urljoin(str(answer.url), html.unescape(action[1]) if action else ""), data=data)
