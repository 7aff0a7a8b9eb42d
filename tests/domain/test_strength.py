"""Secrets that anybody could guess are none."""

from __future__ import annotations

import re
import secrets
import string
from pathlib import Path

import pytest

from server.domain.strength import KEY_AT_LEAST, has_default_password, is_weak_key

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x" * 64,
        "abc" * 30,
        "0123456789" * 8,
        "changeme" * 8,
        "secret-key-secret-key-secret-key-secret",
        "only-for-tests-" * 4,
        "change-me-to-a-random-secret-key",
        "your-secret-key-your-secret-key-",
        "ACCUEIL_SECRET_KEY=your-secret-here",
        "Set ACCUEIL_SECRET_KEY to at least 32",
        "abcdefghijklmnopqrstuvwxyz0123456789",
        "aB3$" * 16,
    ],
)
def test_what_anybody_could_guess_is_no_key(key):
    assert is_weak_key(key)


def test_what_was_drawn_too_short_is_no_key():
    assert is_weak_key(secrets.token_urlsafe(48)[: KEY_AT_LEAST - 1])


@pytest.mark.parametrize(
    "draw",
    [
        lambda: secrets.token_urlsafe(48),
        lambda: secrets.token_urlsafe(24),
        lambda: secrets.token_hex(16),
        lambda: secrets.token_hex(32),
        lambda: "".join(secrets.choice(string.ascii_lowercase) for _ in range(32)),
        lambda: "".join(secrets.choice(string.digits) for _ in range(40)),
    ],
)
def test_what_was_drawn_is_a_key(draw):
    assert not any(is_weak_key(draw()) for _ in range(500))


def test_no_text_that_we_publish_is_a_key():
    """Whoever copies a line of ours in place of a key is told so."""
    texts = [(ROOT / name).read_text("utf-8") for name in ("README.md", "compose.yaml", "SECURITY.md")]
    shown = {found for text in texts for found in re.findall(r"SECRET_KEY[=:]\s*[\"']?([^\s\"'$]{8,})", text)}
    assert [key for key in shown if not is_weak_key(key)] == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://accueil:accueil@db/accueil",
        "postgresql+psycopg://postgres:postgres@db/accueil",
        "postgresql://zoe:ZOE@db/accueil",
        "postgresql://accueil:changeme@db/accueil",
        "postgresql://accueil:pass%77ord@db/accueil",
        "redis://:redis@queue:6379/0",
        "rediss://default:default@queue:6379/0",
    ],
)
def test_a_password_that_a_server_is_shipped_with_is_none(url):
    assert has_default_password(url)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///var/accueil.db",
        "sqlite://",
        "postgresql:///accueil",
        "postgresql://accueil@db/accueil",
        "postgresql://accueil:kmfr-7pwt-x3nd@db/accueil",
        "redis://127.0.0.1:6379/0",
        "unix:///run/valkey.sock",
    ],
)
def test_an_address_with_a_password_of_its_own_or_without_any_is_fine(url):
    assert not has_default_password(url)
