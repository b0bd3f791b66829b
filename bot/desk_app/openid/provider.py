"""The provider as the desk uses it: where it is, its keys, and what it answers."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.common.urls import add_params_to_uri
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from bot.desk_app.openid.refusals import ProviderAway, SignInRefused
from bot.desk_app.openid.tokens import id_token_claims, logout_claims, signed_claims
from bot.desk_app.openid.trip import Trip
from bot.settings import OpenId

TIMEOUT = 10.0  # seconds
KNOWN_FOR = 3600.0  # seconds until the provider is asked again where everything is
KEYS_AGAIN_AFTER = 30.0  # seconds: a token with an unknown key does not make us ask all the time


class Provider:
    """One provider; what it tells about itself is remembered for an hour."""

    def __init__(self, settings: OpenId, desk_url: str, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self.settings = settings
        self.back = f"{desk_url}/desk/login/account/terug"
        self.signed_out = f"{desk_url}/desk/login"
        self._transport = transport
        self._about: Mapping[str, Any] = {}
        self._keys: KeySet | None = None
        self._about_until = self._keys_since = 0.0

    @property
    def origin(self) -> str:
        """Scheme, host and port of the provider."""
        parts = urlsplit(self.settings.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    async def address(self, trip: Trip) -> str:
        """Where a browser goes to sign in."""
        about = await self._known()
        async with self._client(about) as client:
            url, _ = client.create_authorization_url(
                about["authorization_endpoint"], state=trip.state, nonce=trip.nonce, code_verifier=trip.verifier
            )
        return str(url)

    async def claims(self, trip: Trip, code: str) -> tuple[dict[str, Any], str]:
        """Who came back with this code: the checked claims, and the ID token itself."""
        about = await self._known()
        try:
            async with self._client(about) as client:
                answer = await client.fetch_token(about["token_endpoint"], code=code, code_verifier=trip.verifier)
        except httpx2.HTTPError as problem:
            raise ProviderAway("The provider did not answer.") from problem
        except (AuthlibBaseError, ValueError) as problem:
            raise SignInRefused("code") from problem
        token = str(answer.get("id_token") or "")
        signed = await self._signed(token)
        access = str(answer.get("access_token") or "")
        settings = self.settings
        return id_token_claims(signed, about["issuer"], settings.client_id, trip.nonce, access), token

    async def ended(self, token: str) -> Mapping[str, Any]:
        """What a logout token of the provider says."""
        about = await self._known()
        return logout_claims(await self._signed(token), about["issuer"], self.settings.client_id)

    async def end_address(self, id_token: str) -> str | None:
        """Where a browser goes to sign out at the provider; None when it has no such place, or is away."""
        try:
            endpoint = (await self._known()).get("end_session_endpoint")
        except ProviderAway:
            return None
        if not endpoint:
            return None
        asked = {"client_id": self.settings.client_id, "post_logout_redirect_uri": self.signed_out}
        if id_token:
            asked["id_token_hint"] = id_token
        return str(add_params_to_uri(endpoint, list(asked.items())))

    def _client(self, about: Mapping[str, Any]) -> Any:
        settings = self.settings
        return AsyncOAuth2Client(
            settings.client_id,
            settings.client_secret or None,
            token_endpoint_auth_method=_way_of_secret(about, settings),
            scope=settings.scope,
            redirect_uri=self.back,
            code_challenge_method="S256",
            timeout=TIMEOUT,
            transport=self._transport,
        )

    async def _known(self) -> Mapping[str, Any]:
        if time.monotonic() >= self._about_until:
            issuer = self.settings.issuer.rstrip("/")
            about = await self._json(f"{issuer}/.well-known/openid-configuration")
            if str(about.get("issuer", "")).rstrip("/") != issuer or not _complete(about, self.origin):
                raise ProviderAway("The provider does not describe itself as OIDC_ISSUER.")
            self._about, self._about_until = about, time.monotonic() + KNOWN_FOR
            self._keys = None  # a key that the provider took back must not count for ever
        return self._about

    async def _signed(self, token: str) -> Any:
        """A token with its signature checked; new keys of the provider are fetched when it has one of them."""
        if self._keys is None:
            await self._fetch_keys()
        try:
            return signed_claims(token, self._keys_known())
        except SignInRefused:
            if time.monotonic() - self._keys_since < KEYS_AGAIN_AFTER:
                raise
            await self._fetch_keys()
            return signed_claims(token, self._keys_known())

    def _keys_known(self) -> KeySet:
        assert self._keys is not None
        return self._keys

    async def _fetch_keys(self) -> None:
        found = await self._json((await self._known())["jwks_uri"])
        try:
            self._keys = KeySet.import_key_set(found)  # type: ignore[arg-type]
        except (JoseError, KeyError, ValueError, TypeError) as problem:
            raise ProviderAway("The provider shows no keys.") from problem
        self._keys_since = time.monotonic()

    async def _json(self, address: str) -> Mapping[str, Any]:
        try:
            async with httpx2.AsyncClient(timeout=TIMEOUT, transport=self._transport) as client:
                answer = (await client.get(address)).raise_for_status().json()
        except (httpx2.HTTPError, ValueError) as problem:
            raise ProviderAway("The provider did not answer.") from problem
        if not isinstance(answer, dict):
            raise ProviderAway("The provider did not answer as a provider does.")
        return answer


def _complete(about: Mapping[str, Any], origin: str) -> bool:
    """Whether all that is needed is there, and safe to reach."""
    scheme = "http://" if origin.startswith("http://") else "https://"
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    return all(str(about.get(name, "")).startswith(scheme) for name in needed)


def _way_of_secret(about: Mapping[str, Any], settings: OpenId) -> str:
    if not settings.client_secret:
        return "none"
    ways = about.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return "client_secret_post" if "client_secret_basic" not in ways else "client_secret_basic"
