"""A module stays around 200 lines: a longer one is usually two rooms."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.reading import ROOT

LIMIT = 230
BUILT = {"vendor", "fonts"}
HISTORY = "migrations"  # a migration is written once and never tidied


def long_modules(root: Path) -> list[str]:
    """Modules of ours over the limit."""
    return [
        path.relative_to(root).as_posix()
        for room in ("server", "printers", "kiosk", "display", "tests", "bench")
        for kind in ("*.py", "*.js", "*.lua", "*.css")
        for path in sorted((root / room).rglob(kind))
        if not (BUILT | {HISTORY}) & set(path.parts) and len(path.read_text("utf-8").splitlines()) > LIMIT
    ]


def test_no_module_is_longer_than_one_room():
    assert long_modules(ROOT) == []


def test_a_long_module_is_found(plant):
    plant("server/look/vendor/socket.io.js", "x\n" * 9000)
    plant("server/records/migrations/versions/0001.py", "x = 1\n" * 231)
    plant("server/api/just.py", "x = 1\n" * 230)
    plant("kiosk/wrong.js", "let x;\n" * 231)
    plant("kiosk/wrong.css", "\n" * 231)
    root = plant("server/api/wrong.py", "x = 1\n" * 231)
    assert long_modules(root) == ["server/api/wrong.py", "kiosk/wrong.js", "kiosk/wrong.css"]
