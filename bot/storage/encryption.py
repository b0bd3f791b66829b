"""AES-256-GCM for files and personal columns, with a ring of keys.

A sealed value is: 1 byte length of the key id, the key id, 12 bytes nonce, ciphertext
with its tag. The place it belongs to (such as «clients.name:ID») is authenticated with
it, so that a value cannot be moved to another row. The first key of the ring seals;
all keys open. Changing keys: docs/operations.md.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import secrets
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import CannotDecrypt, WrongUse

_NONCE = 12


class KeyRing:
    """Keys by id, the one that seals first."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        if not keys:
            raise WrongUse("ENCRYPTION_KEYS holds no key.")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self.newest = next(iter(keys))
        self._head = bytes([len(self.newest)]) + self.newest.encode()

    @property
    def ids(self) -> tuple[str, ...]:
        """All key ids, the one that seals first."""
        return tuple(self._ciphers)

    def seal(self, value: bytes, place: str) -> bytes:
        """Encrypt `value` for one place."""
        nonce = secrets.token_bytes(_NONCE)
        return self._head + nonce + self._ciphers[self.newest].encrypt(nonce, value, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Decrypt; CannotDecrypt when the key is gone, the value was changed or is in another place."""
        key_id, rest = _split(sealed)
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise CannotDecrypt(f"The key ring has no key «{key_id}».")
        try:
            return cipher.decrypt(rest[:_NONCE], rest[_NONCE:], place.encode())
        except (InvalidTag, ValueError) as problem:
            raise CannotDecrypt("A stored value does not fit its key or its place.") from problem

    def key_of(self, sealed: bytes) -> str:
        """The id of the key that sealed this value."""
        return _split(sealed)[0]

    def seal_text(self, value: str, place: str) -> bytes:
        return self.seal(value.encode(), place)

    def open_text(self, sealed: bytes, place: str) -> str:
        return self.open(sealed, place).decode()

    def seal_json(self, value: Any, place: str) -> bytes:
        # Half a surrogate pair, which a broken phone can send, must not keep an update from being kept.
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return self.seal(text.encode(errors="surrogatepass"), place)

    def open_json(self, sealed: bytes, place: str) -> Any:
        return json.loads(self.open(sealed, place))


def _split(sealed: bytes) -> tuple[str, bytes]:
    length = sealed[0] if sealed else 0
    return sealed[1 : 1 + length].decode("ascii", "replace"), sealed[1 + length :]


def parse_keys(text: str) -> KeyRing:
    """The key ring in a setting: «id:base64» pairs, newest first."""
    keys: dict[str, bytes] = {}
    for entry in filter(None, re.split(r"[\s,]+", text.strip())):
        key_id, _, encoded = entry.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            key = b""
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,32}", key_id) or len(key) != 32 or key_id in keys:
            raise WrongUse("ENCRYPTION_KEYS must hold «id:base64 of 32 bytes», each id once.")
        keys[key_id] = key
    return KeyRing(keys)


def new_key(key_id: str) -> str:
    """A new key in the form of the setting."""
    return f"{key_id}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def key_ring(setting: str, data_dir: Path) -> KeyRing:
    """The ring of the setting, or of the key file in the data folder, made with mode 0600 when missing."""
    if setting:
        return parse_keys(setting)
    path = data_dir / "keys"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(new_key("k1") + "\n")
    return parse_keys(path.read_text())
