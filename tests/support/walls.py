"""Screens and kiosks as they say how they are, and the desk's words about them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final

import redis

from server.builds import DISPLAY
from server.queues.keys import DEVICE_SILENT_MS, base
from tests.support.desk import read
from tests.support.devices import SITE, Device

HERE: Final = f"/staff/{SITE}/devices"
SCREEN: Final = {"state": "live", "sound": "on", "build": DISPLAY, "size": "1920x1080"}
KIOSK: Final = {"state": "rest", "sound": "on", "volume": 3}
JUST_SILENT: Final = timedelta(milliseconds=DEVICE_SILENT_MS + 1)


def plain(page: str) -> str:
    """The page as people read it, blanks of one kind, and no blank before a stop."""
    return re.sub(r" ([.,:])", r"\1", re.sub(r"\s+", " ", read(page).replace("\u00a0", " ")))


def says(device: Device, **body: Any) -> str:
    """A device says how it is. How the desk knows it: its id, with its screen."""
    answer = device.ask("PUT", f"{device.at}/devices/self", json=body)
    assert answer.status_code == 200, answer.text
    return f"{answer.json['id']}:{body['screen']}" if body.get("screen") else str(answer.json["id"])


def shows(wall: Device, **more: Any) -> str:
    """A screen says how it is: it shows what the server has, unless it is said otherwise. Its id."""
    board = wall.get(f"/board?screen={more.get('screen', '')}").json
    return says(wall, **SCREEN | {"version": board["version"], "hash": board["hash"]} | more)


def fall_silent(client: redis.Redis, device_id: str, silent: timedelta = JUST_SILENT) -> None:
    """A device has been silent for a minute, or for a given time."""
    client.zincrby(f"{base(SITE)}devices", -silent.total_seconds() * 1000, device_id)


def age_changes(client: redis.Redis, seconds: int) -> None:
    """The queue's last change lies so much further back."""
    client.hincrby(f"{base(SITE)}site", "clock", -1000 * seconds)
