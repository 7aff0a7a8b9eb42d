"""Where a demo's data lie: its settings, its folders, and the lock that lets one demo at a time use them."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from pydantic import SecretStr

from server.embedded import valkey_url
from server.private_files import private_folder, write_private
from server.settings import Settings, in_url
from server.supervisor import Stop

EVERY_ADDRESS = {"0.0.0.0", "::", ""}  # nosec  # noqa: S104 - compared, not bound


class FolderInUseError(RuntimeError):
    """Another demo runs from this folder."""


def demo_settings(folder: Path, host: str = "127.0.0.1", port: int = 8000, public_url: str | None = None) -> Settings:
    """The settings of the demo whose data lie in `folder`. Raises OSError."""
    folder = folder.resolve()
    host = host.strip("[]")
    at = f"http://{in_url('127.0.0.1' if host in EVERY_ADDRESS else host)}:{port}"
    return Settings(
        redis_url=valkey_url(folder / "queue"),
        database_url=f"sqlite:///{folder / 'records' / 'accueil.db'}",
        secret_key=SecretStr(_kept_secret(folder)),
        public_url=public_url or at,
        server_url=at,
        host=host,
        port=port,
        demo=True,
        # Where Accueil is tried out and measured: one kiosk of the demo may stand for a hundred.
        device_limits=False,
        preview_dir=folder / "preview",
        speech_dir=folder / "speech",
        printer_url=f"preview://{folder / 'preview'}",
        printer_token_file=folder / "printer.token",
        printer_state_dir=folder / "agent",
        # A free port: several demos may run side by side. The agent's log says which.
        printer_health="127.0.0.1:0",
    )


def make_folders(folder: Path) -> None:
    """Make what is missing. The queue's log of changes holds the secrets of live follow links: nobody else reads it."""
    # A folder that was there may be shared on purpose; those that we make in it are not.
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("queue", "records", "preview", "agent", "speech"):
        private_folder(folder / name)


@contextlib.contextmanager
def only_one(folder: Path, stop: Stop, patience_s: float) -> Iterator[int]:
    """Hold the folder's lock. Every child holds it too: it is free only when the last process of a demo has ended.

    Raises FolderInUseError when it is not free in time, StoppedError when asked to stop meanwhile.
    """
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    end = time.monotonic() + patience_s
    try:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise FolderInUseError(
                        f"Another demo runs from {folder}. Stop it, or give another --data-dir."
                    ) from None
                stop.leave_if_asked()
                time.sleep(0.1)
        yield lock
    finally:
        os.close(lock)


def _kept_secret(folder: Path) -> str:
    path = folder / "secret_key"
    if not path.exists():
        make_folders(folder)
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()
