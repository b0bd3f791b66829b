"""What each role may do at the desk: the one table. docs/privacy.md says the same in words; a test compares them."""

from __future__ import annotations

from typing import Literal, get_args

from bot.clients.caseworker import Role, Staff

Right = Literal["clients", "payslips", "questions", "library", "staff"]
ALL: tuple[Right, ...] = get_args(Right)

# clients: the own clients, and those of a colleague whose place one takes: everything of them
# payslips: the checked payslips of a month, of the clients whose caseworkers one works for; nothing else of them
# questions: what a colleague asks about a client; that question and nothing else
# library: the texts that clients read, with their sources; nothing of clients
# staff: the list of staff, their links, roles and sessions; nothing of clients
RIGHTS: dict[Role, frozenset[Right]] = {
    "caseworker": frozenset({"clients", "questions", "library"}),
    "income_consultant": frozenset({"payslips", "questions", "library"}),
    "editor": frozenset({"library"}),
    "administrator": frozenset({"staff", "library"}),
}


def may(staff: Staff, right: Right) -> bool:
    """Whether this member of staff has this right."""
    return staff.active and right in RIGHTS[staff.role]
