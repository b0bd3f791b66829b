"""What the provider signed: whether it is true, meant for us, fresh, and of this trip."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from bot.desk_app.openid.refusals import SignInRefused

LEEWAY = 60  # seconds that two clocks may differ
# Only signatures that the provider alone can make: never a shared secret, never none.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
OLDEST_LOGOUT = 600  # seconds


def signed_claims(token: str, keys: KeySet) -> jwt.Token:
    """The token, once its signature is checked; SignInRefused («signature»)."""
    try:
        return jwt.decode(token, keys, registry=JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False))
    except (JoseError, ValueError) as problem:
        raise SignInRefused("signature") from problem


def id_token_claims(token: jwt.Token, issuer: str, client_id: str, nonce: str, access_token: str) -> dict[str, Any]:
    """The claims of an ID token (OpenID Connect Core 3.1.3.7); SignInRefused («token»)."""
    options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}}
    params = {"nonce": nonce, "client_id": client_id, "access_token": access_token}
    claims = CodeIDToken(token.claims, token.header, options, params)
    try:
        claims.validate(int(time.time()), LEEWAY)
    except (JoseError, ValueError) as problem:
        raise SignInRefused("token") from problem
    return dict(claims)


def logout_claims(token: jwt.Token, issuer: str, client_id: str) -> Mapping[str, Any]:
    """The claims of a logout token (Back-Channel Logout 1.0, 2.6); SignInRefused («token»)."""
    registry = jwt.JWTClaimsRegistry(
        int(time.time()),
        LEEWAY,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        iat={"essential": True},
    )
    claims = token.claims
    try:
        registry.validate(claims)
    except (JoseError, ValueError) as problem:
        raise SignInRefused("token") from problem
    fresh = int(claims["iat"]) > time.time() - OLDEST_LOGOUT
    about = claims.get("sid") or claims.get("sub")
    if "nonce" in claims or LOGOUT_EVENT not in (claims.get("events") or {}) or not about or not fresh:
        raise SignInRefused("token")
    return claims
