"""Labels that are in no list, understood by their parts: «som bruto periodesalaris» is a gross wage.

One part says which field it is, all others must be words that change nothing. A single unknown word and it is no
label: a miss is asked, a wrong amount is not noticed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.income.papers.lexicon import Meaning

_LEVELLING = (
    r"tota(?:al|le)|som|subtotaal|bedrag|in|het|de|van|per|op|over|deze|dit|uw|je|jouw|euro?s?|geld|incl|excl|"
    r"loon|lonen|salaris|inkomen|inkomsten|verdiensten|beloning|periode|maand|week|weken|vierweken|tijdvak|"
    r"periodeloon|periodesalaris|maandloon|maandsalaris|weekloon|normaal|normale|tabel|witte?|groene?|fiscaal|"
    r"total|amount|sum|this|period|the|of|your|salary|wages?|pay|income|earnings|month|employee|werknemer|normal|"
    r"na|voor|aan|tm|bank|bankrekening|rekening|account|to|for|and|en|over|naar|mijn|into|verdienste|"
    r"samen|blijft|rest|dutch|nederlandse|verdiend|verdiende|bezoldiging|iban|dit|krijg|krijgt|belastingdienst|"
    r"u|ons|wij|we|ik|dat|die|wat|is|wordt|you|monthly|weekly|my"
)
_OF_WORK = r"(?!uur|dag|jaar|stuk|minimum|basis|heffing|fiscaal|sv|premie|tabel)[a-z]{4,}(?:loon|salaris|verdiensten?)"
"""«Functieloon», «weeksalaris»: a wage in one word; of an hour, a year or for a tax it is another amount."""
_NEUTRAL = re.compile(rf"(?:{_LEVELLING}|{_OF_WORK})?")
_WORDS: tuple[tuple[str, str], ...] = (
    ("gross", r"bruto?|bruto(?:loon|salaris|inkomen|verdiensten|bedrag|periodeloon|periodesalaris|totaal)|gross"),
    ("net", r"netto?|netto(?:loon|salaris|inkomen|verdiensten|bedrag|periodeloon|periodesalaris|totaal)|net"),
    ("paid", r"uitbetaald|uitbetaling|uitbetalen|uitbetaal|uitgekeerd|overgemaakt|overmaken|overmaking|overschrijving|"
             r"overgeschreven|gestort|storting|bijgeschreven|transferred|transfer|payable|payout|paid|betaalbaar|"
             r"overboeken|overboeking|overgeboekt|boeken|geboekt"),
    ("pay", r"betalen|betaald|betaling|ontvangen|payment|receive|received"),
    ("out", r"uit|te|out|teontvangen|tebetalen"),
    ("tax", r"loonheffing(?:en)?|loonbelasting|lbpvv|lb|lh|pvv|payrolltax|wagetax|incometax"),
    ("tax_word", r"tax|belasting"),
    ("social", r"premies?|volksverzekeringen|vv|social|security"),
    ("of_wage", r"payroll"),
    ("withheld", r"ingehouden|inhouding(?:en)?|ingehoud|withheld|withholding|deducted|deduction|afdracht|af|heffing"),
    ("holiday", r"vakantiegeld(?:en)?|vakantietoeslag|vakantiebijslag|vakantiegelden|vakgeld|vakgld|vakantieuitkering"),
    ("holiday_word", r"holiday|vacation"),
    ("allowance", r"allowance|toeslag|bijslag|money"),
    ("accrued", r"opbouw|opgebouwd|opgebouwde|reservering|gereserveerd|gereserveerde|dotatie|toename|aangroei|"
                r"accrual|accrued|reserved|reservation|added"),
    ("balance", r"saldo|stand|tegoed|eindsaldo|eindstand|balance|reserve|restant|resteert|nog|cumulatief|remaining"),
    ("credit", r"korting|heffingskorting|loonheffingskorting|lhkorting|lhk|loonheffingkorting|taxcredit|credit"),
    ("applied", r"toegepast|toepassen|toepassing|toe|applied|apply|indicatie|code|jn|ind"),
    ("bijz", r"bijz|bijzonder|bijzondere|bt|special"),
)  # fmt: skip
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in _WORDS)
_LONGEST = 6

# The parts that must be there, the parts that may be there too, and the field. The first that fits.
_FIELDS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = tuple(
    (frozenset(needed.split()), frozenset(also.split()), field)
    for needed, also, field in (
        ("credit tax", "applied", "tax_credit_applied"),
        ("credit tax_word", "applied of_wage", "tax_credit_applied"),
        ("credit", "applied", "tax_credit_applied"),
        ("holiday accrued", "allowance", "holiday_accrued_cents"),
        ("holiday_word accrued", "allowance", "holiday_accrued_cents"),
        ("holiday balance", "allowance accrued out pay", "holiday_balance_cents"),
        ("holiday_word balance", "allowance", "holiday_balance_cents"),
        ("holiday paid", "allowance", "holiday_pay_cents"),
        ("holiday_word paid", "allowance out", "holiday_pay_cents"),
        ("tax withheld", "social", "wage_tax_cents"),
        ("tax social", "", "wage_tax_cents"),
        ("tax_word withheld", "of_wage", "wage_tax_cents"),
        ("tax_word of_wage", "withheld", "wage_tax_cents"),
        ("tax", "", "wage_tax_cents"),
        ("net paid", "out pay", "paid_cents"),
        ("net pay", "out", "paid_cents"),
        ("paid", "out pay", "paid_cents"),
        ("pay out", "", "paid_cents"),
        ("gross", "", "gross_cents"),
        ("net", "", "net_cents"),
    )
)
_JOINED = re.compile(r"(bruto|netto)(.+)")
"""Dutch writes in one word what belongs together: «brutoverdienste»."""
_BANK = re.compile(r"bank|bankrekening|rekening|account|iban")
_TO_IT = re.compile(r"naar|op|to|into|totaal|total")
_WAGE = re.compile(r"loon|lonen|salaris|inkomen|voor|fiscaal|salary|wages?|earnings|income")
_TOTAL_HOLIDAY = re.compile(r"tota(?:al|le)|total")


@cache
def _role(word: str) -> str | None:
    """The role of a word, '' when it changes nothing, None when it is not known."""
    found = next((role for role, pattern in _ROLES if pattern.fullmatch(word)), None)
    joined = _JOINED.fullmatch(word)
    if joined and not found and _NEUTRAL.fullmatch(joined[2]):
        return "gross" if joined[1] == "bruto" else "net"
    return found or ("" if _NEUTRAL.fullmatch(word) else None)


def meaning_of_parts(words: Sequence[str]) -> Meaning | None:
    """The field that these squeezed words name together, or None."""
    if len(words) > _LONGEST or not (len(words) > 1 or (words and _JOINED.fullmatch(words[0]))):
        return None
    roles = [_role(word) for word in words]
    if None in roles:
        return None
    found = {role for role in roles if role}
    if not found and any(map(_BANK.fullmatch, words)) and any(map(_TO_IT.fullmatch, words)):
        return Meaning("paid_cents", "main")  # «naar uw bank»
    if found & {"holiday", "holiday_word"} and any(_TOTAL_HOLIDAY.fullmatch(word) for word in words):
        found.add("balance")  # the total that was saved, not what this period added
    base = any(_WAGE.fullmatch(word) and after != "tax" for word, after in zip(words, (*words[1:], ""), strict=True))
    for needed, also, field in _FIELDS:
        if field == "wage_tax_cents" and base:  # «loon voor loonheffing» is the wage that is taxed
            continue
        if needed <= found <= needed | also:
            return Meaning(field, "main")
    return None


_OTHER_AMOUNT = re.compile(
    r"(?:uur|uren|dag|jaar|year|ytd|cum|heden|sv|social|wml|minimum|belast|onbelast|tax(?:able|ed)|grondslag|basis|vorig|previous|"
    r"correctie|verschil|vergoed|toeslag|voorschot|korting|credit|werkgever|employer|nummer|code|uurloon|hour|day|"
    r"annual|opbouw|saldo|reserv|vakantie|holiday|contract|fulltime|norm|schaal|overwerk|overtime|uitruil|beslag|"
    r"kosten|cost|aandeel|deel|zvw|pens|premie|allowance|expense|fooi|bonus|lening|reeds|al$|bijz|bijtelling|advance).*"
)
_GUESSED: tuple[tuple[str, str, str], ...] = (
    ("tax", "withheld social", "wage_tax_cents"),
    ("gross", "", "gross_cents"),
    ("net paid", "out pay", "paid_cents"),
    ("net pay", "out", "paid_cents"),
    ("net", "", "net_cents"),
    ("paid", "out pay", "paid_cents"),
)


def guess_of_parts(words: Sequence[str]) -> Meaning | None:
    """The field that these squeezed words may name although one of them is unknown, when none names another amount."""
    if len(words) > _LONGEST or any(map(_OTHER_AMOUNT.fullmatch, words)):
        return None
    found = {role for word in words if (role := _role(word))}
    if "tax" in found and any(map(_WAGE.fullmatch, words)):
        return None
    for needed, also, field in _GUESSED:
        if set(needed.split()) <= found <= {*needed.split(), *also.split()}:
            return Meaning(field, "guess")
    return None


_PAYING = re.compile(
    r"\b(?:uit)?beta(?:al|ald|ling|len)|\b(?:bank)?rekening op$|\baccount on$|"
    r"(?:verlonings?|loon|salaris|valuta|boek(?:ings?)?) ?(?:datum|dag)|datum (?:loon|salaris|verloning)|"
    r"\b(?:maken|maakt|boeken|boekt|schrijven|schrijft)\b.* over op$|\bstort(?:en)?\b|"
    r"\bbet datum|overgemaakt|overmaking|overboek|gestort|storting|uitkeer|"
    r"pay|paid|transfer"
)
_NO_DAY_OF_PAYING = re.compile(r"period|tijdvak|week|geboorte|birth|dienst|print|afdruk")


def names_day_of_paying(text: str) -> bool:
    """Whether a plain text before a date says that it is the day of payment."""
    return bool(_PAYING.search(text)) and not _NO_DAY_OF_PAYING.search(text) and len(text) < 40
