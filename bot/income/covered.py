"""Which pages of a paper are kept as pictures with the citizen service number covered.

`pictures` of a reading has an id for each page, and an empty one for a page that could not be read well enough to
know what to cover. Only the pictures are shown as they are; the file that the client sent never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.income.paper import Paper

COVERED = "covered"
"""The kind of a stored file that may be shown as it is."""


def pictures(reading: Mapping[str, Any]) -> list[str]:
    """The id of the picture of each page, empty where there is none."""
    return [str(one) for one in reading.get("pictures", ())]


def only_covered(paper: Paper, kinds: Mapping[str, str]) -> Paper:
    """The paper without pictures that nobody vouched for: of before pages were covered. `kinds`: file id -> kind."""
    vouched = [one if kinds.get(one) == COVERED else "" for one in pictures(paper.reading)]
    return replace(paper, reading={**paper.reading, "pictures": vouched})


def originals(paper: Paper) -> list[str]:
    """The ids of the files as the client sent them, in order."""
    return [str(one) for one in paper.reading.get("files", ())] or [paper.file_id]


def pages_covered(paper: Paper) -> tuple[list[int], list[int]]:
    """The numbers of the pages that have a picture, and of those that have none."""
    ids = pictures(paper.reading) or [""] * max(paper.pages, 1)
    numbered = list(enumerate(ids, 1))
    return [number for number, one in numbered if one], [number for number, one in numbered if not one]


def uncovered_originals(paper: Paper) -> list[str]:
    """The files of which some page has no picture."""
    return [one for one in originals(paper) if not _all(_pictures_of(paper, one))]


def is_covered(papers: Iterable[Paper], file_id: str) -> bool:
    """Whether every page of this file can be seen as a picture, in the papers that it belongs to."""
    own = [paper for paper in papers if file_id in originals(paper)]
    return bool(own) and not any(file_id in uncovered_originals(paper) for paper in own)


def _pictures_of(paper: Paper, file_id: str) -> list[str]:
    files, ids = originals(paper), pictures(paper.reading)
    return [ids[files.index(file_id)]] if len(files) == len(ids) else ids


def _all(ids: list[str]) -> bool:
    return bool(ids) and all(ids)
