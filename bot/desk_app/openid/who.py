"""Which member of staff an account belongs to, and whether that person may sign in.

An account alone gives nothing: an administrator has joined it to somebody, with `staff add --oidc` or by an
invitation. Nobody is made here, and no role is given here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.clients.accounts import account_hash
from bot.clients.caseworker import Staff
from bot.desk_app.openid.refusals import SignInRefused
from bot.settings import OpenId
from bot.unit import Unit


def hash_of(claims: Mapping[str, Any], settings: OpenId) -> str:
    """What is kept of the account that these claims are about; SignInRefused («claim»)."""
    value = claims.get(settings.subject_claim)
    if not isinstance(value, str) or not value.strip():
        raise SignInRefused("claim")
    if settings.subject_claim != "email":
        return account_hash(settings.issuer, value)
    if claims.get("email_verified") is not True:  # anybody can type an address
        raise SignInRefused("claim")
    return account_hash(settings.issuer, value.strip().casefold())


def sid_hash(claims: Mapping[str, Any], settings: OpenId) -> str | None:
    """What is kept of the provider's own session, if it names one."""
    sid = claims.get("sid")
    return account_hash(settings.issuer, f"sid {sid}") if isinstance(sid, str) and sid else None


async def person_of(unit: Unit, claims: Mapping[str, Any], settings: OpenId) -> Staff:
    """Who signs in with this account; SignInRefused («unknown», «role»)."""
    staff = await unit.accounts.staff_of(hash_of(claims, settings))
    if staff is None or not staff.active:
        raise SignInRefused("unknown")
    check_role(staff, claims, settings)
    return staff


async def join(unit: Unit, claims: Mapping[str, Any], settings: OpenId, link: str, at: datetime) -> Staff:
    """Join the account to whom the invitation is for; SignInRefused («link», «role», «taken»)."""
    staff = await unit.staff.use_login_link(link, at) if link else None
    if staff is None:
        raise SignInRefused("link")
    check_role(staff, claims, settings)
    if not await unit.accounts.join(hash_of(claims, settings), staff.id, at):
        raise SignInRefused("taken")
    await unit.staff_log.add(staff.id, staff.id, "joined", at)
    return staff


def check_role(staff: Staff, claims: Mapping[str, Any], settings: OpenId) -> None:
    """With OIDC_ROLE_CLAIM the provider must allow the role that the person has here; SignInRefused («role»)."""
    if not settings.role_claim:
        return
    groups = set(_texts(claims.get(settings.role_claim)))
    if staff.role not in {role for group, role in settings.roles if group in groups}:
        raise SignInRefused("role")


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
