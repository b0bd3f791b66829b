"""Words with which people come with a letter, in the languages of the bot."""

from __future__ import annotations

import re

from bot.answers.letters.letter import Letters, Sender
from bot.answers.letters.matching import phrase
from bot.answers.letters.recognising import senders_in

# «Ik heb een brief»: the whole message, perhaps with the sender after it.
_START = re.compile(
    r"(?:hallo |hoi |dag |hi |hello )?(?:"
    r"(?:ik )?(?:heb|kreeg|krijg|ontving)(?: ik)?(?: net| vandaag| nu)? (?:een|n|1|deze) brief(?:je)?"
    r"(?: gekregen| ontvangen| gehad)?"
    r"|(?:i )?(?:have|got|received)(?: got| received)? (?:a|this) letter"
    r"|(?:bana )?(?:bir )?mektup (?:aldim|geldi|var)|mektubum var|bir mektubum var"
    r"|(?:mam|dostal[ea]m|otrzymal[ea]m) (?:list|pismo)"
    r"|(?:я )?(?:отримав|отримала|маю) лист|у мене є лист"
    r"|(?:tengo|he recibido|recibi|me llego) una carta"
    r"|(?:j ai|jai)(?: recu)? (?:une lettre|un courrier)"
    r"|(?:لدي|عندي|وصلتني|استلمت|تلقيت) (?:رسالة|خطاب)"
    r")(?: (?:van|from|de|du|od|від|من)(?: (?:de|het|the|la|el))? (?P<sender>.{2,40}))?"
)
_CAPTION = re.compile(
    r"brie(?:f|ven|fje)|post|envelop(?:pe)?|letter|mail|mektup|list|pismo|лист|carta|lettre|courrier|رسالة|خطاب|الرسالة"
)
_WHAT_IS_THIS = (
    "wat betekent dit", "wat staat hier", "wat is dit", "wat moet ik hiermee", "wat moet ik doen",
    "what does this mean", "what is this", "bu ne demek", "bu nedir",
    "co to znaczy", "co to jest", "що це означає", "що це", "que significa",
    "que es esto", "que veut dire", "qu est ce que c est", "ماذا يعني", "ما معنى", "ما هذا",
)  # fmt: skip
_ASKS = tuple(phrase(text) for text in _WHAT_IS_THIS)
_PAYSLIP = re.compile(r"loon|salaris|payslip|pay slip|wage|maas|wyplat|зарплат|nomina|fiche de paie|bulletin|راتب")


def starts(letters: Letters, text: str) -> tuple[bool, Sender | None]:
    """Whether the whole message says «I have a letter», and of which sender when it names one that we know."""
    match = _START.fullmatch(phrase(text[:200]).strip())
    if match is None:
        return False, None
    named = senders_in(letters, match["sender"]) if match["sender"] else []
    if match["sender"] and not named:
        return False, None  # «ik heb een brief van mijn buurman over de schutting»: a question
    return True, named[0] if len(named) == 1 else None


def caption_says_letter(caption: str) -> bool:
    """Whether the words under a photo or file say that it is a letter, or ask what it means."""
    said = phrase(caption[:500])
    if _PAYSLIP.search(said):
        return False
    return any(ask in said for ask in _ASKS) or any(_CAPTION.fullmatch(word) for word in said.split())
