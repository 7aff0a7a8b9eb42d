"""Bytes as Web Push writes them: base64url without its padding."""

from __future__ import annotations

import base64


def packed(given: bytes) -> str:
    """Bytes as text."""
    return base64.urlsafe_b64encode(given).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    """Text as bytes. Raises ValueError for what is no base64url."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
