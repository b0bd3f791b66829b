"""What can be asked on the command line, and which function does it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from bot.clients.caseworker import ROLES
from bot.errors import WrongUse
from bot.language import LANGUAGES

MOST_DAYS = 3660


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and nothing else."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{self.prog}: {message}. See {self.prog} --help.")


def build_parser() -> Parser:
    """Every command with its help; without a command the bot serves."""
    parser = Parser("run_bot.py", description="Start the bot, or do one thing and stop.", allow_abbrev=False)
    parser.set_defaults(run="bot.commands.serving:serve")
    commands = parser.add_subparsers(title="commands", dest="command")
    for group in (_questions, _people, _exports, _upkeep, _privacy):
        group(commands)
    return parser


def _questions(commands: Any) -> None:
    ask = _add(commands, "ask", "bot.commands.asking:ask", "show what the bot would decide about a question")
    ask.add_argument("question", nargs="?", help="the question, as a client would type it")
    ask.add_argument("--batch", metavar="FILE", help="one JSON object a line with id and text; - is standard input")
    ask.add_argument("--lang", choices=tuple(LANGUAGES), help="the language that is likely; only a hint")
    ask.add_argument("--history", action="append", default=[], metavar="TEXT", help="an earlier question; repeatable")
    ask.add_argument("--json", action="store_true", help="print one JSON object")
    ask.add_argument("--explain", action="store_true", help="also show which words and phrasings counted")
    read = _add(commands, "read-payslip", "bot.commands.payslips:read", "read a payslip and show what was found")
    read.add_argument("files", nargs="*", type=Path, help="the pages of one payslip, in order")
    read.add_argument("--batch", metavar="FILE", help="one JSON object a line with id and files; - is standard input")
    read.add_argument("--json", action="store_true", help="print one JSON object")
    calculate = _add(commands, "calculate", "bot.commands.calculate:calculate", "work out terms and last days")
    calculate.add_argument(
        "--batch",
        metavar="FILE",
        required=True,
        help="one JSON object a line with id, kind and input; - is standard input",
    )
    content = _group(commands, "content", "the texts in content/")
    check = _add(content, "check", "bot.commands.content:check", "check sources, dates, links and words of every text")
    check.add_argument("--figures", action="store_true", help="also show how each text reads, the hardest first")
    unclear = _add(content, "unclear", "bot.commands.content:unclear", "which answers clients found unclear")
    unclear.add_argument("--days", type=_days, default=30, metavar="N", help="how many days to look back, default 30")


def _days(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {MOST_DAYS}, not {typed}")
    return int(typed)


def _people(commands: Any) -> None:
    staff = _group(commands, "staff", "people who may enter the desk")
    add = _add(staff, "add", "bot.commands.staff:add", "add a member of staff")
    add.add_argument("name", help="the name that clients see")
    add.add_argument("--role", choices=ROLES, default="caseworker", help="default: caseworker")
    add.add_argument("--oidc", metavar="SUBJECT", help="the account that signs in as this person (OIDC_SUBJECT_CLAIM)")
    change = _add(staff, "change", "bot.commands.staff:change", "change role, account or consultant; leave, return")
    change.add_argument("name")
    change.add_argument("--role", choices=ROLES, help="the new role")
    account = change.add_mutually_exclusive_group()
    account.add_argument("--oidc", metavar="SUBJECT", help="the account that signs in as this person from now on")
    account.add_argument("--no-oidc", action="store_true", help="no account signs in as this person any more")
    change.add_argument("--consultant", metavar="NAME", help="who settles the wages of these clients; «» for nobody")
    there = change.add_mutually_exclusive_group()
    there.add_argument("--leaves", action="store_true", help="no way in any more, signed out everywhere at once")
    there.add_argument("--returns", action="store_true", help="back at work")
    change.add_argument("--sign-out", action="store_true", help="end all sessions of this person")
    _add(staff, "list", "bot.commands.staff:show", "list everybody")
    link = _add(staff, "login-link", "bot.commands.staff:login_link", "a link that signs in once, for 15 minutes")
    link.add_argument("name")
    client = _group(commands, "client", "clients and their invitations")
    invite = _add(client, "invite", "bot.commands.clients:invite", "a personal invitation, for a new or known client")
    who = invite.add_mutually_exclusive_group(required=True)
    who.add_argument("--name", help="the name of a new client")
    who.add_argument("--number", metavar="K-...", help="a known client; the earlier invitation stops working")
    invite.add_argument("--caseworker", metavar="NAME", help="who helps the new client")
    invite.add_argument("--lang", choices=tuple(LANGUAGES), default="nl", help="language of the client, default nl")
    invite.add_argument("--bot", metavar="USERNAME", help="username of the bot; asked of Telegram when left out")
    invite.add_argument("--qr", type=Path, metavar="FILE.png", help="also write the link as a QR picture")
    shown = _add(client, "list", "bot.commands.clients:show", "list clients, without names")
    shown.add_argument("--caseworker", metavar="NAME", help="only the clients of this caseworker")


def _exports(commands: Any) -> None:
    payslips = _add(commands, "export-payslips", "bot.commands.exports:payslips", "checked payslips of a month")
    payslips.add_argument("--consultant", required=True, metavar="NAME", help="for whose caseworkers' clients")
    payslips.add_argument("--month", required=True, metavar="YYYY-MM")
    payslips.add_argument("--again", action="store_true", help="also what was exported before")
    payslips.add_argument("--originals", action="store_true", help="also pages on which a BSN may be visible")
    payslips.add_argument("file", type=Path, metavar="FILE.zip")
    handoffs = _add(commands, "export-handoffs", "bot.commands.exports:handoffs", "handoffs as the register wants")
    handoffs.add_argument("--since", required=True, metavar="YYYY-MM-DD", help="opened on this day or later")
    handoffs.add_argument("folder", type=Path, metavar="FOLDER", help="gets one JSON file a handoff")


def _upkeep(commands: Any) -> None:
    _add(commands, "migrate", "bot.commands.upkeep:migrate_now", "bring the database to this version")
    backup = _add(commands, "backup", "bot.commands.upkeep:backup", "copy database and files while the bot runs")
    backup.add_argument("file", type=Path, metavar="FILE.tar.gz")
    backup.add_argument("--with-keys", action="store_true", help="also the keys: then the copy is readable")
    _add(commands, "rekey", "bot.commands.upkeep:rekey", "seal everything again with the newest key")
    _add(commands, "doctor", "bot.commands.doctor:look", "check every part and say what to do")


def _privacy(commands: Any) -> None:
    purge = _add(commands, "purge", "bot.commands.privacy:purge", "remove what is past its end date")
    purge.add_argument("--dry-run", action="store_true", help="only count")
    erase = _add(commands, "erase", "bot.commands.privacy:erase", "remove everything of one client")
    erase.add_argument("--client", required=True, metavar="K-...", help="number of the client")
    erase.add_argument("--yes", action="store_true", help="do not ask first")
    export = _add(commands, "export", "bot.commands.privacy:export", "a copy of everything of one client")
    export.add_argument("--client", required=True, metavar="K-...", help="number of the client")
    export.add_argument("file", type=Path, metavar="FILE.zip")


def _add(commands: Any, name: str, run: str, text: str) -> Parser:
    parser: Parser = commands.add_parser(
        name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False
    )
    parser.set_defaults(run=run)
    return parser


def _group(commands: Any, name: str, text: str) -> Any:
    parser: Parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    return parser.add_subparsers(title="commands", dest="what", required=True)
