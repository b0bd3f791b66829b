"""An editor saves a file and sees it at once; the chats keep what they were started with."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.answers.decision import Decider
from bot.answers.library import Library
from bot.editor import current
from bot.editor.current import Current
from tests.editor.parts import house_of


@pytest.fixture
def content(small_content: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return Path(shutil.copytree(small_content, tmp_path / "content"))


def following(content: Path, cache: Path) -> Current:
    return Current(house_of(Decider.at_once(Library.load(content), cache)), cache)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


async def test_another_text_is_seen_at_once(content: Path, cache: Path, decider: Decider) -> None:
    """Without a restart; and what is the same is not read again."""
    now = following(content, cache)
    before = await now.house()
    assert await now.house() is before
    change(content / "nl" / "btw" / "btw-kor.md", "Je leest hem snel.", "Je leest hem meteen.")
    after = await now.house()
    article = after.library.article("btw-kor")
    assert article is not None and "Je leest hem meteen." in article.text
    assert now.learned  # the ways to ask are the same
    old = before.library.article("btw-kor")
    assert old is not None and "Je leest hem snel." in old.text


async def test_a_new_way_to_ask_is_learned_apart(
    content: Path, cache: Path, decider: Decider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is ready the page says so; then the new words count."""
    begun, may_go_on = asyncio.Event(), asyncio.Event()

    async def learn(folder: Path, where: Path) -> bool:
        begun.set()
        await may_go_on.wait()
        await asyncio.to_thread(Decider.load, Library.load(folder), where)
        return True

    monkeypatch.setattr(current, "learn_apart", learn)
    now = following(content, cache)
    change(content / "nl" / "btw" / "btw-kor.md", "- afmelden kor", "- afmelden kor\n- zwaluwnest bij de kor")
    house = await now.house()
    await asyncio.wait_for(begun.wait(), 5)
    assert not now.learned
    assert "zwaluwnest bij de kor" in (await now.questions())["btw-kor"]
    may_go_on.set()
    async with asyncio.timeout(60):
        while not now.learned:
            await asyncio.sleep(0.05)
    assert house.decider.finder.find("zwaluwnest").topics[0][0] == "btw-kor"
    await now.close()


async def test_a_broken_file_leaves_the_texts_of_before(content: Path, cache: Path, decider: Decider) -> None:
    """A forgotten quote is said on the page; when it is mended all goes on."""
    now = following(content, cache)
    good = (content / "synonyms.yaml").read_text(encoding="utf-8")
    (content / "synonyms.yaml").write_text('loonstrook: ["vergeten]\n', encoding="utf-8")
    house = await now.house()
    assert now.unreadable and house.library.article("btw-kor") is not None
    (content / "synonyms.yaml").write_text(good + "\n", encoding="utf-8")
    await now.house()
    assert not now.unreadable
    await now.close()
