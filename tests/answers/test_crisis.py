"""Crisis: in every language, misspelt, inside a story, before anything else."""

from __future__ import annotations

import pytest

from bot.answers.contacts import CRISIS_KINDS
from bot.answers.crisis import Signs
from bot.answers.decision import Decider
from bot.language import LANGUAGES
from tests.answers.small import CONTENT

pytestmark = pytest.mark.slow
STORY = (
    "Goedemorgen, ik had vorige week een vraag over mijn loonstrook. Die heb ik nu gestuurd. "
    "Mijn werkgever betaalt altijd laat en daarom was de uitkering minder. {} "
    "Ook wil ik weten wanneer mijn vakantiegeld komt en of ik nog zorgtoeslag krijg dit jaar."
)


def test_every_kind_has_enough_sentences_in_every_language() -> None:
    """Forty in Dutch and eight in each other language."""
    from bot.answers.reading_yaml import mapping

    kinds = mapping(CONTENT / "crisis.yaml")["kinds"]
    assert set(kinds) == set(CRISIS_KINDS)
    for kind in kinds.values():
        assert {language: len(kind["seeds"][language]) >= 8 for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)
        assert len(kind["seeds"]["nl"]) >= 40


def test_every_sentence_of_the_list_is_seen(real: Decider) -> None:
    """What an editor wrote down is never missed."""
    signs = Signs.load(CONTENT / "crisis.yaml")
    missed = [text for texts in signs.seeds.values() for text in texts if real.watch.kind(text) is None]
    assert missed == []


def test_ordinary_sentences_of_the_list_give_no_alarm(real: Decider) -> None:
    """Being behind with the rent is a topic, not a crisis."""
    signs = Signs.load(CONTENT / "crisis.yaml")
    alarms = [text for text in signs.ordinary if real.watch.kind(text)]
    assert len(alarms) <= len(signs.ordinary) * 0.02, alarms


@pytest.mark.parametrize(
    ("cry", "kind"),
    [
        ("Ik wil eigenlijk niet meer leven.", "zelfmoord"),
        ("Mijn man slaat mij elke avond.", "geweld"),
        ("Mijn kinderen hebben honger.", "eten"),
        ("Morgen word ik uit mijn huis gezet.", "uitzetting"),
        ("Ik slaap in mijn auto.", "dakloos"),
        ("Mijn stroom is afgesloten.", "afsluiting"),
    ],
)
def test_one_line_in_a_long_story_is_enough(real: Decider, cry: str, kind: str) -> None:
    """People bury it between other questions."""
    assert real.decide(STORY.format(cry)).crisis_kind == kind
    assert real.decide(STORY.format("")).action != "crisis"


def test_a_crisis_goes_before_a_topic_and_names_its_own_topic(real: Decider) -> None:
    """The route of content/help.yaml, not the answer about the rent."""
    said = real.decide("heb ik recht op huurtoeslag? mijn vriend slaat me")
    assert (said.action, said.topic) == ("crisis", "nood-geweld")


@pytest.mark.parametrize("text", ["ik wil zelfmrod plegen", "mijn man slaad me", "ik heb geen slaaplek"])
def test_a_misspelt_cry_is_seen(real: Decider, text: str) -> None:
    """Nobody spells well in a crisis."""
    assert real.decide(text).action == "crisis"


@pytest.mark.parametrize("text", ["are you there?", "boterham met pindakaas", "czy ktoś tam jest", "ik lach me dood"])
def test_short_ordinary_messages_give_no_alarm(real: Decider, text: str) -> None:
    """An alarm opens an urgent case, so the shape of words or a language alone is no reason."""
    assert real.decide(text).action != "crisis"


@pytest.mark.parametrize("text", ["mijn man slaatt mij", "mijn kindren hebben hongr", "ik ben daklooos"])
def test_patterns_see_misspelt_words(real: Decider, text: str) -> None:
    """The words are repaired before the patterns look again."""
    assert real.decide(text).action == "crisis"


def test_a_cry_in_a_story_without_punctuation_is_seen(real: Decider) -> None:
    """Many people write without a point or comma."""
    bare = STORY.format("mijn man slaat mij elke avond").replace(".", "").replace(",", "").lower()
    assert real.decide(bare).crisis_kind == "geweld"


def test_only_what_is_left_without_a_saying_counts(real: Decider) -> None:
    """«ik lach me dood» alone offers no topic of need; a cry beside it is not hidden by it."""
    needs = {route.topic for route in real.library.help.crisis.values()}
    for saying in ("ik lach me dood", "haha ik lach me dood"):
        said = real.decide(saying)
        assert not needs & {said.topic, *said.choices}
    beside = real.decide("ik lach me dood maar ik wil eigenlijk niet meer verder")
    assert needs & {beside.topic, *beside.choices}
