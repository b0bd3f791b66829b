"""Which letter a pasted text is: it must look like a letter first, so that a question never counts as one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answers.letters.days import FoundDay, Role, days_in
from bot.answers.letters.letter import Kind, Letters, Sender
from bot.answers.letters.likeness import likeness
from bot.answers.letters.matching import LONGEST, Phrase, found, holds, phrase
from bot.answers.letters.money import FoundAmount, amounts_in

SHORTEST = 120  # characters; what is shorter is a question
SIGNS = 3  # of a letter that must be there
HEAD = 300  # characters in which a sender's name stands
SURE = 0.6  # from here the sender or kind is named; below it the client chooses
ALIKE = 0.5  # the most for a kind of which no own word is there

_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:geachte|beste (?:heer|mevrouw|meneer|klant|huurder|relatie|cliënt))\b",
        r"\b(?:met vriendelijke groet|hoogachtend|namens (?:het college|de|deze)|teamleider|afdelingsmanager)\b",
        r"\b(?:ons kenmerk|uw kenmerk|kenmerk|betalingskenmerk|zaaknummer|dossiernummer|klantnummer|aanslagnummer|"
        r"beschikkingsnummer|cjib-nummer|burgerservicenummer|bsn)\b",
        r"\b(?:betreft|onderwerp)\s*:",
        r"\b(?:dagtekening|verzenddatum|datum|behandeld door|bijlagen?|telefoon)\s*:?\s",
        r"\b(?:postbus \d|\d{4}\s?[A-Z]{2}\b)",
        r"\b(?:besluit|beschikking|beslissing|aanslag|vonnis|sommatie|aanmaning|factuur|nota)\b",
        r"\b(?:bezwaarschrift|bezwaar maken|niet eens met|in beroep|heeft u (?:nog )?vragen)\b",
        r"\b(?:wij|ons|onze)\b.*\b(?:u|uw)\b",
        r"(?:\bu\b.*){2}|\bu\b.*\buw\b|\buw\b.*\bu\b|(?:\buw\b.*){2}",
        r"(?:\n.*){4}",
    )
)
_OWN = re.compile(r"\b(?:ik|mijn|mij|me|i|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a text of a letter says. `sure` numbers go from 0 to 1; `kind` is None when nothing points to one.

    `kinds` are the likely kinds of this sender, the likeliest first.
    """

    sender: Sender
    sender_sure: float
    kind: Kind | None
    kind_sure: float
    kinds: tuple[Kind, ...] = ()
    days: tuple[FoundDay, ...] = ()
    amounts: tuple[FoundAmount, ...] = ()

    def day(self, role: Role) -> date | None:
        """The likeliest day of this role."""
        fitting = [each for each in self.days if each.role == role]
        return max(fitting, key=lambda each: each.sure).day if fitting else None


def recognise(letters: Letters, text: str, today: date, subject: str = "") -> Recognised | None:
    """The letter that this text is, or None: it is no letter, or of a sender whom we do not know. Never raises."""
    text = text[:LONGEST]
    if not looks_like_letter(text):
        return None
    whole, head = phrase(text), phrase(text[:HEAD])
    scores = {key: _sender_score(sender, whole, head) for key, sender in letters.senders.items()}
    if not any(scores.values()):
        return None
    kinds = {key: kind_scores(sender, whole, subject) for key, sender in letters.senders.items() if scores[key]}
    joint = {key: scores[key] + 0.5 * max(kinds[key].values(), default=0.0) for key in kinds}
    best = max(joint, key=lambda key: joint[key])
    sender, pointed = letters.senders[best], kinds[best]
    alike = likeness(sender, text, subject)
    scored = {key: score + alike[key] for key, score in pointed.items()}
    likely = [sender.kinds[key] for key, score in _ranked(scored) if score]
    kind_sure = _share(scored)
    if likely and not pointed[likely[0].key]:  # none of its own words: it is only offered
        kind_sure = min(kind_sure, ALIKE)
    return Recognised(
        sender=sender,
        sender_sure=_share(joint),
        kind=likely[0] if likely else None,
        kind_sure=kind_sure,
        kinds=tuple(likely[:3]),
        days=days_in(text, today),
        amounts=amounts_in(text),
    )


def looks_like_letter(text: str) -> bool:
    """Long enough, with the signs of a letter; what people tell about themselves has fewer of them."""
    text = text[:LONGEST].strip()
    if len(text) < SHORTEST:
        return False
    own = len(_OWN.findall(text))
    signs = sum(sign.search(text) is not None for sign in _SIGNS) + ("\n" not in text and _one_line(text))
    needed = SIGNS + min(own, 3) + (text.endswith("?") and own > 0)
    return signs >= needed


def senders_in(letters: Letters, text: str) -> list[Sender]:
    """The senders whom a few words name."""
    said = phrase(text)
    return [sender for sender in letters.senders.values() if any(holds(said, each) for each in sender.phrases)]


def kinds_in(sender: Sender, text: str) -> list[Kind]:
    """The kinds of letters of this sender that a few words point to, the likeliest first."""
    said = phrase(text)
    scores = kind_scores(sender, said)
    for key, kind in sender.kinds.items():
        if holds(said, phrase(kind.name)):
            scores[key] += 10.0
    ranked = [(key, score) for key, score in _ranked(scores) if score]
    return [sender.kinds[key] for key, score in ranked if score >= ranked[0][1] / 2]


def kind_scores(sender: Sender, text: Phrase, subject: str = "") -> dict[str, float]:
    """How strongly the text points to each kind: a word of one kind only counts more, so do more words.

    Words at the head or in the subject count twice.
    """
    times: dict[Phrase, int] = {}
    for kind in sender.kinds.values():
        for each in kind.phrases:
            times[each] = times.get(each, 0) + 1
    top = text[:HEAD] + phrase(subject)
    return {
        key: sum((1.0 + 0.5 * each.strip().count(" ")) * (2 if each[:-1] in top else 1) / times[each] for each in hits)
        for key, kind in sender.kinds.items()
        for hits in [found(text, kind.phrases)]
    }


def _sender_score(sender: Sender, whole: Phrase, head: Phrase) -> float:
    """A name at the head is the sender's; further on it may be somebody who is only mentioned."""
    return sum(3.0 if holds(head, each) else 1.0 for each in sender.phrases if holds(whole, each))


def _one_line(text: str) -> int:
    """Some phones paste a letter without its lines: then its length counts for them."""
    return int(len(text) > 2 * SHORTEST)


def _ranked(scores: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(scores.items(), key=lambda item: -item[1])


def _share(scores: Mapping[str, float]) -> float:
    """How far the best one is ahead of the next: 0.5 when they are equal, 1 when it stands alone."""
    ranked = [score for _, score in _ranked(scores)][:2]
    return ranked[0] / sum(ranked) if sum(ranked) else 0.0
