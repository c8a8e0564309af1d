"""What phones are known by: signs that only the door's key makes, and that name nobody.

HMAC with SHA-256 (RFC 2104), with a purpose of its own for each sign: none can stand for another.
"""

from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from typing import Final
from uuid import UUID

from socinno_tui.domain.phones import CODE_LENGTH, CODE_SIGNS

KEY_BYTES: Final = 32

_SIGN: Final = re.compile(r"[A-Za-z0-9_-]{8,32}")


def new_key() -> bytes:
    """Give a key for a door."""
    return secrets.token_bytes(KEY_BYTES)


def new_code() -> str:
    """Give a code for a door, such as K7Q4M: one of 31 to the fifth, 28 million."""
    return "".join(secrets.choice(CODE_SIGNS) for _place in range(CODE_LENGTH))


def is_code(told: str, code: str) -> bool:
    """Whether a code is the one told, large letters or small, in a time that tells nothing."""
    return bool(code) and _is_same(told.upper(), code)


def new_sending() -> str:
    """Give what one sending is known by, for a phone that cannot make it itself."""
    return secrets.token_urlsafe(9)


def is_sending(told: str) -> bool:
    """Whether this can be what a sending is known by."""
    return _SIGN.fullmatch(told) is not None


def sending_with(told: str, text: str) -> str:
    """Give what a sending is known by whose page may have sent another text before: a browser that
    goes back can show a page as it was. The same text is the same sending still.
    """
    return sha256(f"{told}\n{text.strip()}".encode()).hexdigest()[:16]


class Signs:
    """Signs made with the key of one door."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new_phone(self) -> str:
        """Give what a new phone is known by: random, kept by the phone and nowhere else."""
        return secrets.token_urlsafe(16)

    def pass_of(self, phone: str) -> str:
        """Give what a phone shows to be known again."""
        return f"{phone}.{self._made('pass', phone).hex()[:32]}"

    def phone_of(self, shown: str) -> str | None:
        """Give the phone that shows this, or None when we did not make it."""
        phone, dot, _sign = shown.partition(".")
        is_ours = bool(dot) and _SIGN.fullmatch(phone) is not None
        if is_ours and _is_same(shown, self.pass_of(phone)):
            return phone
        return None

    def form_sign(self, phone: str) -> str:
        """Give what a form of ours holds: another page cannot know it."""
        return self._made("form", phone).hex()[:32]

    def is_form_sign(self, phone: str, told: str) -> bool:
        """Whether a form was ours, made for this phone."""
        return _is_same(told, self.form_sign(phone))

    def idea_id(self, phone: str, sending: str) -> str:
        """Give the id of the idea that a phone sends: the same when it is sent again, and of
        nobody for who has not the phone.
        """
        return str(UUID(bytes=self._made("idea", phone, sending)[:16], version=4))

    def voter(self, phone: str, round_id: str) -> str:
        """Give what a phone is known by in one round of dots."""
        return self._made("voter", phone, round_id).hex()

    def _made(self, *words: str) -> bytes:
        return hmac.new(self._key, "\n".join(words).encode(), sha256).digest()


def _is_same(told: str, known: str) -> bool:
    # What is no text at all, such as half a sign of UTF-16, is not the same either.
    return hmac.compare_digest(told.encode(errors="replace"), known.encode())
