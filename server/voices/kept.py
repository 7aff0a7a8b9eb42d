"""What was said once is kept: some of it in memory, more of it on the disk, and never more than so much.

Numbers and counters make many sentences of a few. What nobody has asked for the longest goes first.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import Final

import structlog

IN_MEMORY: Final = 8_000_000
"""Bytes: three minutes of speech, which are the sentences of a day in one or two languages."""
ON_DISK: Final = 256_000_000
"""Bytes: an hour and a half of speech, which are a kiosk's sentences in twelve languages, and some thousand numbers."""
SUFFIX: Final = ".said"
_CHECK: Final = hashlib.sha256().digest_size

log = structlog.get_logger()


def name_of(identity: str, text: str) -> str:
    """Under which name a sentence of a voice is kept: it tells nobody the words."""
    return hashlib.sha256(f"{identity}\0{text}".encode("utf-8", "replace")).hexdigest()


class Kept:
    """Sounds by name. `folder` may be shared by several processes; without one, memory has to do."""

    def __init__(self, folder: Path | None, in_memory: int = IN_MEMORY, on_disk: int = ON_DISK) -> None:
        self._folder = folder
        self._in_memory = in_memory
        self._on_disk = on_disk
        self._memory: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._troubled = False

    def get(self, name: str) -> bytes | None:
        """The sound, None when it is not there or not whole any more."""
        if name in self._memory:
            self._memory.move_to_end(name)
            return self._memory[name]
        data = self._read(name)
        if data is not None:
            self._remember(name, data)
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep a sound. A disk that takes nothing is told in the log, and is no trouble otherwise."""
        self._remember(name, data)
        if self._folder is None or len(data) + _CHECK > self._on_disk:
            return
        try:
            self._write(self._folder, name, hashlib.sha256(data).digest() + data)
            self._troubled = False
        except OSError as error:
            if not self._troubled:
                log.warning("speech cannot be kept on the disk", folder=str(self._folder), error=str(error))
            self._troubled = True

    def _remember(self, name: str, data: bytes) -> None:
        if name in self._memory:
            self._size -= len(self._memory.pop(name))
        if len(data) > self._in_memory:
            return
        self._memory[name] = data
        self._size += len(data)
        while self._size > self._in_memory:
            self._size -= len(self._memory.popitem(last=False)[1])

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        path = self._folder / (name + SUFFIX)
        try:
            check_and_data = path.read_bytes()
            os.utime(path)  # asked for just now
        except OSError:
            return None
        data = check_and_data[_CHECK:]
        return data if hashlib.sha256(data).digest() == check_and_data[:_CHECK] else None

    def _write(self, folder: Path, name: str, content: bytes) -> None:
        """Whole or not at all, even when another process writes the same now. Raises OSError."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._make_room(folder, len(content))
        # Not yet SUFFIX alone: who looks for the name does not find half of it. The end is the same, so that a
        # leftover of a process that was killed goes with the oldest.
        with tempfile.NamedTemporaryFile(dir=folder, prefix="new-", suffix=SUFFIX, delete=False) as file:
            try:
                file.write(content)
                file.close()
                Path(file.name).replace(folder / (name + SUFFIX))
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _make_room(self, folder: Path, wanted: int) -> None:
        """Let go of what nobody has asked for the longest. Files that are not ours stay."""
        found = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX):
                    # Another process may let go of it at this moment.
                    with contextlib.suppress(FileNotFoundError):
                        stat = entry.stat(follow_symlinks=False)
                        found.append((stat.st_mtime_ns, entry.path, stat.st_size))
        excess = sum(size for _, _, size in found) + wanted - self._on_disk
        for _, path, size in sorted(found):
            if excess <= 0:
                return
            Path(path).unlink(missing_ok=True)
            excess -= size
