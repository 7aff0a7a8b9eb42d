"""Whether a secret is one: what its writer, and whoever guesses, would think of first is none."""

from __future__ import annotations

import math
from collections import Counter
from typing import Final
from urllib.parse import unquote, urlsplit

KEY_AT_LEAST: Final = 32
"""Characters of the key that signs sessions."""
BITS_AT_LEAST: Final = 80
"""Of that key, counted by how often each of its characters comes. 32 random hexadecimal digits have 100 to 124, and
not one in a million fewer than this; NIST SP 800-131A asks for 112 bits of a key, which such keys have."""
EVERYBODYS: Final = (
    "abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "qwertyuiop", "azertyuiop", "password", "passwort",
    "motdepasse", "mot-de-passe", "change-me", "changeme", "change_me", "example", "exemple", "secret", "default",
    "accueil", "random", "insecure", "test", "your", "votre", "key",
)  # fmt: skip
"""Words and rows of keys that add nothing, however often they stand there."""
DEFAULTS: Final = frozenset(
    {"accueil", "admin", "changeme", "default", "example", "guest", "password", "postgres", "redis", "root", "secret",
     "test", "user", "valkey"}
)  # fmt: skip
"""Passwords with which servers are shipped, or shown in examples."""


def is_weak_key(key: str) -> bool:
    """Whether a key can be guessed: too short, the same again and again, or made of everybody's words."""
    return len(key) < KEY_AT_LEAST or _bits(_once(_own(key))) < BITS_AT_LEAST


def has_default_password(url: str) -> bool:
    """Whether an address holds a password that comes with the server it names, or that is its user's name.

    Without a password another thing decides who comes in: a file's owner, a socket, a network.
    """
    parts = urlsplit(url)
    password = unquote(parts.password or "").casefold()
    return bool(password) and (password in DEFAULTS or password == unquote(parts.username or "").casefold())


def _own(key: str) -> str:
    """What is left without everybody's words."""
    left = key.casefold() if any(word in key.casefold() for word in EVERYBODYS) else key
    for word in EVERYBODYS:
        left = left.replace(word, "")
    return left


def _once(text: str) -> str:
    """The part that is said again and again: "abab" says no more than "ab"."""
    return next((text[:length] for length in range(1, len(text)) if text[length:] == text[:-length]), text)


def _bits(text: str) -> float:
    """Shannon's entropy of a text by its characters' own frequencies."""
    counts = Counter(text)
    return sum(count * math.log2(len(text) / count) for count in counts.values())
