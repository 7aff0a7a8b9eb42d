"""A message sealed for one phone (RFC 8291): its push service carries it and cannot read it."""

from __future__ import annotations

from typing import Final

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec

from server.domain.phones import Subscription
from server.webpush.base64url import unpacked

AUTH_BYTES: Final = 16


def is_sealable(to: Subscription) -> bool:
    """Whether a subscription's key and secret are what they should be: a point of the curve, and 16 bytes."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unpacked(to.p256dh))
        return len(unpacked(to.auth)) == AUTH_BYTES
    except ValueError:
        return False


def sealed(message: bytes, to: Subscription) -> bytes:
    """The message as only this phone can read it, in the form that `Content-Encoding: aes128gcm` names."""
    return bytes(
        http_ece.encrypt(
            message,
            private_key=ec.generate_private_key(ec.SECP256R1()),  # RFC 8291, 3.1: a new one for each message
            dh=unpacked(to.p256dh),
            auth_secret=unpacked(to.auth),
            version="aes128gcm",
        )
    )
