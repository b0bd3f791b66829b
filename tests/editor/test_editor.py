"""The editor sees what a client sees, and why; nothing of it is kept."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.answers import wording
from bot.editor.replies import as_message, replies_about, replies_to
from bot.language import translator
from bot.messages import Button, Reply
from bot.playground.app import playground
from bot.reception.house import House
from tests.editor.parts import NOON, client_of

_ = translator("nl")


async def asked(page: httpx.AsyncClient, question: str, **more: str) -> dict[str, Any]:
    answer = await page.post("/play/editor/ask", json={"question": question, **more})
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def test_an_answer_is_the_reply_of_the_chat(house: House) -> None:
    """Text, source, the question whether it was clear, and the buttons."""
    (reply,) = await replies_about(house, "afspraak-maken")
    article, shown = house.library.article("afspraak-maken"), house.library.show("afspraak-maken", "nl", NOON.date())
    assert article is not None and shown is not None
    assert reply.text == f"{shown.text}\n\n{wording.footer(_, article)}\n\n{wording.was_this_clear(_)}"
    assert [key.action for row in reply.buttons for key in row][:2] == [
        "clear:yes:afspraak-maken",
        "clear:no:afspraak-maken",
    ]


async def test_a_question_gets_what_a_client_without_invitation_gets(house: House) -> None:
    """Also in another language, with the sentence that the answer is in Dutch only."""
    (reply,) = await replies_to(house, "Hoe maak ik een afspraak?", language="en")
    assert reply.text.startswith(wording.not_in_your_language(translator("en")))


async def test_need_comes_first_here_too(house: House) -> None:
    """The routes to people, as in the chat."""
    (reply,) = await replies_to(house, "ik heb geen eten meer en geen geld")
    assert "☎️" in reply.text


@pytest.mark.parametrize(
    "text", ["hoi", "zzzz qqqq wwww", "loon of toeslag", "ik wil een medewerker spreken", "😀", "/start", "a" * 3000]
)
async def test_whatever_is_asked_gets_a_reply(house: House, text: str) -> None:
    """Small talk, nonsense, doubt, a wish for a person: all without a database."""
    replies = await replies_to(house, text)
    assert replies and all(reply.text for reply in replies)


def test_bold_links_and_buttons_are_as_telegram_shows_them() -> None:
    """Positions count UTF-16 units; an address becomes a link; a button keeps what it means."""
    reply = Reply(
        "😀 vet, zie amsterdam.nl", bold=((2, 5),), buttons=((Button("Meer", "t:x"), Button("Bel", url="tel:1")),)
    )
    message = as_message(reply)
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "url", "offset": 12, "length": 12},
    ]
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "Meer", "callback_data": "t:x"}, {"text": "Bel", "url": "tel:1"}]
    ]


async def test_the_page_hears_what_was_decided_and_why(page: httpx.AsyncClient) -> None:
    """Action, confidence, words with their weight, repaired spelling, the runner-up, phrasings and chances."""
    found = await asked(page, "Hoe maak ik een afsprak?")
    why, decision = found["why"], found["decision"]
    assert decision["action"] in ("answer", "clarify") and 0 <= decision["confidence"] <= 1
    assert why["topic"]["slug"] == "afspraak-maken" and why["runner_up"]["slug"] != "afspraak-maken"
    assert {"typed": "afsprak", "read": "afspraak"} in why["repaired"]
    weights = {heard["part"]: heard["says"] for heard in why["heard"]}
    assert weights["afspraak"] > 0
    assert "Hoe maak ik een afspraak?" in why["phrasings"]
    assert why["likely"][0] == {**why["topic"], "chance": why["likely"][0]["chance"]}
    assert len(why["likely"]) == 5 and found["learned"] is True


async def test_a_short_question_is_read_with_the_one_before_it(page: httpx.AsyncClient) -> None:
    """As the chat does with a follow-up."""
    assert (await asked(page, "en voor een kamer?", earlier="Heb ik recht op huurtoeslag?"))["why"]["joined"] is True
    assert (await asked(page, "en voor een kamer?"))["why"]["joined"] is False


async def test_the_page_hears_the_facts_of_the_file(page: httpx.AsyncClient) -> None:
    """Its name, dates, what is to be confirmed, readability, and what `content check` says."""
    card = (await page.get("/play/editor/topics/btw-kor")).json()["article"]
    assert card["file"] == "content/nl/btw/btw-kor.md"
    assert (card["checked"], card["valid_until"], card["valid"]) == ("2026-11-23", "2027-06-30", True)
    assert (card["confirm"], card["ways"] >= 12, card["languages"]) == ([], True, ["nl"])
    assert card["figures"]["average"] > 0 and card["sources"][0]["url"] == "https://www.amsterdam.nl"
    assert card["remarks"] == []


async def test_all_topics_and_languages_can_be_chosen(page: httpx.AsyncClient) -> None:
    """For the two lists of the page."""
    found = (await page.get("/play/editor/topics")).json()
    assert {"slug": "btw-kor", "title": found["topics"][2]["title"], "category": "btw"} in found["topics"]
    assert next(iter(found["languages"])) == "nl" and len(found["topics"]) == 8


async def test_counts_are_of_the_days_that_were_asked_for(page: httpx.AsyncClient) -> None:
    """The worst first; thirty days unless asked otherwise, and never more than a year."""
    month = (await page.get("/play/editor/counts")).json()
    assert [(one["slug"], one["shown"], one["unclear"], one["share"]) for one in month["topics"]] == [
        ("btw-kor", 10, 4, 0.4),
        ("afspraak-maken", 20, 0, 0.0),
    ]
    assert month["days"] == [{"day": "2026-11-25", "answered": 25, "choices": 6, "unanswered": 2, "old": 0}]
    assert (await page.get("/play/editor/counts?days=90")).json()["topics"][0]["shown"] == 100
    assert (await page.get("/play/editor/counts?days=1")).json()["since"] == "2026-11-25"
    assert (await page.get("/play/editor/counts?days=99999")).json()["since"] == "2025-11-25"


async def test_nonsense_is_refused_without_a_traceback(page: httpx.AsyncClient) -> None:
    """An empty question, a body that is no JSON, a topic that is not there."""
    assert (await page.post("/play/editor/ask", json={"question": "  "})).json() == {"ok": False, "error": "empty_text"}
    assert (await page.post("/play/editor/ask", content=b"{")).status_code == 400
    assert (await page.post("/play/editor/ask", json=["?"])).status_code == 400
    assert (await page.get("/play/editor/topics/weg")).status_code == 404
    assert (await asked(page, "afspraak", language="xx"))["decision"]["lang"] == "nl"


async def test_another_page_may_not_ask_here(page: httpx.AsyncClient) -> None:
    """The guard of the playground stands before the editor too."""
    foreign = await page.post("/play/editor/ask", json={"question": "x"}, headers={"Origin": "https://kwaad.example"})
    assert foreign.status_code == 403
    assert (await page.get("/play/editor/counts", headers={"Host": "kwaad.example"})).status_code == 403


async def test_the_playground_alone_has_the_page_but_no_answers() -> None:
    """It knows nothing of answers: those come from the bot's side."""
    async with client_of(playground("1:test")) as alone:
        assert (await alone.get("/editor")).status_code == 200
        assert (await alone.get("/play/editor/topics")).status_code == 404
