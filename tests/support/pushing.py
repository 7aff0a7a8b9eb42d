"""A web process that has a key for Web Push, and knows the push service of a test (pushing_conf.py)."""

from __future__ import annotations

import sys
from pathlib import Path

from server.webpush.keys import new_private_key
from tests.support.processes import Valkey, Web, free_port
from tests.support.push_service import PushService
from tests.support.seeded import seeded, settings_in

CONTACT = "mailto:accueil@example.org"
GUNICORN = (sys.executable, "-m", "gunicorn", "-c", "python:tests.support.pushing_conf")


def start_pushing(folder: Path, valkey: Valkey, service: PushService) -> Web:
    """Start it over a queue, with records of its own; its log is `web.log` of the folder."""
    port = free_port()
    key = {"push_private_key": new_private_key(), "push_contact": CONTACT}
    settings = settings_in(folder, valkey.url, port=port, public_url=f"http://127.0.0.1:{port}", **key)
    seeded(settings)
    known = ("env", f"PUSH_SERVICE={service.name}", f"PUSH_CERTIFICATE={service.certificate}")
    return Web(settings, folder / "web.log", (*known, *GUNICORN))
