"""Passwords as Argon2 hashes: made, and held against what was typed."""

from __future__ import annotations

import base64
import secrets
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.low_level import ARGON2_VERSION

from server.records.aside import aside

_HASHER: Final = PasswordHasher()


def hashed(password: str) -> str:
    """The hash to keep. Takes some 50 ms on purpose."""
    return aside(_HASHER.hash, password)


def fits(known: str | None, typed: str) -> bool:
    """Whether this is the password behind a hash; with None, whom no password lets in, it takes as long to say no."""
    return aside(_verified, known or _NOBODY, typed) and known is not None


def _verified(known: str, typed: str) -> bool:
    try:
        return _HASHER.verify(known, typed)
    except VerifyMismatchError:
        return False


def _hash_of_no_password() -> str:
    """A hash that takes as long to check as any other, and was not made from a password: that would take as long too.

    Every process would wait for it at its start. Its form: PHC string format, as argon2 writes it.
    """
    salt, digest = (
        base64.b64encode(secrets.token_bytes(length)).rstrip(b"=").decode()
        for length in (_HASHER.salt_len, _HASHER.hash_len)
    )
    cost = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2{_HASHER.type.name.lower()}$v={ARGON2_VERSION}${cost}${salt}${digest}"


_NOBODY: Final = _hash_of_no_password()
