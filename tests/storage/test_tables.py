"""What is put into a table comes out as it was, on both engines, and no words of a client are to be read in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from bot.clients.caseworker import SESSION_IDLE, SESSION_LASTS
from bot.clients.client import Client
from bot.clients.conversation import Conversation
from bot.messages import Button, Reply
from bot.storage.units import StorageUnit, StorageUnits
from bot.work.queues import Sent
from tests.databases import NOON

LATER = NOON + timedelta(hours=1)


async def client_of(unit: StorageUnit) -> Client:
    staff = await unit.staff.by_name("Karin") or await unit.staff.add("Karin", "caseworker", NOON)
    return await unit.clients.add("Samira Verzonnen", "nl", staff.id, NOON)


async def test_a_client_and_the_account(units: StorageUnits) -> None:
    """One account belongs to one client: linking it elsewhere stops the first."""
    async with units.writing() as unit:
        one, other = await client_of(unit), await client_of(unit)
        assert (one.name, one.state, one.chat_id, one.reachable) == ("Samira Verzonnen", "invited", None, False)
        await unit.clients.link(one.id, 2**40, LATER)
        await unit.clients.consent(one.id, LATER)
        await unit.clients.set_language(one.id, "tr")
        found = await unit.clients.by_chat(2**40)
        assert found is not None
        assert (found.id, found.consented_at, found.language, found.reachable) == (one.id, LATER, "tr", True)
        await unit.clients.set_blocked(one.id, LATER)
        await unit.clients.link(other.id, 2**40, LATER)
        first, second = await unit.clients.by_id(one.id), await unit.clients.by_number(other.number)
        assert first is not None and second is not None
        assert (first.chat_id, first.state, second.chat_id, second.state) == (None, "stopped", 2**40, "active")
        assert len(await unit.clients.of_caseworker(one.caseworker_id)) == len(await unit.clients.all()) == 2


async def test_an_invitation_works_once_and_not_for_ever(units: StorageUnits) -> None:
    """A new one ends the earlier one."""
    async with units.writing() as unit:
        client = await client_of(unit)
        await unit.invitations.add(client.id, "first", NOON, LATER)
        await unit.invitations.add(client.id, "second", NOON, LATER)
        assert await unit.invitations.use("first", NOON) is None
        assert await unit.invitations.use("second", LATER) is None
        assert [await unit.invitations.use("second", NOON) for _ in range(2)] == [client.id, None]


async def test_a_conversation(units: StorageUnits) -> None:
    """Step and draft; forgotten is new again."""
    kept = Conversation(7, "ar", step="correct_field", draft={"field": "netto"}, recent=["Krijg ik minder?"])
    async with units.writing() as unit:
        await unit.conversations.keep(Conversation(7), NOON)
        await unit.conversations.keep(kept, NOON)
        assert await unit.conversations.of_chat(7) == kept
        await unit.conversations.forget(7)
        assert await unit.conversations.of_chat(7) == Conversation(7)


async def test_cases_are_listed_urgent_first_then_by_waiting(units: StorageUnits) -> None:
    """A case is closed once; the time of the oldest unanswered message stays."""
    async with units.writing() as unit:
        client = await client_of(unit)
        old = await unit.cases.open(client.id, client.caseworker_id, "asked", "Oud", NOON)
        new = await unit.cases.open(client.id, client.caseworker_id, "asked", "Nieuw", LATER)
        crisis = await unit.cases.open(client.id, client.caseworker_id, "crisis", "Nood", LATER, "urgent")
        await unit.cases.client_waits(old.id, LATER)
        listed = await unit.cases.open_of_caseworker(client.caseworker_id)
        assert [case.subject for case in listed] == ["Nood", "Oud", "Nieuw"]
        assert listed[1].waiting_since == NOON
        await unit.cases.answered(old.id)
        assert [c.id for c in await unit.cases.open_of_caseworker(client.caseworker_id)][-1] == old.id
        assert [await unit.cases.close(crisis.id, "gebeld", LATER) for _ in range(2)] == [True, False]
        closed = await unit.cases.by_id(crisis.id)
        assert closed is not None and (closed.state, closed.note, closed.closed_at) == ("closed", "gebeld", LATER)
        assert {case.id for case in await unit.cases.of_client(client.id)} == {old.id, new.id, crisis.id}


async def test_a_thread_keeps_versions_and_tells_what_arrived(units: StorageUnits) -> None:
    """An edit is beside the old words; a bot's message says whether Telegram took it."""
    async with units.writing() as unit:
        client = await client_of(unit)
        await unit.thread.add(client.id, "client", "eerst", NOON, message_id=5)
        entry = await unit.thread.add(client.id, "bot", "antwoord", NOON)
        assert await unit.thread.edited(client.id, 5, "dan", LATER)
        assert not await unit.thread.edited(client.id, 6, "dan", LATER)
        await unit.outbox.put(7, Reply("antwoord"), NOON, client_id=client.id, thread_id=entry)
        assert [e.delivery for e in await unit.thread.of_client(client.id)] == ["", "queued"]
        (row,) = await unit.outbox.claim(1, NOON, LATER)
        await unit.outbox.finished([Sent(row, failed="blocked")], NOON)
        said, answered = await unit.thread.of_client(client.id)
        assert (said.body, said.earlier) == ("dan", ("eerst",))
        assert (answered.delivery, answered.failure) == ("failed", "blocked")
        assert await unit.outbox.failed_of(client.id) == 1


