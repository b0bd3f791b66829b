"""Questions: answer from checked texts, offer a choice, or say that the bot does not know."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers import wording
from bot.answers.article import Article
from bot.answers.decision import Decision
from bot.answers.letters import wording as letters_wording
from bot.answers.who import Doubt
from bot.clients import wording as clients_wording
from bot.language import AMSTERDAM, SOURCE, translator
from bot.messages import Button, Reply
from bot.reception import crisis, days, people
from bot.reception.visit import Visit

_PERSON = "klantmanager-spreken"
_STEPS = {"mens": "menu:person", "loonstrook": "menu:payslip", "menu": "menu:", "brief": "letter:new"}


async def answer(visit: Visit, text: str) -> None:
    """Decide on a question and say what was decided. What an unlinked person asks is not kept."""
    recent = visit.conversation.recent
    known = visit.conversation.who
    decision = visit.house.decider.decide(text, history=recent, language_hint=visit.language, known=known)
    visit.conversation.bot_may_answer = False
    if visit.linked and decision.action in ("answer", "clarify", "none"):
        visit.conversation.remember_question(text)
    await visit.count(f"question.{decision.action}")
    if _asks_for_a_person(decision):
        return await people.wants_person(visit)
    match decision.action:
        case "crisis":
            await crisis.show_routes(visit, decision.crisis_kind or "eten", text)
        case "smalltalk":
            await visit.say_with_menu(wording.small_talk(visit.words, decision.smalltalk or "greeting"))
        case "answer":
            await show_topic(visit, decision.topic or "", also=decision.also, asked_in=decision.language)
        case "clarify":
            await (_ask_who(visit, decision.doubt) if decision.doubt else _offer_choices(visit, decision))
        case _:
            await _not_known(visit, text)


def _asks_for_a_person(decision: Decision) -> bool:
    """Whoever seems to ask for a person gets the person, not a text about it."""
    first = decision.topic or next(iter(decision.choices), None)
    return decision.action in ("answer", "clarify") and first == _PERSON


async def show_topic(visit: Visit, slug: str, also: Sequence[str] = (), asked_in: str | None = None) -> None:
    """The checked text with its sources, next steps, and «Was dit duidelijk?».

    `asked_in` is the language of the question: when the text is in another, that is said in the client's own.
    """
    day = visit.at.astimezone(AMSTERDAM).date()
    shown = visit.house.library.show(slug, visit.language, day)
    article = visit.house.library.article(slug, visit.language)
    if article is None:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if shown is None:
        return await _expired(visit, article.title)
    _ = visit.words
    own = asked_in if asked_in not in (None, SOURCE) else visit.language
    head = "" if own in (article.language, SOURCE) else wording.not_in_your_language(translator(own)) + "\n\n"
    more = "".join(f"{wording.asked_more(_, visit.house.library.title(one, visit.language))}\n\n" for one in also)
    text = f"{head}{shown.text}\n\n{wording.footer(_, article)}\n\n{more}{wording.was_this_clear(_)}"
    bold = tuple((start + len(head), end + len(head)) for start, end in shown.bold)
    yes, no = Button(wording.yes(_), f"clear:yes:{slug}"), Button(wording.no(_), f"clear:no:{slug}")
    await visit.count(f"topic.{slug}")
    rows = ((yes, no), *map(tuple, days.button_under(_, slug)), *_next_steps(visit, article.next, also))
    await visit.send(Reply(text, bold=bold, buttons=(*rows, *_source(visit, article))), topic=slug)
    visit.conversation.asked = f"clear:{slug if visit.linked else ''}"  # what a passer-by asks is not kept


def _source(visit: Visit, article: Article) -> tuple[tuple[Button, ...], ...]:
    url = next((source.url for source in article.sources if source.url.startswith("https://")), None)
    return ((Button(wording.read_source(visit.words), url=url),),) if url else ()


async def clear_answered(visit: Visit, rest: str) -> None:
    """Count it for the editors; a no is one tap from a person."""
    answer_given, _, slug = rest.partition(":")
    known = visit.house.library.article(slug) is not None
    if known:
        await visit.count(f"clear.{'yes' if answer_given == 'yes' else 'no'}.{slug}")
    words = visit.words
    if answer_given == "yes":
        return await visit.say(wording.small_talk(words, "fine"))
    title = visit.house.library.title(slug, visit.language) if known else ""
    if visit.linked and not people.captures(visit):
        asked = visit.conversation.recent[-1] if visit.conversation.recent else title
        await people.open_case(visit, "unclear", f"{asked} ({title})" if asked != title else title)
        return
    await people.wants_person(visit)


async def none_of_these(visit: Visit) -> None:
    """None of the choices: other words, or a person."""
    await visit.say(wording.ask_in_other_words(visit.words), [[people.person_button(visit)]])


async def _offer_choices(visit: Visit, decision: Decision) -> None:
    _ = visit.words
    rows = [[Button(visit.house.library.title(slug, visit.language), f"t:{slug}")] for slug in decision.choices]
    rows += [[Button(wording.none_of_these(_), "none")], [people.person_button(visit)]]
    await visit.say(wording.choices(_), rows)


async def _ask_who(visit: Visit, doubt: Doubt) -> None:
    """One question about the client, with the topics behind its answers."""
    difference, _ = doubt.difference, visit.words
    rows = [
        [Button(difference.options[option], f"who:{difference.name}:{option}:{slug}")]
        for option, slug in doubt.topics.items()
    ]
    rows += [[Button(wording.none_of_these(_), "none")], [people.person_button(visit)]]
    await visit.say(difference.question, rows)


async def who_chosen(visit: Visit, rest: str) -> None:
    """Remember it for this conversation (of a linked client), and answer."""
    name, option, slug = (*rest.split(":"), "", "")[:3]
    difference = visit.house.decider.who.difference(name)
    if difference and option in difference.options and visit.linked:
        visit.conversation.who = {**visit.conversation.who, name: option}
    await show_topic(visit, slug)


async def _not_known(visit: Visit, text: str) -> None:
    """Every unanswered question of a linked client becomes a case; others get the way to a person."""
    if visit.linked:
        await visit.say(wording.passed_on(visit.words))
        await people.open_case(visit, "unanswered", text)
        return
    await visit.say(wording.not_known(visit.words), [[people.person_button(visit)]])


async def _expired(visit: Visit, title: str) -> None:
    await visit.count("question.expired")
    await visit.say(wording.expired(visit.words), [[people.person_button(visit)]])
    if visit.linked:
        await people.open_case(visit, "expired", title)


def _next_steps(visit: Visit, steps: Sequence[str], also: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    rows = []
    for step in (*also, *steps):
        if step in _STEPS:
            rows.append((Button(_step_label(visit, step), _STEPS[step]),))
        elif visit.house.library.article(step):
            rows.append((Button(visit.house.library.title(step, visit.language), f"t:{step}"),))
    return tuple(rows)


def _step_label(visit: Visit, step: str) -> str:
    _ = visit.words
    if step == "mens":
        return clients_wording.menu_person(_)
    if step == "brief":
        return letters_wording.start_button(_)
    return clients_wording.menu_payslip(_) if step == "loonstrook" else clients_wording.menu_ask(_)
