"""Files that only their owner reads."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from server.actions.house import House
from server.domain.people import Role

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def private_folder(path: Path) -> Path:
    """The folder, made when it is missing, and closed to everyone else. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.stat().st_mode & OTHERS:
        path.chmod(0o700)
    return path


def own_folder_among_others(path: Path) -> Path:
    """A private folder where everybody may make folders: it must be this user's, and no link. Raises OSError."""
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(f"{path} is not a folder of yours. Have it removed, or give a shorter --data-dir.")
    return private_folder(path)


def write_private(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    temporary = path.with_name(path.name + ".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def keep_token(path: Path, house: House, site_id: str, role: Role) -> bool:
    """Have the file hold a token of this site and role; True when a new one had to be written.

    What it holds stays while the records know it: they may have been made anew, or the device revoked.
    """
    if path.exists():
        device = house.devices.recognise(path.read_text("utf-8", errors="replace").strip())
        if device is not None and (device.site, device.role) == (site_id, role):
            return False
    write_private(path, house.devices.create(site_id, role))
    return True