async def test_a_paper_its_file_and_its_month(units: StorageUnits) -> None:
    """The same bytes are known again until the paper is withdrawn."""
    month = date(2026, 10, 1)
    async with units.writing() as unit:
        client = await client_of(unit)
        paper = await unit.papers.add(client.id, "pdf", "to_confirm", 2, "f", "sha", {"net_cents": 1}, NOON, month)
        await unit.papers.update(paper.id, "confirmed", {"net_cents": 2}, month, LATER)
        found = await unit.papers.same_file(client.id, "sha")
        assert found is not None and (found.reading, found.confirmed_at) == ({"net_cents": 2}, LATER)
        await unit.papers.update(paper.id, "withdrawn", {}, None, None)
        assert await unit.papers.same_file(client.id, "sha") is None
        for state in ("received", "confirmed"):
            await unit.ledger.set(client.id, month, state, "LS-1", paper.id, NOON)
        (kept,) = await unit.ledger.of_client(client.id)
        assert kept == await unit.ledger.month(client.id, month) and kept.state == "confirmed"
        await unit.files.add("f", client.id, "pdf", 9, "sha", NOON)
        assert await unit.files.owner("f") == (client.id, "pdf")
        assert await unit.files.owner("g") is None


async def test_a_login_link_works_once(units: StorageUnits) -> None:
    """Used, too late and of somebody who left are all nothing."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        token = await unit.staff.make_login_link(staff.id, LATER)
        assert await unit.staff.use_login_link(token, LATER) is None
        assert await unit.staff.use_login_link(token, NOON) == staff
        assert await unit.staff.use_login_link(token, NOON) is None
        left = await unit.staff.make_login_link(staff.id, LATER)
        await unit.staff.set_active(staff.id, False)
        assert await unit.staff.use_login_link(left, NOON) is None


async def test_a_session_ends_by_itself_when_nobody_uses_it_and_with_all_others(units: StorageUnits) -> None:
    """Two hours without anybody, ten hours in all, signing out here, everywhere, or at the provider."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        secret = await unit.staff.begin_session(staff, NOON, "account", "hash of sid")
        found = await unit.staff.session(secret, NOON)
        assert found is not None and (found.staff, found.how) == (staff, "account")
        assert await unit.staff.session(secret, NOON + SESSION_IDLE) is None
        for hours in range(1, 10):
            await unit.staff.used(secret, NOON + timedelta(hours=hours))
        assert await unit.staff.session(secret, NOON + timedelta(hours=9, minutes=59)) is not None
        assert await unit.staff.session(secret, NOON + SESSION_LASTS) is None
        other = await unit.staff.begin_session(staff, NOON, "link")
        assert len(await unit.staff.sessions_of(staff.id, NOON)) == 2
        assert await unit.staff.end_sessions_of_sid("hash of sid") == 1
        await unit.staff.end_session(other)
        assert await unit.staff.sessions_of(staff.id, NOON) == []
        again = [await unit.staff.begin_session(staff, NOON, "link") for _ in range(3)]
        assert await unit.staff.end_all_sessions(staff.id) == 3
        assert await unit.staff.session(again[0], NOON) is None


