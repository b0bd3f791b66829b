"""Doubtful fields: the very spot on the paper, cut out, above the list that is confirmed in one tap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.income import fields, wording, wording_photos
from bot.income.paper import Paper
from bot.messages import Button, Picture, Reply
from bot.reception.visit import Visit


async def show(visit: Visit, paper: Paper, cut_outs: Iterable[dict[str, Any]]) -> None:
    """A picture for each doubtful field, with what was read there and a button to correct it."""
    _ = visit.words
    doubtful = [each for each in cut_outs if fields.doubtful(paper.reading, each["field"])]
    if not doubtful:
        return
    await visit.say(wording_photos.doubtful_spots(_, len(doubtful)))
    for each in doubtful:
        name = str(each["field"])
        label = wording.field(_, name)
        button = Button(wording_photos.correct_this(_, label), f"paper:field:{paper.id}:{name}")
        text = wording_photos.doubtful_spot(_, label, fields.shown(_, name, paper.reading.get(name)))
        await visit.send(Reply(text, buttons=((button,),), picture=Picture(each["id"], "photo", "plek.jpg")))
