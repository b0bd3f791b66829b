"""The library on the desk: caseworkers look things up too, and see on which source a text rests."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.responses import Response

from bot.answers.article import Rendered
from bot.desk_app.desk import Visit
from bot.desk_app.pages import not_found, page
from bot.desk_app.when import day_of
from bot.language import LANGUAGES, SOURCE

MOST_CHARACTERS = 200  # of what is searched for


async def library_page(visit: Visit) -> Response:
    """GET /desk/naslag"""
    return page("library.html", session=visit.session, asked="", found=())


async def search(visit: Visit) -> Response:
    """POST /desk/naslag: who pastes a client's words leaves them in no address."""
    asked = visit.form.get("words", "")[:MOST_CHARACTERS]
    return page("library.html", session=visit.session, asked=asked, found=visit.desk.knowledge.search(asked))


async def topic(visit: Visit) -> Response:
    """GET /desk/naslag/{slug}?taal=LANGUAGE"""
    library, slug = visit.desk.knowledge.library, visit.request.path_params["slug"]
    wanted = visit.request.query_params.get("taal", SOURCE)
    language = wanted if wanted in LANGUAGES else SOURCE
    article = library.article(slug, language) if library else None
    if article is None or library is None:
        return not_found(session=visit.session)
    shown = library.show(slug, language, day_of(visit.at))
    return page(
        "topic.html",
        session=visit.session,
        article=article,
        parts=list(parts_of(shown)) if shown else (),
        others=[code for code in library.articles[slug] if code != article.language],
        next=[(one, library.title(one)) for one in article.next if library.article(one)],
    )


def parts_of(shown: Rendered) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    at = 0
    for start, end in shown.bold:
        yield shown.text[at:start], False
        yield shown.text[start:end], True
        at = end
    yield shown.text[at:], False
