"""Which answers were unclear, from counts without persons."""

from __future__ import annotations

from bot.answers.unclear import by_day, by_topic

COUNTS = [
    ("2026-11-24", "topic.afspraak", 10),
    ("2026-11-25", "topic.afspraak", 10),
    ("2026-11-25", "clear.no.afspraak", 2),
    ("2026-11-25", "clear.yes.afspraak", 9),
    ("2026-11-25", "topic.btw", 8),
    ("2026-11-25", "clear.no.btw", 4),
    ("2026-11-25", "topic.zelden", 1),
    ("2026-11-25", "clear.no.zelden", 1),
    ("2026-11-25", "topic.goed", 30),
    ("2026-11-24", "question.answer", 5),
    ("2026-11-24", "question.clarify", 2),
    ("2026-11-25", "question.none", 3),
    ("2026-11-25", "question.expired", 1),
]


def test_the_worst_topic_comes_first() -> None:
    """By the share that was unclear, over all days; a topic shown once or twice comes last."""
    found = by_topic(COUNTS)
    assert [(one.slug, one.shown, one.unclear) for one in found] == [
        ("btw", 8, 4),
        ("afspraak", 20, 2),
        ("goed", 30, 0),
        ("zelden", 1, 1),
    ]
    assert [one.share for one in found] == [0.5, 0.1, 0.0, 1.0]
    assert found[1].clear == 9


def test_every_day_says_what_became_of_its_questions() -> None:
    """The newest day first."""
    days = [(day.day, day.answered, day.choices, day.unanswered, day.expired) for day in by_day(COUNTS)]
    assert days == [("2026-11-25", 0, 0, 3, 1), ("2026-11-24", 5, 2, 0, 0)]


def test_a_button_pressed_after_midnight_breaks_nothing() -> None:
    """Unclear on a day on which the answer itself was not shown."""
    assert by_topic([("2026-11-25", "clear.no.btw", 1)])[0].share == 1.0
    assert by_topic([]) == [] and by_day([]) == []
