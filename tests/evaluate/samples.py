"""Messages to measure with: the test set, and the older sets by which thresholds may be chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bot.answers.crisis import Signs
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from tests.evaluate.figures import Kind, Sample

_HERE = Path(__file__).parent
# A cry between other matters. The second has no point or comma anywhere, as many people write.
_STORY = (
    "Goedemorgen, ik stuurde vorige week mijn loonstrook. Mijn baas betaalt altijd laat. {}. "
    "Ook wil ik weten wanneer mijn vakantiegeld komt en of ik nog zorgtoeslag krijg."
)
_BARE = (
    "hallo ik had vorige week gebeld over mijn loonstrook en toen zei een mevrouw dat het goed kwam maar {} "
    "en verder wil ik weten wanneer het vakantiegeld komt en of mijn nieuwe adres al bekend is bij jullie"
)


def test_set() -> list[Sample]:
    """tests/evaluate/test.jsonl: written apart from content/, never used for learning or for a threshold."""
    lines = (_HERE / "test.jsonl").read_text(encoding="utf-8").splitlines()
    return [_sample(json.loads(line)) for line in lines if line.strip()]


def learned(library: Library) -> set[str]:
    """Every text that the models learn from."""
    signs = Signs.load(library.folder / "crisis.yaml")
    small = (text for texts in mapping(library.folder / "smalltalk.yaml").values() for text in texts)
    asked = (text for texts in library.questions().values() for text in texts)
    cries = (text for texts in signs.seeds.values() for text in texts)
    return {*signs.ordinary, *small, *cries, *asked, *library.outside()}


def unlearned(samples: Iterable[Sample], library: Library) -> list[Sample]:
    """Without the few that an editor happened to write as well: what was learned measures nothing."""
    known = learned(library)
    return [sample for sample in samples if sample.text not in known]


def _sample(said: dict[str, object]) -> Sample:
    return Sample(
        text=str(said["text"]),
        kind=Kind(said["kind"]),
        language=str(said["lang"]),
        slug=str(said["topic"]) if said.get("topic") else None,
        style=str(said.get("style") or ""),
        accept=tuple(said.get("accept") or ()),  # type: ignore[arg-type]
        also=str(said["also"]) if said.get("also") else None,
        history=tuple(said.get("history") or ()),  # type: ignore[arg-type]
    )


def fresh() -> list[Sample]:
    """tests/evaluate/messages.yaml, and every Dutch cry again inside two stories."""
    samples: list[Sample] = []
    for language, said in mapping(_HERE / "messages.yaml").items():
        samples += [Sample(t, Kind.TOPIC, language, slug) for slug, texts in said["topics"].items() for t in texts]
        for key, kind in _KINDS.items():
            samples += [Sample(text, kind, language) for text in said[key]]
    cries = [s for s in samples if s.kind in (Kind.EXPLICIT, Kind.INDIRECT) and s.language == "nl"]
    samples += [Sample(_STORY.format(s.text), Kind.STORY, "nl") for s in cries]
    samples += [Sample(_BARE.format(s.text), Kind.BARE, "nl") for s in cries]
    return samples


def older() -> list[Sample]:
    """tests/answers/evaluation.yaml; its cries are all explicit, its languages are mixed."""
    said = mapping(_HERE.parent / "answers" / "evaluation.yaml")
    samples = [Sample(text, Kind.TOPIC, "all", slug) for slug, texts in said["topics"].items() for text in texts]
    samples += [Sample(text, Kind.OUTSIDE, "all") for text in said["outside"]]
    samples += [Sample(text, Kind.LOOKS, "all") for text in said["harmless"]]
    cries = [text for texts in said["crisis"].values() for text in texts]
    samples += [Sample(text, Kind.EXPLICIT, "all") for text in cries]
    for story, kind in ((_STORY, Kind.STORY), (_BARE, Kind.BARE)):
        samples += [Sample(story.format(text), kind, "all") for text in cries]
    return samples


_KINDS = {"outside": Kind.OUTSIDE, "looks": Kind.LOOKS, "explicit": Kind.EXPLICIT, "indirect": Kind.INDIRECT}
