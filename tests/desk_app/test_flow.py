"""What a caseworker does in a day, through the pages."""

from __future__ import annotations

from .house import House, csrf_in


async def _send(house: House, name: str, form: str, **fields: str) -> tuple[int, str]:
    browser = await house.signed_in(name)
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    answer = await browser.post(f"{address}/{form}", data={"csrf": csrf, **fields})
    return answer.status_code, answer.text


async def test_an_answer_goes_to_the_client_with_the_caseworkers_name(house: House) -> None:
    """Answering puts the words, under the caseworker's name, on their way to the client's chat."""
    case = await house.open_case()
    status, _ = await _send(house, "Noor", "antwoord", text="Nee hoor, dat scheelt niets.", case=case)
    sent = await house.outbox()
    assert status == 303
    assert [chat for chat, _ in sent] == [111]
    assert "Noor:\nNee hoor, dat scheelt niets." in sent[0][1]
    assert house.woken == 1


async def test_the_page_says_queued_until_telegram_accepted_it(house: House) -> None:
    """«Afgeleverd» is only said of what Telegram accepted."""
    case = await house.open_case()
    await _send(house, "Noor", "antwoord", text="Hallo", case=case)
    browser = await house.signed_in("Noor")
    before = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    async with house.units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'sent'")
    after = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    assert "In de wacht" in before
    assert "Afgeleverd bij Telegram" not in before
    assert "Afgeleverd bij Telegram" in after


async def test_a_failed_message_is_shown_with_what_to_do_on_both_pages(house: House) -> None:
    """A message that failed for good is visible in the list and in the conversation."""
    case = await house.open_case()
    await _send(house, "Noor", "antwoord", text="Hallo", case=case)
    async with house.units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'failed', reason = 'blocked'")
    browser = await house.signed_in("Noor")
    assert "1 bericht mislukt" in (await browser.get("/desk/")).text
    page = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    assert "heeft de bot geblokkeerd. Bel de klant" in page


async def test_a_note_never_enters_the_outbox(house: House) -> None:
    """A note stays on the desk, whatever is in it."""
    case = await house.open_case()
    status, _ = await _send(house, "Noor", "notitie", text="Klant klinkt gespannen.", case=case)
    browser = await house.signed_in("Noor")
    assert status == 303
    assert await house.outbox() == []
    assert house.woken == 0
    assert "Klant klinkt gespannen." in (await browser.get(f"/desk/klant/{house.samira.id}")).text


async def test_closing_tells_the_client_but_keeps_the_note_inside(house: House) -> None:
    """The client hears that the question is done; the closing note is for colleagues."""
    case = await house.open_case()
    await _send(house, "Noor", "sluit", text="Geheime uitkomst", case=case)
    sent = await house.outbox()
    browser = await house.signed_in("Noor")
    assert len(sent) == 1
    assert "Geheime uitkomst" not in sent[0][1]
    assert "Geheime uitkomst" in (await browser.get(f"/desk/klant/{house.samira.id}")).text
    assert "Er wacht niemand op je" in (await browser.get("/desk/")).text


async def test_a_caseworker_can_write_first(house: House) -> None:
    """Without an open question, a message opens one and is sent."""
    status, _ = await _send(house, "Noor", "bericht", text="Hoe gaat het op je nieuwe werk?")
    async with house.units.reading() as unit:
        case = await unit.cases.open_of_client(house.samira.id)
    assert status == 303
    assert case is not None
    assert case.waiting_since is None
    assert len(await house.outbox()) == 1


async def test_an_empty_answer_is_refused_with_advice(house: House) -> None:
    """Nothing is sent without words, and the page says so."""
    case = await house.open_case()
    status, page = await _send(house, "Noor", "antwoord", text="  \n ", case=case)
    assert status == 422
    assert "Schrijf eerst een tekst" in page
    assert await house.outbox() == []


async def test_a_text_that_is_too_long_is_refused_and_kept(house: House) -> None:
    """What was typed comes back with the advice."""
    case = await house.open_case()
    status, page = await _send(house, "Noor", "antwoord", text="é" * 4001, case=case)
    assert status == 422
    assert "é" * 4001 in page
    assert await house.outbox() == []


async def test_an_answer_to_a_question_that_was_closed_meanwhile_is_not_sent(house: House) -> None:
    """The text is shown again, nothing goes out."""
    case = await house.open_case()
    async with house.units.writing() as unit:
        await unit.cases.close(case, "klaar", house.at)
    status, page = await _send(house, "Noor", "antwoord", text="Te laat getypt", case=case)
    assert status == 422
    assert "Te laat getypt" in page
    assert await house.outbox() == []


async def test_urgent_cases_come_first_with_reason_and_age(house: House) -> None:
    """The list shows how urgent, why and how long."""
    await house.open_case(urgency="urgent")
    house.later(hours=2)
    browser = await house.signed_in("Noor")
    page = (await browser.get("/desk/")).text
    assert "Spoed" in page
    assert "wacht 2 uur" in page
    assert "vroeg om een mens" in page


async def test_words_of_a_client_are_shown_as_text(house: House) -> None:
    """Whatever a client types stays text on every page."""
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    await house.open_case(attack)
    browser = await house.signed_in("Noor")
    for address in ("/desk/", f"/desk/klant/{house.samira.id}"):
        page = (await browser.get(address)).text
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>" not in page
        assert "<img src=x" not in page


async def test_older_versions_of_an_edited_message_stay_visible(house: House) -> None:
    """An edit does not wipe what was said before."""
    await house.open_case("Ik verdien 300 euro")
    async with house.units.writing() as unit:
        await unit.thread.edited(house.samira.id, 7, "Ik verdien 500 euro", house.at)
    browser = await house.signed_in("Noor")
    page = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    assert "Ik verdien 300 euro" in page
    assert "Ik verdien 500 euro" in page


async def test_a_client_who_blocked_the_bot_gets_no_answer_form(house: House) -> None:
    """The desk names another way instead of sending into nothing."""
    case = await house.open_case()
    async with house.units.writing() as unit:
        await unit.clients.set_blocked(house.samira.id, house.at)
    status, page = await _send(house, "Noor", "antwoord", text="Hallo", case=case)
    assert status == 422
    assert "niet bereikbaar in Telegram. Bel" in page
    assert await house.outbox() == []
