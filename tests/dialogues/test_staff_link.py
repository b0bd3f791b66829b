"""A member of staff links the own Telegram account, and lets it go."""

from __future__ import annotations

from datetime import timedelta

from bot import clock
from bot.clients import staff_chats, staffing
from tests.dialogues.colleague import Colleague, client_of, code_for, colleague, hired
from tests.dialogues.door import Door
from tests.dialogues.person import Person, stranger


async def test_a_code_from_the_desk_links_the_account_and_both_sides_say_so(door: Door) -> None:
    """Typed in small letters and without dashes it works as well."""
    karin = Colleague(await hired(door), await stranger(door))
    code = await code_for(door, karin.staff)
    await karin.phone.says(code.lower().replace("-", " "))
    assert karin.phone.hears.startswith(f"Gelukt. Dit account hoort nu bij {karin.staff.name}")
    assert await karin.linked()
    async with door.parts.units.reading() as unit:
        assert ("telegram", karin.staff.name) in [(one.what, one.staff) for one in await unit.staff_log.newest(5)]


async def test_a_deep_link_links_as_well(door: Door) -> None:
    """«Start» with the code."""
    karin = Colleague(await hired(door), await stranger(door))
    await karin.phone.starts(await code_for(door, karin.staff))
    assert await karin.linked()


async def test_a_code_works_once(door: Door) -> None:
    """Who sees it later on the screen has nothing."""
    staff, first, second = await hired(door), await stranger(door), await stranger(door)
    code = await code_for(door, staff)
    await first.says(code)
    await second.says(code)
    assert second.hears == "Deze code werkt niet (meer). Maak een nieuwe op de werkbank, bij Mijn aanmelding."
    async with door.parts.units.reading() as unit:
        assert await unit.staff_chats.by_account(second.chat_id) is None


async def test_a_code_ends_after_ten_minutes_and_a_new_one_ends_the_old(door: Door) -> None:
    """A code that lies around is worth nothing."""
    karin = Colleague(await hired(door), await stranger(door))
    async with door.unit() as unit:
        late = await staff_chats.make_code(unit, karin.staff, clock.now() - timedelta(minutes=11))
    await karin.phone.says(late)
    assert "werkt niet" in karin.phone.hears
    old, new = await code_for(door, karin.staff), await code_for(door, karin.staff)
    await karin.phone.says(old)
    assert "werkt niet" in karin.phone.hears
    await karin.phone.says(new)
    assert await karin.linked()


async def test_guessing_ends_soon(door: Door) -> None:
    """After five wrong codes the right one has to wait an hour too."""
    karin = Colleague(await hired(door), await stranger(door))
    for _ in range(5):
        await karin.phone.says("M-2222-2222")
    await karin.phone.says(await code_for(door, karin.staff))
    assert "over een uur" in karin.phone.hears
    assert not await karin.linked()


async def test_the_account_of_a_client_is_never_that_of_staff(door: Door, samira: Person) -> None:
    """Who was first keeps it, and the code still works on another phone."""
    karin = Colleague(await hired(door), await stranger(door))
    code = await code_for(door, karin.staff)
    await samira.says(code)
    assert "praat al een klant" in samira.hears
    await karin.phone.says(code)
    assert await karin.linked()


async def test_an_invitation_does_nothing_in_the_chat_of_staff(door: Door) -> None:
    """And it still works on the client's own phone."""
    karin = await colleague(door)
    client, code = await door.invited("Piotr Testman")
    await karin.phone.starts(code)
    assert "Dit account is van een medewerker" in karin.phone.hears
    piotr = await stranger(door)
    await piotr.starts(code)
    found = await piotr.client()
    assert found is not None and found.id == client.id


async def test_a_word_in_the_chat_unlinks(door: Door) -> None:
    """After it the chat is anybody's."""
    karin = await colleague(door)
    await karin.phone.says("/stop")
    assert "ontkoppeld van de werkbank" in karin.phone.hears
    assert not await karin.linked()
    await karin.phone.says("hoi")
    assert "naar niemand" not in karin.phone.hears


async def test_the_desk_unlinks_and_the_chat_hears_it(door: Door) -> None:
    """In both places."""
    karin = await colleague(door)
    async with door.unit() as unit:
        assert await staff_chats.unlink(unit, karin.staff, karin.staff, clock.now())
    await karin.phone.waits()
    assert "ontkoppeld van de werkbank" in karin.phone.hears
    assert not await karin.linked()


async def test_another_phone_takes_the_place_of_the_first(door: Door) -> None:
    """The first one hears it."""
    karin, second = await colleague(door), await stranger(door)
    await second.says(await code_for(door, karin.staff))
    await karin.phone.waits()
    assert "ontkoppeld van de werkbank" in karin.phone.hears
    async with door.parts.units.reading() as unit:
        chats = await unit.staff_chats.of_staff([karin.staff.id])
    assert [chat.account for chat in chats] == [second.chat_id]


async def test_who_leaves_or_is_signed_out_everywhere_loses_it(door: Door) -> None:
    """Also who gets another role."""
    async with door.unit() as unit:
        for act in (staffing.leave, staffing.sign_out, staffing.part):
            staff = await unit.staff.add(f"Vertrekt {act.__name__}", "caseworker", clock.now())
            await unit.staff_chats.link(staff.id, next(door.chat_ids), clock.now())
            await act(unit, None, staff, clock.now())
            assert not await unit.staff_chats.of_staff([staff.id])
        staff = await unit.staff.add("Wordt redacteur", "caseworker", clock.now())
        await unit.staff_chats.link(staff.id, next(door.chat_ids), clock.now())
        await staffing.change_role(unit, None, staff, "editor", clock.now())
        assert not await unit.staff_chats.of_staff([staff.id])


async def test_blocking_the_bot_is_known_and_ends(door: Door) -> None:
    """The desk shows it; nothing is sent meanwhile."""
    karin = await colleague(door)
    samira = await client_of(door, karin)
    await karin.phone.blocks()
    await samira.says("👤 Mijn klantmanager")
    await samira.says("Mag ik een dag later komen?")
    async with door.parts.units.reading() as unit:
        (chat,) = await unit.staff_chats.of_staff([karin.staff.id])
    assert chat.blocked_at is not None
    await karin.phone.blocks(blocked=False)
    assert "Je krijgt hier weer meldingen" in karin.phone.hears


async def test_where_it_is_switched_off_a_code_is_only_a_text(webhook_door: Door) -> None:
    """The bot answers as to anybody, and links nobody."""
    karin = Colleague(await hired(webhook_door), await stranger(webhook_door))
    await karin.phone.says(await code_for(webhook_door, karin.staff))
    assert karin.phone.hears
    assert not await karin.linked()