async def test_an_account_is_one_persons_and_the_newest_counts(units: StorageUnits) -> None:
    """Nobody can sign in as two people; a new account takes the place of the old one."""
    async with units.writing() as unit:
        karin, noor = [await unit.staff.add(name, "caseworker", NOON) for name in ("Karin", "Noor")]
        assert await unit.accounts.join("a", karin.id, NOON)
        assert not await unit.accounts.join("a", noor.id, NOON)
        assert await unit.accounts.join("b", karin.id, LATER)
        assert await unit.accounts.staff_of("a") is None
        assert await unit.accounts.staff_of("b") == karin
        assert await unit.accounts.joined() == {karin.id: LATER}
        await unit.accounts.part(karin.id)
        assert await unit.accounts.staff_of("b") is None


async def test_what_was_done_to_staff_is_kept_with_who_did_it(units: StorageUnits) -> None:
    """The newest first; the command line has no name."""
    async with units.writing() as unit:
        karin, ada = [await unit.staff.add(name, "caseworker", NOON) for name in ("Karin", "Ada")]
        await unit.staff_log.add(None, ada.id, "added", NOON)
        await unit.staff_log.add(ada.id, karin.id, "role", LATER, "editor")
        seen = [(one.actor, one.staff, one.what, one.detail) for one in await unit.staff_log.newest()]
    assert seen == [("Ada", "Karin", "role", "editor"), ("", "Ada", "added", "")]


async def test_a_consultant_sees_checked_payslips_of_own_caseworkers_only(units: StorageUnits) -> None:
    """Not what is unchecked, withdrawn, of another month or of another caseworker; and whether it left before."""
    month = date(2026, 10, 1)
    async with units.writing() as unit:
        ilse = await unit.staff.add("Ilse", "income_consultant", NOON)
        owners = [await unit.staff.add(name, "caseworker", NOON) for name in ("Karin", "Noor")]
        await unit.staff.set_consultant(owners[0].id, ilse.id)
        mine, other = [await unit.clients.add("Samira", "nl", one.id, NOON) for one in owners]
        for client in (mine, other):
            for when in (month, date(2026, 9, 1)):
                paper = await unit.papers.add(client.id, "pdf", "confirmed", 1, "f", "sha", {}, NOON, when)
                state: Literal["checked", "confirmed"] = "checked" if when == month else "confirmed"
                await unit.ledger.set(client.id, when, state, paper.number, paper.id, NOON)
            await unit.papers.add(client.id, "pdf", "withdrawn", 1, "f", "sha", {}, NOON, month)
        (payslip,) = await unit.exports.checked(ilse.id, month)
        assert (payslip.client_number, payslip.client_name) == (mine.number, "Samira")
        assert await unit.exports.months(ilse.id) == [(month, 1, 1)]
        await unit.exports.mark([payslip], ilse.id, LATER)
        assert (await unit.exports.checked(ilse.id, month))[0].exported_at == LATER
        assert await unit.exports.months(ilse.id) == [(month, 1, 0)]
        await unit.staff.set_active(ilse.id, False)
        assert await unit.exports.checked(ilse.id, month) == []


async def test_looks_counts_and_changes(units: StorageUnits) -> None:
    """Who looked, how often, and what to redraw."""
    async with units.writing() as unit:
        client = await client_of(unit)
        await unit.looks.add(client.caseworker_id, client.id, "client", NOON)
        assert [(look.staff_name, look.at) for look in await unit.looks.of_client(client.id)] == [("Karin", NOON)]
        for _ in range(3):
            await unit.counts.add("question.answer", NOON)
        assert (await unit.counts.total("question.answer"), await unit.counts.total("none")) == (3, 0)
        await unit.counts.add("topic.btw", NOON)
        day = NOON.date()
        assert await unit.counts.by_day(day, ("question.", "clear.")) == [(day.isoformat(), "question.answer", 3)]
        assert await unit.counts.by_day(day + timedelta(days=1), ("question.",)) == []
        before = await unit.changes.newest()
        await unit.changes.add(client.caseworker_id, client.id)
        assert [change[2] for change in await unit.changes.since(before)] == [client.id]


