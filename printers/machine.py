"""What tells this machine from every other one, though both were set up from the same card."""

from __future__ import annotations

import hashlib
import hmac
import re
import socket
from pathlib import Path

# systemd gives every machine one at its first start; machine-id(5).
MACHINE_ID = Path("/etc/machine-id")

# It is confidential: machine-id(5) has it hashed with a key that is the application's own.
KEY = b"accueil print agent"


def machine_mark() -> str:
    """Twelve letters that are this machine's own; "" where it has no machine-id, as in most containers."""
    try:
        kept = MACHINE_ID.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
    if not re.fullmatch(r"[0-9a-f]{32}", kept):
        return ""
    return hmac.new(KEY, bytes.fromhex(kept), hashlib.sha256).hexdigest()[:12]


def machine_name() -> str:
    """The host's name, which people know, and the mark: two kiosks may both be called “raspberrypi”.

    And not the mark alone: two containers of one image have the same machine-id when it was made with the image.
    """
    return ".".join(part for part in (socket.gethostname(), machine_mark()) if part)
