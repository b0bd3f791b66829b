"""Every answer, by slug and language, with the amounts and contacts that stand in them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.answers.amounts import Amounts
from bot.answers.article import Article, Rendered, article_from, render, split_front_matter
from bot.answers.contacts import Help
from bot.answers.letters.letter import Letters
from bot.answers.reading_yaml import mapping, parse
from bot.language import LANGUAGES, SOURCE, translator

SHOWN = 1000  # rendered texts to remember, about two kilobytes each


@dataclass(frozen=True, slots=True)
class Library:
    """What content/ holds; `broken` names the files that could not be read."""

    folder: Path
    articles: dict[str, dict[str, Article]]
    amounts: Amounts = field(default_factory=Amounts)
    help: Help = field(default_factory=Help)
    letters: Letters = field(default_factory=Letters)
    broken: tuple[str, ...] = ()
    _shown: dict[tuple[str, str, date], Rendered | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, content_dir: Path, cache_dir: Path | None = None) -> Library:
        """Read all of content/. With `cache_dir`, only what changed is parsed again."""
        heads = _HeadCache(cache_dir)
        articles: dict[str, dict[str, Article]] = {}
        broken: list[str] = []
        for language in LANGUAGES:
            for path in sorted((content_dir / language).glob("*/*.md")):
                try:
                    article = _read(path, language, heads)
                except (ValueError, yaml.YAMLError, UnicodeDecodeError):
                    broken.append(path.relative_to(content_dir).as_posix())
                    continue
                articles.setdefault(article.slug, {})[language] = article
        heads.save()
        amounts = Amounts.load(content_dir / "amounts")
        help_, letters = Help.load(content_dir / "help.yaml"), Letters.load(content_dir / "letters.yaml")
        return cls(content_dir, articles, amounts, help_, letters, tuple(broken))

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every topic, in a fixed order."""
        return tuple(sorted(self.articles))

    def article(self, slug: str, language: str = SOURCE) -> Article | None:
        """The topic in this language, or else in Dutch, or None when there is no such topic."""
        found = self.articles.get(slug, {})
        return found.get(language) or found.get(SOURCE)

    def title(self, slug: str, language: str = SOURCE) -> str:
        """What a button for this topic says."""
        article = self.article(slug, language)
        return article.title if article else slug

    def show(self, slug: str, language: str, day: date) -> Rendered | None:
        """The text as it may be shown on that day; None when it, or an amount in it, has expired."""
        wanted = slug, language, day
        if wanted not in self._shown:
            if len(self._shown) >= SHOWN:
                self._shown.clear()  # a new day makes all that is kept stale
            self._shown[wanted] = self._rendered(*wanted)
        return self._shown[wanted]

    def _rendered(self, slug: str, language: str, day: date) -> Rendered | None:
        article = self.article(slug, language)
        if article is None or not article.is_valid(day):
            return None
        return render(article, lambda kind, name: self._value(kind, name, article.language, day))

    def questions(self) -> dict[str, list[str]]:
        """Slug -> its titles and phrasings in every language, and all that people wrote down beside them."""
        more = self._asked()
        return {slug: list(dict.fromkeys(self._phrasings(slug) + more.get(slug, []))) for slug in self.slugs}

    def fingerprint(self) -> str:
        """A name for everything that the finder learns from; another content never has the same."""
        taught = hashlib.sha256(json.dumps(self.titles_and_questions(), sort_keys=True).encode())
        more = sorted((self.folder / "asked").glob("*/*.yaml"))
        for path in (*more, self.folder / "outside.yaml", *self._synonym_files()):
            if path.exists():
                taught.update(path.relative_to(self.folder).as_posix().encode() + path.read_bytes())
        return taught.hexdigest()

    def titles_and_questions(self) -> dict[str, list[str]]:
        """Slug -> only what stands in the articles themselves."""
        return {slug: self._phrasings(slug) for slug in self.slugs}

    def synonyms(self) -> dict[str, list[str]]:
        """The own word -> words that people use for it (content/synonyms.yaml, and a file a language)."""
        found: dict[str, list[str]] = {}
        for path in self._synonym_files():
            for word, variants in mapping(path).items():
                found.setdefault(str(word), []).extend(str(v) for v in variants or ())
        return found

    def outside(self) -> tuple[str, ...]:
        """Messages that are about something else, for the finder to learn from."""
        groups = mapping(self.folder / "outside.yaml")
        return tuple(str(text) for items in groups.values() for text in items or ())

    def _synonym_files(self) -> list[Path]:
        return [self.folder / "synonyms.yaml", *sorted((self.folder / "synonyms").glob("*.yaml"))]

    def _asked(self) -> dict[str, list[str]]:
        """The store of other ways to ask: content/asked/LANGUAGE/ANY NAME.yaml."""
        found: dict[str, list[str]] = {}
        for path in sorted((self.folder / "asked").glob("*/*.yaml")):
            for slug, texts in mapping(path).items():
                found.setdefault(str(slug), []).extend(str(text) for text in texts or ())
        return found

    def _phrasings(self, slug: str) -> list[str]:
        found = [text for a in self.articles[slug].values() for text in (a.title, *a.questions)]
        return list(dict.fromkeys(found))

    def _value(self, kind: str, name: str, language: str, day: date) -> str | None:
        if kind == "contact":
            contact = self.help.contacts.get(name)
            return contact.line() if contact else None
        amount = self.amounts.on(name, day)
        return translator(language).euros(amount.cents) if amount else None


def _read(path: Path, language: str, heads: _HeadCache) -> Article:
    head, text = split_front_matter(path.read_text(encoding="utf-8"))
    return article_from(path.stem, language, path.parent.name, heads.parse(head), text)


class _HeadCache:
    """Parsed front matter by the hash of its YAML: reading a thousand files then takes no parsing."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "front-matter.json" if folder else None
        self._old = self._stored()
        self._now: dict[str, Any] = {}

    def parse(self, head: str) -> dict[str, Any]:
        key = hashlib.sha256(head.encode()).hexdigest()
        found = self._old.get(key)
        if found is None:
            found = parse(head)
            if not isinstance(found, dict):
                raise ValueError("The front matter is not a list of keys.")
        self._now[key] = found
        return dict(found)

    def save(self) -> None:
        if self._path is None or self._now.keys() == self._old.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(self._now, default=str, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._path)

    def _stored(self) -> dict[str, Any]:
        if self._path is None or not self._path.exists():
            return {}
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
