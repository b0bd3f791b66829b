"""The words between an edge and a room: what came in, and what goes out.

Nothing here knows Telegram. Text is always plain text; bold parts are named by
position, so that nothing a client typed can ever turn into formatting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

AttachmentKind = Literal["photo", "document", "voice"]
EventKind = Literal["message", "edit", "press", "blocked", "unblocked", "job"]

# The tag of what a caseworker said begins so: the desk is told when it was delivered.
FROM_STAFF = "staff:"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the channel holds for us; sizes in bytes, as the channel says."""

    kind: AttachmentKind
    file_id: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened in one chat.

    `kind` is what happened: a message, an edit of one, a button pressed, the bot
    blocked or unblocked, or a job of ours that finished. `text` is what was typed
    (a caption counts); `unsupported` names a kind of message the bot cannot use.
    `topic` is the topic of the chat in which it happened, `answers` the message that this one answers.
    """

    chat_id: int
    kind: EventKind
    at: datetime
    message_id: int | None = None
    text: str = ""
    attachment: Attachment | None = None
    album: str | None = None
    button: str | None = None
    unsupported: str | None = None
    language_hint: str | None = None
    topic: int | None = None
    answers: int | None = None
    job: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it says and what pressing it means.

    `action` is a name that reception knows, at most 64 bytes (Telegram's limit);
    a button with `url` opens that address instead.
    """

    label: str
    action: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, document or voice message that goes out, by the id of a stored file.

    `seconds` is how long a voice message takes; 0 when only who plays it can tell.
    """

    file_id: str
    kind: Literal["photo", "document", "voice"] = "photo"
    name: str = "plaatje.png"
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a room wants said.

    `bold` holds (start, end) positions in `text`, in characters. `buttons` are rows.
    `menu` asks for the fixed keyboard under the typing field. `replaces` names the
    tag of an earlier reply in the same chat that this one edits; `tag` gives this
    reply such a name. `topic` is the topic of the chat in which it is said, `answers` the
    message under which it is shown; `asks` opens the typing field as an answer to this message.
    `silent` makes no sound on the phone.
    """

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: Picture | None = None
    menu: tuple[tuple[str, ...], ...] | None = None
    tag: str | None = None
    replaces: str | None = None
    topic: int | None = None
    answers: int | None = None
    asks: bool = False
    silent: bool = False
