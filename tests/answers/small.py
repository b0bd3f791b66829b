"""A small content/ for tests: eight topics, a dozen questions each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 25)

SMALL: dict[str, list[str]] = {
    "inkomsten/inkomsten-doorgeven": [
        "Hoe geef ik mijn loonstrook door?", "waar stuur ik mijn loonstrook heen", "ik wil mijn inkomen doorgeven",
        "loonstrook opsturen", "hoe lever ik mijn salaris in", "kan ik een foto van mijn loonstrook sturen",
        "inkomsten melden bij de gemeente", "ik heb gewerkt, hoe geef ik dat door", "loonstrook uploaden",
        "mijn loon doorgeven", "waar moet mijn loonstrookje naartoe", "how do I send my payslip",
    ],
    "inkomsten/verrekening-uitleg": [
        "Hoe wordt mijn loon verrekend?", "hoe werkt de verrekening", "wat gaat er van mijn uitkering af",
        "hoeveel houd ik over als ik werk", "waarom wordt mijn inkomen verrekend", "uitleg verrekening inkomen",
        "hoe rekenen jullie mijn loon uit", "wat doet mijn salaris met mijn uitkering",
        "inhouding op de uitkering door werk", "verrekening snap ik niet", "hoe korten jullie mijn uitkering",
        "what happens to my benefit when I work",
    ],
    "bijstand/bijstand-betaaldatum": [
        "Wanneer krijg ik mijn bijstand?", "wanneer wordt de uitkering betaald", "op welke dag komt het geld",
        "betaaldatum bijstand", "wanneer is de uitbetaling", "welke datum storten jullie de uitkering",
        "hoe laat staat mijn geld op de rekening", "wanneer betaalt de gemeente", "uitkering datum december",
        "betaaldag van deze maand", "komt mijn uitkering morgen", "when is my benefit paid",
    ],
    "toeslagen/huurtoeslag-recht": [
        "Heb ik recht op huurtoeslag?", "kan ik huurtoeslag krijgen", "voorwaarden huurtoeslag",
        "is mijn huur te hoog voor huurtoeslag", "huurtoeslag met een kamer", "mag ik huurtoeslag hebben",
        "vanaf welke leeftijd huurtoeslag", "huurtoeslag bij laag inkomen", "wie krijgt huurtoeslag",
        "huurtoeslag sociale huur", "kom ik in aanmerking voor huurtoeslag", "am I entitled to rent allowance",
    ],
    "toeslagen/zorgtoeslag-recht": [
        "Heb ik recht op zorgtoeslag?", "kan ik zorgtoeslag krijgen", "voorwaarden zorgtoeslag",
        "zorgtoeslag bij laag inkomen", "wie krijgt zorgtoeslag", "zorgtoeslag met partner",
        "mag ik zorgtoeslag hebben", "vanaf welke leeftijd zorgtoeslag", "zorgtoeslag en werken",
        "kom ik in aanmerking voor zorgtoeslag", "krijg ik geld voor mijn zorgverzekering",
        "am I entitled to healthcare allowance",
    ],
    "contact/afspraak-maken": [
        "Hoe maak ik een afspraak?", "ik wil een afspraak", "afspraak verzetten", "afspraak afzeggen",
        "kan ik langskomen", "ik kan niet op mijn afspraak komen", "afspraak op kantoor", "afspraak via video",
        "andere dag voor mijn gesprek", "wanneer is mijn afspraak", "bellen voor een afspraak",
        "make an appointment",
    ],
    "btw/btw-kor": [
        "Wat is de kleineondernemersregeling?", "kan ik meedoen met de KOR", "KOR aanmelden",
        "omzet onder de grens KOR", "stoppen met de kleineondernemersregeling", "geen btw rekenen als kleine zzp'er",
        "wanneer mag ik de kor gebruiken", "kor voordelen en nadelen", "kleine ondernemer btw vrij",
        "hoe werkt de kor", "afmelden kor", "small business scheme vat",
    ],
    "nood/nood-geweld": [
        "Ik ben thuis niet veilig", "geweld thuis", "mijn partner doet mij pijn", "bedreiging thuis",
        "ik word mishandeld", "waar kan ik heen bij geweld", "hulp bij huiselijk geweld", "ik ben bang thuis",
        "mijn kind wordt geslagen", "veilig thuis bellen", "mijn ex valt mij lastig", "not safe at home",
    ],
}  # fmt: skip


def article_text(title: str, questions: list[str], **changes: object) -> str:
    """A file of content/ as an editor writes it."""
    head: dict[str, object] = {
        "title": title,
        "questions": questions,
        "sources": [{"title": "Gemeente", "url": "https://www.amsterdam.nl", "checked": date(2026, 11, 23)}],
        "checked": date(2026, 11, 23),
        "valid_until": date(2027, 6, 30),
        "confirm": [],
        "next": ["menu"],
        **changes,
    }
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\nDit is **de tekst**. Je leest hem snel.\n"