async def test_an_edit_finds_the_message_that_it_replaces(units: StorageUnits) -> None:
    """By its tag, in its own chat; a payload is gone when it is sent."""
    reply = Reply("Bezig", buttons=((Button("Ja", "ja"),),), tag="busy")
    async with units.writing() as unit:
        await unit.outbox.put(7, reply, NOON)
        (row,) = await unit.outbox.claim(9, NOON, LATER)
        await unit.outbox.finished([Sent(row, message_id=2**40)], NOON)
        for chat in (7, 8):
            await unit.outbox.put(chat, Reply("Klaar", replaces="busy"), NOON)
        assert [row.replaces for row in await unit.outbox.claim(9, NOON, LATER)] == [2**40, None]
        rows = await unit.transaction.fetch("SELECT payload FROM outbox WHERE state = 'sent'")
        assert [row["payload"] for row in rows] == [None]


async def test_no_words_of_a_client_are_to_be_read_in_the_database(units: StorageUnits) -> None:
    """Names, texts, readings and what is under way are sealed."""
    secret = "Geheimzinnig"
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        client = await unit.clients.add(secret, "nl", staff.id, NOON)
        case = await unit.cases.open(client.id, staff.id, "asked", secret, NOON)
        await unit.cases.close(case.id, secret, NOON)
        await unit.thread.add(client.id, "client", secret, NOON)
        await unit.papers.add(client.id, "pdf", "to_confirm", 1, "f", "s", {"employer": secret}, NOON)
        await unit.conversations.keep(Conversation(7, recent=[secret]), NOON)
        await unit.inbox.put("telegram:1", 7, {"text": secret}, NOON)
        await unit.outbox.put(7, Reply(secret), NOON)
        await unit.jobs.put("paper", 7, {"name": secret}, NOON)
        for table in ("clients", "cases", "thread", "papers", "conversations", "inbox", "outbox", "jobs"):
            (row,) = await unit.transaction.fetch(f"SELECT * FROM {table}")
            assert secret not in str([row[name] for name in row.keys()])  # noqa: SIM118 - a row is no dict


async def test_which_messages_of_a_caseworker_can_still_change(units: StorageUnits) -> None:
    """Those that arrived whole and alone; not what waits, not one with a button, not an old one."""
    async with units.writing() as unit:
        client = await client_of(unit)
        for entry in ("one", "waits", "button"):
            tag = f"staff:{entry}" if entry != "button" else "staff:button:more"
            await unit.outbox.put(7, Reply("Dag", tag=tag), NOON, client_id=client.id, thread_id=entry)
    async with units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'sent' WHERE thread_id <> 'waits'")
        assert await unit.outbox.changeable(client.id, NOON) == {"one"}
        assert await unit.outbox.changeable(client.id, LATER) == set()


async def test_who_has_a_client_open(units: StorageUnits) -> None:
    """News for who is there already, and forgotten after a while."""
    async with units.writing() as unit:
        client, bas = await client_of(unit), await unit.staff.add("Bas", "caseworker", NOON)
        karin = client.caseworker_id
        came = [await unit.presences.came(client.id, one, NOON) for one in (karin, bas.id, bas.id)]
        assert came == [False, True, False]
        assert await unit.presences.others(client.id, karin, NOON) == ["Bas"]
        assert await unit.presences.others(client.id, karin, LATER) == []


async def test_an_urgent_question_that_was_withdrawn(units: StorageUnits) -> None:
    """Open and waiting; taken up again it is as before."""
    async with units.writing() as unit:
        client = await client_of(unit)
        case = await unit.cases.open(client.id, client.caseworker_id, "crisis", "Help", NOON, "urgent")
        await unit.cases.answered(case.id)
        await unit.cases.withdraw(case.id, LATER)
        withdrawn = await unit.cases.by_id(case.id)
        assert withdrawn
        assert (withdrawn.state, withdrawn.withdrawn_at, withdrawn.waiting_since) == ("open", LATER, LATER)
        assert await unit.cases.reopen(case.id, LATER)
        again = await unit.cases.by_id(case.id)
        assert again and (again.state, again.withdrawn_at) == ("open", None)
