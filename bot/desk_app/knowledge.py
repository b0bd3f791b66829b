"""What the desk knows besides clients: the library with its sources, quick texts, and words that are hard to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.article import Article
from bot.answers.checking.wording import Wording
from bot.answers.contacts import Contact
from bot.answers.library import Library
from bot.handoff.quick_texts import QuickText, read_quick_texts

MOST = 12  # topics shown for a search
Find = Callable[[str], Sequence[tuple[str, float]]]
_FAINT = 0.02  # a topic with less chance was not asked for


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Read once. Without a library (in some tests) nothing is found."""

    library: Library | None = None
    find: Find = lambda _: ()
    quick_texts: Sequence[QuickText] = ()
    wording: Wording = field(default_factory=Wording)

    @classmethod
    def of(cls, library: Library, find: Find) -> Knowledge:
        """Everything that stands in the library's folder; `find` gives topics with their chances, best first."""
        quick = read_quick_texts(library.folder / "quick_texts.yaml")
        return cls(library, find, quick, Wording.load(library.folder / "words.yaml"))

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """Services to which a client can be referred, by key."""
        return self.library.help.contacts if self.library else {}

    def search(self, asked: str, language: str = "nl") -> list[Article]:
        """Topics for these words: first those with the words in the title, then what a client would be answered."""
        if self.library is None or not asked.strip():
            return []
        likely = (slug for slug, chance in self.find(asked) if chance >= _FAINT)
        slugs = [*self._titled(asked), *likely, *self._said(asked)]
        found = (self.library.article(slug, language) for slug in dict.fromkeys(slugs))
        return [article for article in found if article is not None][:MOST]

    def titles(self, slugs: Iterable[str]) -> Mapping[str, str]:
        """Slug -> title, of the topics that still exist."""
        known = self.library.articles if self.library else {}
        return {slug: self.library.title(slug) for slug in set(slugs) if self.library and slug in known}

    def hard_words(self, text: str) -> Iterable[tuple[str, str]]:
        """(hard word, everyday word) of a text."""
        small = text.lower()
        for easy, hard in self.wording.hard:
            for word in dict.fromkeys(match[0] for match in hard.finditer(small)):
                yield word, easy

    def _titled(self, asked: str) -> Iterable[str]:
        return self._with(asked, lambda article: f"{article.title} {article.slug}")

    def _said(self, asked: str) -> Iterable[str]:
        return self._with(asked, lambda article: f"{article.title} {article.text} {_sources(article)}")

    def _with(self, asked: str, words: Callable[[Article], str]) -> Iterable[str]:
        assert self.library is not None
        wanted = asked.casefold().split()
        for slug in self.library.slugs:
            article = self.library.article(slug)
            if article and all(word in words(article).casefold() for word in wanted):
                yield slug


def _sources(article: Article) -> str:
    return " ".join(source.title for source in article.sources)
