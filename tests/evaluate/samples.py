"""The two sets as samples: a message, what it is, its language, and the topic when it has one."""

from __future__ import annotations

from pathlib import Path

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


def fresh() -> list[Sample]:
    """tests/evaluate/messages.yaml, and every Dutch cry again inside two stories."""
    samples: list[Sample] = []
    for language, said in mapping(_HERE / "messages.yaml").items():
        samples += [Sample(t, Kind.TOPIC, language, slug) for slug, texts in said["topics"].items() for t in texts]
        for kind in (Kind.OUTSIDE, Kind.LOOKS, Kind.EXPLICIT, Kind.INDIRECT):
            samples += [Sample(text, kind, language) for text in said[kind]]
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
