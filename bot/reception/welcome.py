"""First contact: language, what the bot does and keeps, consent; and joining by invitation."""

from __future__ import annotations

from datetime import timedelta

from bot import clock
from bot.clients import wording
from bot.clients.invitation import WRONG_CODES_ALLOWED, WRONG_CODES_WINDOW, code_hash
from bot.language import LANGUAGES
from bot.messages import Button
from bot.reception.visit import Visit


async def start(visit: Visit, code: str) -> None:
    """/start, with or without an invitation."""
    if code:
        await _join(visit, code)
    if visit.client and visit.client.state == "stopped":
        await visit.unit.clients.set_state(visit.client.id, "active")
        await visit.reload_client()
        await visit.say(wording.back_again(visit.words))
    if visit.conversation.language is None:
        return await ask_language(visit)
    await introduce(visit)


async def ask_language(visit: Visit) -> None:
    """The languages under their own names, two in a row."""
    names = [Button(name, f"lang:{code}") for code, name in LANGUAGES.items()]
    await visit.say(wording.choose_language(), [names[i : i + 2] for i in range(0, len(names), 2)])


async def language_chosen(visit: Visit, code: str) -> None:
    """Go on in the chosen language; the first time, introduce the bot."""
    if code not in LANGUAGES:
        return await ask_language(visit)
    first = visit.conversation.language is None or visit.conversation.step == "first_language"
    if visit.client:
        first = first or visit.client.consented_at is None
        await visit.unit.clients.set_language(visit.client.id, code)
        await visit.changed()
    visit.in_language(code)
    visit.conversation.end_step()
    if first:
        return await introduce(visit)
    await visit.say_with_menu(wording.language_set(visit.words))


async def introduce(visit: Visit) -> None:
    """What the bot does; then consent for a joined client, or what works without joining."""
    _ = visit.words
    await visit.say_with_menu(wording.welcome(_, visit.house.policy.name))
    if visit.client is None:
        await visit.say(wording.general_only(_))
    elif visit.client.consented_at is None:
        await ask_consent(visit)
    else:
        await visit.say_with_menu(wording.ready(_))


async def ask_consent(visit: Visit) -> None:
    """What is kept, and whether that is good."""
    assert visit.client is not None
    _ = visit.words
    months = visit.house.policy.keep_days // 30
    text = wording.consent_question(_, visit.client.name, await visit.caseworker_name(), months)
    yes, no = Button(wording.consent_yes(_), "consent:yes"), Button(wording.consent_no(_), "consent:no")
    await visit.say(text, [[yes], [no]])


async def consent_answered(visit: Visit, answer: str) -> None:
    """Keep a yes with its moment; a no leaves the general answers."""
    if visit.client is None:
        return await visit.say_with_menu(wording.needs_invitation(visit.words))
    if answer == "yes":
        await visit.unit.clients.consent(visit.client.id, visit.at)
        await visit.reload_client()
        await visit.changed()
        return await visit.say_with_menu(wording.consent_given(visit.words))
    button = Button(wording.consent_yes(visit.words), "consent:yes")
    await visit.say(wording.consent_refused(visit.words), [[button]])


async def must_be_linked(visit: Visit) -> bool:
    """Whether the client is joined and consented; else say what is needed for it."""
    if visit.linked:
        return True
    if visit.client is None:
        await visit.say_with_menu(wording.needs_invitation(visit.words))
    else:
        await visit.say(wording.consent_needed(visit.words))
        await ask_consent(visit)
    return False


async def introduce_quietly(visit: Visit) -> None:
    """A question as first message was answered first; then what works without joining, and the menu."""
    visit.conversation.language = visit.language
    await visit.say_with_menu(wording.general_only(visit.words))


async def stop(visit: Visit) -> None:
    """/stop: no more messages; an unlinked chat is forgotten at once."""
    if visit.client is None:
        await visit.say(wording.stopped(visit.words))
        visit.conversation.language = None
        visit.conversation.end_step()
        visit.conversation.recent = []
        return
    await visit.unit.clients.set_state(visit.client.id, "stopped")
    _ = visit.words
    said = wording.stopped_with_case(_, await visit.caseworker_name()) if visit.case else wording.stopped(_)
    await visit.say(said)
    await visit.changed()


async def _join(visit: Visit, code: str) -> None:
    if _guessing(visit):
        return await visit.say(wording.invitation_too_often(visit.words))
    client_id = await visit.unit.invitations.use(code_hash(code), visit.at)
    if client_id is None:
        visit.conversation.wrong_codes.append(clock.text(visit.at))
        return await visit.say(wording.invitation_wrong(visit.words))
    await visit.unit.clients.link(client_id, visit.incoming.chat_id, visit.at)
    await visit.reload_client()
    assert visit.client is not None
    visit.conversation.recent = []  # what was asked before joining is not kept
    visit.conversation.language = visit.client.language
    visit.conversation.begin("first_language")
    await visit.changed()


def _guessing(visit: Visit) -> bool:
    since = clock.text(visit.at - timedelta(seconds=WRONG_CODES_WINDOW.total_seconds()))
    visit.conversation.wrong_codes = [at for at in visit.conversation.wrong_codes if at > since]
    return len(visit.conversation.wrong_codes) >= WRONG_CODES_ALLOWED
