"""A phone that subscribed to a push service: it opens what was sealed for it, after the text of RFC 8291 and 8188.

Written apart from the library that seals, so that the two hold each other to the standard.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()


def encoded(given: bytes) -> str:
    """base64url without its padding."""
    return urlsafe_b64encode(given).rstrip(b"=").decode()


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


class Phone:
    """Its keys, and its address at a push service."""

    def __init__(self, endpoint: str, name: str = "", private: ec.EllipticCurvePrivateKey | None = None) -> None:
        self.endpoint = endpoint
        self.name = name or encoded(secrets.token_bytes(16))
        self._private = private or ec.generate_private_key(CURVE)
        self.auth = secrets.token_bytes(16)

    @property
    def subscription(self) -> dict[str, Any]:
        """As its browser gives it to the page."""
        keys = {"p256dh": encoded(point(self._private.public_key())), "auth": encoded(self.auth)}
        return {"endpoint": self.endpoint, "keys": keys}

    def opened(self, body: bytes) -> bytes:
        """What was sealed for it. Raises InvalidTag for what was sealed for another."""
        salt, record_size, id_length = body[:16], int.from_bytes(body[16:20]), body[20]
        sender, sealed = body[21 : 21 + id_length], body[21 + id_length :]
        assert len(sealed) <= record_size <= 4096  # RFC 8291, 4: one record, which every service takes
        shared = self._private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender))
        info = b"WebPush: info\0" + point(self._private.public_key()) + sender
        secret = _derived(shared, self.auth, info, 32)
        key = _derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derived(secret, salt, b"Content-Encoding: nonce\0", 12)
        text, mark, padding = AESGCM(key).decrypt(nonce, sealed, None).rpartition(b"\2")
        assert mark == b"\2"
        assert padding.strip(b"\0") == b""
        return text


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)
