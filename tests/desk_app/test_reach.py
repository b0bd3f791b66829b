"""What the desk shows of a client who cannot be reached, and of how a question ended for the client."""

from __future__ import annotations

from .house import House


async def _page(house: House) -> str:
    return (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text


async def test_a_client_who_blocked_the_bot_shows_with_other_ways(house: House) -> None:
    """Above the conversation, before somebody types in vain."""
    assert "leest hier niets" not in await _page(house)
    async with house.units.writing() as unit:
        await unit.clients.set_blocked(house.samira.id, house.at)
    page = await _page(house)
    assert "heeft de bot geblokkeerd" in page
    assert "Samira leest hier niets. Bel of stuur een brief." in page


async def test_a_client_whose_account_went_to_somebody_else_needs_an_invitation(house: House) -> None:
    """Not «stopped»: nobody stopped, and the other one's chat is not theirs any more."""
    async with house.units.writing() as unit:
        await unit.clients.link(house.other.id, 111, house.at)
    page = await _page(house)
    assert "niet meer gekoppeld aan Telegram" in page
    assert "nieuwe uitnodiging" in page
    assert 'formaction="/desk/klant' not in page


async def test_a_withdrawn_question_says_so_among_the_earlier_ones(house: House) -> None:
    """Without a note, because nobody of us closed it."""
    case = await house.open_case("Krijg ik minder?")
    async with house.units.writing() as unit:
        await unit.cases.close(case, "", house.at, "withdrawn")
    page = await _page(house)
    assert "door de klant ingetrokken" in page
    assert "Zonder notitie gesloten" not in page


async def test_whether_it_helped_stands_beside_the_closed_question(house: House) -> None:
    """What the client said about it, for who opens it later."""
    case = await house.open_case()
    async with house.units.writing() as unit:
        await unit.cases.close(case, "Uitgelegd.", house.at)
        await unit.cases.set_helped(case, "no")
    assert "klant: dit hielp niet" in await _page(house)
