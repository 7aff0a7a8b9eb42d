"""Which version of a page's own files this process serves: a page that differs from it loads itself anew."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

_SERVER: Final = Path(__file__).parent
_KINDS: Final = {".css", ".ftl", ".html", ".js"}


def build_of(*folders: Path) -> str:
    """The digest of the scripts, styles, words and pages in some folders, by name and content."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _KINDS):
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


DISPLAY: Final = build_of(_SERVER.parent / "display" / "room", _SERVER / "look")
"""Read while the files are this program's own: an update may write new ones beside a server that still runs."""
