"""The key by which push services know this server (VAPID, RFC 8292)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server.settings import SettingsError
from server.webpush.base64url import packed, unpacked

PRIVATE_BYTES: Final = 32
PROOF_S: Final = 12 * 3600
"""RFC 8292 has a proof last 24 hours at most: with half of them, this machine's clock may be wrong by the rest."""


@dataclass(frozen=True, slots=True)
class PushKeys:
    """The private key, and how a push service reaches those who run this server: a mailto: or https: address."""

    private: ec.EllipticCurvePrivateKey
    contact: str

    @classmethod
    def read(cls, private: str, contact: str) -> PushKeys:
        """From the settings: the key's 32 bytes in base64url. Raises SettingsError, which says what is wrong."""
        if not contact.startswith(("mailto:", "https://")):
            raise SettingsError("ACCUEIL_PUSH_CONTACT must be a mailto: or an https: address.")
        try:
            return cls(_key(unpacked(private)), contact)
        except ValueError as error:
            raise SettingsError("ACCUEIL_PUSH_PRIVATE_KEY is no key. `accueil push-keys` makes one.") from error

    @property
    def public(self) -> str:
        """What phones are given, so that their service takes messages from this server alone: 65 bytes in base64url."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return packed(point)

    def proof(self, endpoint: str) -> str:
        """The Authorization header for one address: good for its service alone, and for some hours."""
        service = urlsplit(endpoint)
        claims = {
            "aud": f"{service.scheme}://{service.netloc}",
            "exp": int(time.time()) + PROOF_S,
            "sub": self.contact,
        }
        return f"vapid t={jwt.encode(claims, self.private, 'ES256')}, k={self.public}"


def as_settings() -> str:
    """A new key as lines for the server's environment, with what to do with them."""
    private = new_private_key()
    return "\n".join(
        (
            "# Put these lines into the environment of the server, with an address at which push services reach you,",
            "# and start it again. Keep the key: phones that subscribed with it are reached with no other.",
            f"ACCUEIL_PUSH_PRIVATE_KEY={private}",
            "ACCUEIL_PUSH_CONTACT=mailto:you@example.org",
            f"# The public key, which phones are told: {PushKeys.read(private, 'mailto:you@example.org').public}",
        )
    )


def new_private_key() -> str:
    """A key that nobody has yet, as the settings take it."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return packed(number.to_bytes(PRIVATE_BYTES))


def _key(given: bytes) -> ec.EllipticCurvePrivateKey:
    if len(given) != PRIVATE_BYTES:
        raise ValueError(f"{len(given)} bytes")
    return ec.derive_private_key(int.from_bytes(given), ec.SECP256R1())
