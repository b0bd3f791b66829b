"""Photos, documents, voice and albums, both ways."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from tests.playground.playground_phone import Phone

PDF = b"%PDF-1.4\n" + bytes(range(256)) * 40


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture with some colour."""
    out = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(out, kind)
    return out.getvalue()


async def test_a_photo_of_a_client_comes_in_three_sizes_as_jpeg(bot: Bot, phone: Phone) -> None:
    """Telegram makes it smaller and encodes it again."""
    await phone.send_files(7001, [("strook.png", picture(3000, 1500))], **{"as": "photo", "text": "Kijk"})
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.caption == "Kijk"
    sizes = update.message.photo
    assert [(s.width, s.height) for s in sizes] == [(90, 45), (1280, 640), (2560, 1280)]
    content = bytes(await (await sizes[-1].get_file()).download_as_bytearray())
    assert Image.open(io.BytesIO(content)).format == "JPEG"
    assert len(content) == sizes[-1].file_size


async def test_a_small_photo_has_fewer_sizes(bot: Bot, phone: Phone) -> None:
    """Nothing is made larger than it was."""
    await phone.send_files(7001, [("klein.png", picture(200, 100))], **{"as": "photo"})
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert [(s.width, s.height) for s in update.message.photo] == [(90, 45), (200, 100)]


async def test_a_document_arrives_byte_for_byte(bot: Bot, phone: Phone) -> None:
    """Name, kind and size are told; the path holds no name."""
    await phone.send_files(7001, [("loonstrook mei.pdf", PDF)], **{"as": "document"})
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.document is not None
    document = update.message.document
    assert (document.file_name, document.file_size) == ("loonstrook mei.pdf", len(PDF))
    file = await document.get_file()
    assert file.file_path is not None and "loonstrook" not in file.file_path
    assert bytes(await file.download_as_bytearray()) == PDF
    shown = (await phone.messages(7001))[0]["document"]
    async with phone.session.get(phone.url + shown["url"]) as answer:
        assert await answer.read() == PDF


async def test_a_file_over_20_mb_cannot_be_fetched(bot: Bot, phone: Phone) -> None:
    """getFile refuses it, as for every bot."""
    await phone.send_files(7001, [("groot.pdf", bytes(20 * 1024 * 1024 + 1))], **{"as": "document"})
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.document is not None
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await update.message.document.get_file()


async def test_several_files_are_an_album(bot: Bot, phone: Phone) -> None:
    """One group, one update a file, the words with the first."""
    files = [(f"p{n}.jpg", picture(300, 400, "JPEG")) for n in range(3)]
    numbers = await phone.send_files(7001, files, **{"as": "photo", "text": "Drie pagina's"})
    updates = await bot.get_updates()
    messages = [u.message for u in updates if u.message]
    assert [m.message_id for m in messages] == numbers
    assert len({m.media_group_id for m in messages}) == 1 and messages[0].media_group_id
    assert [m.caption for m in messages] == ["Drie pagina's", None, None]


async def test_a_voice_message_has_a_duration(bot: Bot, phone: Phone) -> None:
    """A voice of the client, and one of the bot."""
    await phone.send_files(7001, [("v.ogg", b"OggS" * 50)], **{"as": "voice", "duration": "7"})
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.voice is not None
    assert update.message.voice.duration == 7
    sent = await bot.send_voice(7001, b"OggS" * 20, duration=3)
    assert sent.voice is not None and sent.voice.duration == 3


async def test_the_bot_sends_files_and_sends_them_again_by_id(bot: Bot, phone: Phone) -> None:
    """An upload, then the same file by its id."""
    await phone.act(7001, "start")
    first = await bot.send_document(7001, PDF, caption="Je overzicht", filename="overzicht.pdf")
    assert first.document is not None and first.document.file_name == "overzicht.pdf"
    again = await bot.send_document(7001, first.document.file_id)
    assert again.document == first.document
    photo = await bot.send_photo(7001, picture(1600, 800))
    assert [s.width for s in photo.photo] == [90, 1280, 1600]
    assert (await bot.send_photo(7001, photo.photo[-1].file_id)).photo == photo.photo
    edited = await bot.edit_message_caption(7001, first.message_id, caption="Nieuw")
    assert not isinstance(edited, bool) and edited.caption == "Nieuw"


async def test_an_album_of_the_bot_is_one_group(bot: Bot, phone: Phone) -> None:
    """Photos together; mixing in a document is refused and shows nothing."""
    await phone.act(7001, "start")
    photos = [InputMediaPhoto(picture(200, 200), caption="Een"), InputMediaPhoto(picture(300, 200))]
    messages = await bot.send_media_group(7001, photos)
    assert len({m.media_group_id for m in messages}) == 1
    assert [m.caption for m in messages] == ["Een", None]
    with pytest.raises(BadRequest, match=r"(?i)can't be mixed"):
        await bot.send_media_group(7001, [photos[0], InputMediaDocument(PDF)])
    assert len(await phone.messages(7001)) == 3


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": "onzin"}, "wrong file identifier"),
        ({"photo": "https://example.org/a.jpg"}, "failed to get HTTP URL content"),
        ({"photo": "x", "caption": "a" * 1025}, "message caption is too long"),
    ],
)
async def test_a_photo_that_cannot_be_is_refused(phone: Phone, values: dict, reason: str) -> None:
    """No file, an unknown one, one from elsewhere, too many words."""
    await phone.act(7001, "start")
    _, body = await phone.raw("sendPhoto", chat_id=7001, **values)
    assert reason in body["description"]


async def test_a_picture_that_is_none_is_refused(bot: Bot, phone: Phone) -> None:
    """For the bot with Telegram's words, for the phone with a code."""
    await phone.act(7001, "start")
    with pytest.raises(BadRequest, match=r"(?i)IMAGE_PROCESS_FAILED"):
        await bot.send_photo(7001, PDF)
    form_answer = await phone.session.post(f"{phone.url}/play/chats/7001/send", data={"as": "photo"})
    assert json.loads(await form_answer.text())["error"] == "no_file"
