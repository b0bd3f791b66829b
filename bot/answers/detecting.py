"""Which language a message is in: by its script, then by letters and small words of one language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.answers.finding.words import words
from bot.language import LANGUAGES, SOURCE

_SCRIPTS = (("ar", re.compile(r"[\u0600-\u06ff]")), ("uk", re.compile(r"[\u0400-\u04ff]")))
_LETTERS: Mapping[str, str] = {"tr": "ğışİ", "pl": "ąęłńśźżć", "es": "ñ¿¡áíóú", "fr": "çèàùœêâô"}
_SMALL: Mapping[str, str] = {
    "nl": "ik je jij mijn mij me de het een en of niet geen is ben bent heb heeft hoe wat wanneer waar "
    "wie waarom kan kunnen mag moet wil krijg krijgen van voor naar met op in als dan maar nog ook al "
    "deze dit dat die er te aan bij uit door om over we ze hij zij wordt word doen brief uitkering "
    "loon loonstrook toeslag bijstand huur geld werk gemeente aanvragen hoeveel welke hallo graag",
    "en": "i my me you your the a an and or not no is are am was have has do does did how what when where who "
    "why can may must want get of for to with at on in if this that they we he she it from about letter "
    "benefit money work job rent apply much many which hello please need don't can't will would should help",
    "tr": "ben bir ve bu icin ne nasil nerede kim neden var yok mi mu degil benim bana beni zaman kadar "
    "ile de da istiyorum para isim maas mektup yardim gun lazim nereye hangi cok alabilir miyim odenek evde",
    "pl": "ja nie jest mam mnie mi moj moja jak co kiedy gdzie kto dlaczego czy sie na do za z w o dla od po "
    "moge chce musze ile jaki pieniadze praca list zasilek prosze dostane potrzebuje jestem juz",
    "es": "yo mi no es el la los las un una y o que como cuando donde quien por para con de en tengo puedo "
    "quiero me se cuanto cual dinero trabajo carta ayuda necesito hay del al estoy soy mis",
    "fr": "je mon ma mes ne pas est le la les un une et ou que comment quand qui pour avec de en ai peux "
    "veux dois combien quel argent travail lettre aide besoin du au des suis il elle j'ai sur",
}
_WORDS = {language: frozenset(text.replace("'", "").split()) for language, text in _SMALL.items()}
_ENOUGH = 1.0


def detect(text: str, hint: str | None = None) -> str:
    """A language code; the hint, or else Dutch, when the message itself does not tell."""
    plain = text.isascii()  # most Dutch: no other script, no letters with signs
    for language, script in () if plain else _SCRIPTS:
        if len(script.findall(text)) * 2 > sum(c.isalpha() for c in text) > 0:
            return language
    scores = dict.fromkeys(_WORDS, 0.0)
    typed = set(words(text))
    for language, known in _WORDS.items():
        scores[language] += len(typed & known)
    for language, letters in () if plain else _LETTERS.items():
        scores[language] += 1.5 * sum(text.count(letter) for letter in letters)
    fallback = hint if hint in LANGUAGES else SOURCE
    if fallback in scores:
        scores[fallback] += 0.5
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= _ENOUGH else fallback
