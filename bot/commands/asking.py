"""`ask`: the decision that a chat would get."""

from __future__ import annotations

import argparse
import json
from datetime import date

from bot.answers.asking import ask_batch
from bot.answers.decision import Decider, Decision
from bot.answers.finding import Explanation
from bot.answers.library import Library
from bot.commands.lines import lines_of
from bot.errors import WrongUse
from bot.policy import AMSTERDAM
from bot.settings import Settings

CONTENT = AMSTERDAM.parent.parent


def ask(asked: argparse.Namespace, settings: Settings) -> int:
    """One question, or a batch of them."""
    if (asked.question is None) == (asked.batch is None):
        raise WrongUse("Give one question between quotes, or --batch with a file.")
    if asked.batch is not None and (asked.history or asked.lang):
        raise WrongUse("With --batch, lang and history stand in the lines themselves.")
    if asked.explain and (asked.batch is not None or asked.json):
        raise WrongUse("--explain is for one question and for reading, so not with --batch or --json.")
    lines = lines_of(asked.batch) if asked.batch is not None else iter(())
    cache = settings.data_dir / "finder"
    library = Library.load(CONTENT, cache)
    decider = Decider.load(library, cache)
    for answer in ask_batch(decider, lines):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    if asked.question is not None:
        decision = decider.decide(asked.question, history=asked.history, language_hint=asked.lang)
        as_json = json.dumps(decision.to_json(), ensure_ascii=False)
        print(as_json if asked.json else readable(decision, library, date.today()))
        if asked.explain:
            print(explained(decider.finder.explain(asked.question, library.questions())))
    return 0


def explained(why: Explanation) -> str:
    """Word by word, as an editor wants to know it."""
    lines = ["", f"Why {why.topic} comes before {why.runner_up}:"]
    lines += [f"  {heard.says:+.2f}  {heard.part}" for heard in why.heard]
    lines += [f"  «{typed}» was read as «{read}»" for typed, read in why.repaired.items()]
    if why.added:
        lines.append(f"  also looked for: {', '.join(why.added)}")
    return "\n".join([*lines, f"Nearest ways to ask {why.topic}:", *(f"  - {text}" for text in why.phrasings)])


def readable(decision: Decision, library: Library, day: date) -> str:
    """The decision as a person reads it: what, how sure, and the text or the choices."""
    parts = [f"{decision.action} (confidence {decision.confidence:.2f}, language {decision.language})"]
    if decision.crisis_kind:
        parts += _crisis(decision, library)
    for slug in filter(None, (decision.topic, *decision.also)):
        parts += _answer(slug, decision.language, library, day)
    if decision.choices:
        parts.append("Choices:" if decision.action == "clarify" else "It may also have been:")
        parts += [f"- {library.title(slug, decision.language)} ({slug})" for slug in decision.choices]
    if decision.smalltalk:
        parts.append(f"Small talk: {decision.smalltalk}")
    return "\n".join(parts)


def _answer(slug: str, language: str, library: Library, day: date) -> list[str]:
    article, shown = library.article(slug, language), library.show(slug, language, day)
    head = ["", f"{library.title(slug, language)} ({slug})"]
    if article is None or shown is None:
        return [*head, "This text has expired or misses an amount; the bot hands over to a person."]
    sources = [f"Source: {source.title}, {source.url} (seen {source.checked})" for source in article.sources]
    return [*head, shown.text, "", *sources]


def _crisis(decision: Decision, library: Library) -> list[str]:
    route = library.help.crisis.get(decision.crisis_kind or "")
    if route is None:
        return []
    contacts = [library.help.contacts[name].line() for name in route.contacts if name in library.help.contacts]
    return ["", route.words(decision.language), *contacts]
