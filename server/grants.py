"""What the right PIN gives a kiosk: leave to act for staff for some minutes, signed, of use to this device alone."""

from __future__ import annotations

from typing import Final

from itsdangerous import BadSignature, URLSafeTimedSerializer

from server.domain.corner import GRANT_S, Pin
from server.domain.people import Device

HEADER: Final = "Accueil-Corner"
"""Where a kiosk shows it, beside its own token: the one is worth nothing without the other."""

_SALT: Final = "staff corner"


def give(secret: str, device: Device, pin: Pin) -> str:
    """A grant for this device, from now on. `secret`: the server's secret key."""
    return str(_signer(secret).dumps(_whose(device, pin)))


def holds(secret: str, shown: str, device: Device, pin: Pin) -> bool:
    """Whether what is shown is a grant of ours, of this device and its site, of today's PIN, and not over."""
    try:
        found = _signer(secret).loads(shown, max_age=GRANT_S)
    except BadSignature:
        return False
    return bool(found == _whose(device, pin))


def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=_SALT)


def _whose(device: Device, pin: Pin) -> list[str | int]:
    # A new PIN ends what the one before has opened.
    return [device.site, device.id, pin.mark]
