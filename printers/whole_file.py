"""Writing a file so that it is there whole or not at all, also when the power goes."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes, draft: Path, mode: int) -> None:
    """All of it or none, on the disk when this returns. Raises OSError.

    `draft` is a file beside it, always the same one: a process killed a thousand times leaves no thousand files.
    `mode` says who may read it.
    """
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            os.fchmod(file.fileno(), mode)  # an old draft keeps its mode, a new one is subject to the umask
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    # The new name is in the folder, which is a file of its own.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
