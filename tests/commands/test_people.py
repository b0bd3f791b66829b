"""Staff and clients from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clients.invitation import code_hash
from bot.clock import now
from bot.commands.opening import opened
from bot.settings import read_settings
from tests.commands.running import number_of, run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in which Karin works."""
    assert run(tmp_path / "data", "staff", "add", "Karin").status == 0
    return tmp_path / "data"


def test_staff_can_be_added_listed_and_let_in(data: Path) -> None:
    """The link goes to the desk of this installation; a name is there once."""
    assert "Karin\tcaseworker\tactive\tno account" in run(data, "staff", "list").out
    link = run(data, "staff", "login-link", "Karin", DESK_URL="https://desk.example")
    assert link.out.startswith("https://desk.example/desk/login?token=")
    assert run(data, "staff", "add", "Karin").status == 2


def test_a_client_is_invited_with_link_code_and_picture(data: Path, tmp_path: Path) -> None:
    """The deep link, the /start code and the QR picture hold one and the same code."""
    picture = tmp_path / "qr.png"
    said = run(
        data, "client", "invite", "--name", "Samira", "--caseworker", "Karin", "--bot", "@proef", "--qr", str(picture)
    )
    code = said.out.split("/start ")[1].split("\n")[0]
    assert f"https://t.me/proef?start={code}" in said.out
    assert picture.read_bytes().startswith(b"\x89PNG")


async def test_a_new_invitation_ends_the_earlier_one(data: Path) -> None:
    """Only the newest code of a client joins an account."""
    first = run(data, "client", "invite", "--name", "Samira", "--caseworker", "Karin")
    second = run(data, "client", "invite", "--number", number_of(first).lower())
    assert number_of(second) == number_of(first)
    codes = [said.out.split("/start ")[1].split("\n")[0] for said in (first, second)]
    async with opened(read_settings({"DATA_DIR": str(data)})) as store, store.units.writing() as unit:
        used = [await unit.invitations.use(code_hash(code), now()) for code in codes]
    assert used[0] is None and used[1] is not None


def test_the_list_names_no_client(data: Path) -> None:
    """A terminal keeps what it showed: the list has numbers only."""
    made = run(data, "client", "invite", "--name", "Samira", "--caseworker", "Karin")
    listed = run(data, "client", "list", "--caseworker", "Karin").out
    assert number_of(made) in listed and "Samira" not in listed


def test_staff_can_be_joined_changed_and_sent_away(data: Path) -> None:
    """An account belongs to one person; roles, consultants and leaving are one command."""
    provider = {"OIDC_ISSUER": "https://aanmelden.example", "OIDC_CLIENT_ID": "werkbank"}
    added = run(data, "staff", "add", "Ilse", "--role", "income_consultant", "--oidc", "abc-123", **provider)
    assert added.status == 0 and "abc-123" not in added.out
    assert run(data, "staff", "change", "Karin", "--oidc", "abc-123", **provider).status == 2
    assert run(data, "staff", "change", "Karin", "--oidc", "def-456", "--consultant", "Ilse", **provider).status == 0
    assert "Karin\tcaseworker\tactive\taccount\tIlse" in run(data, "staff", "list").out
    assert run(data, "staff", "change", "Karin", "--oidc", "def-456").status == 2
    assert run(data, "staff", "change", "Nobody", "--leaves").status == 2
    run(data, "client", "invite", "--name", "Samira", "--caseworker", "Karin", "--bot", "proef")
    left = run(data, "staff", "change", "Karin", "--leaves")
    assert "1 clients have no caseworker now" in left.out
    assert "Karin\tcaseworker\tleft\tno account" in run(data, "staff", "list").out
    assert run(data, "staff", "login-link", "Karin").status == 2
    assert run(data, "staff", "change", "Karin", "--returns", "--role", "editor").status == 0


def test_an_address_as_account_must_be_one(data: Path) -> None:
    """With the e-mail address as name, nothing else will do."""
    provider = {"OIDC_ISSUER": "https://a.example", "OIDC_CLIENT_ID": "x", "OIDC_SUBJECT_CLAIM": "email"}
    assert run(data, "staff", "change", "Karin", "--oidc", "karin", **provider).status == 2
    assert run(data, "staff", "change", "Karin", "--oidc", "Karin@Voorbeeld.example", **provider).status == 0
