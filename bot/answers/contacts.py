"""Who helps, and how to reach them; and the route for each kind of crisis (content/help.yaml)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.answers.reading_yaml import mapping

CRISIS_KINDS = ("zelfmoord", "geweld", "eten", "uitzetting", "dakloos", "afsluiting")


@dataclass(frozen=True, slots=True)
class Contact:
    """One organisation or desk; `state` says how sure we are of it (SEEN, SEEN-2ND, SEEN-OLD, RECALLED)."""

    key: str
    name: str
    number: str = ""
    url: str = ""
    hours: str = ""
    what: str = ""
    state: str = ""

    def line(self) -> str:
        """How the contact stands in a sentence: the name and the number, or the address."""
        reach = self.number or self.url
        return f"{self.name}: {reach}" if reach else self.name


@dataclass(frozen=True, slots=True)
class CrisisRoute:
    """The topic, the contacts in the order of urgency, and the first sentences per language."""

    kind: str
    topic: str
    contacts: tuple[str, ...]
    text: dict[str, str] = field(default_factory=dict)

    def words(self, language: str) -> str:
        """The text in this language, or else in Dutch."""
        return self.text.get(language) or self.text.get("nl", "")


@dataclass(frozen=True, slots=True)
class Help:
    """Everything of content/help.yaml."""

    contacts: dict[str, Contact] = field(default_factory=dict)
    crisis: dict[str, CrisisRoute] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Help:
        """Read the file; a missing file gives an empty list, which `content check` calls an error."""
        data = mapping(path)
        people = {str(k): _contact(str(k), v or {}) for k, v in (data.get("contacts") or {}).items()}
        routes = {str(k): _route(str(k), v or {}) for k, v in (data.get("crisis") or {}).items()}
        return cls(people, routes)

    def for_crisis(self, kind: str) -> tuple[Contact, ...]:
        """The contacts of a kind of crisis, most urgent first; unknown names are left out."""
        route = self.crisis.get(kind)
        names = route.contacts if route else ()
        return tuple(self.contacts[name] for name in names if name in self.contacts)


def _contact(key: str, item: dict[str, Any]) -> Contact:
    said = {field_: str(item.get(field_) or "") for field_ in ("number", "url", "hours", "what")}
    return Contact(key, str(item.get("name") or key), state=str(item.get("label") or ""), **said)


def _route(kind: str, item: dict[str, Any]) -> CrisisRoute:
    text = {str(k): str(v).strip() for k, v in (item.get("text") or {}).items()}
    return CrisisRoute(kind, str(item.get("topic") or ""), tuple(item.get("contacts") or ()), text)
