"""docs/accessibility.md names tests and files as proof: each of them exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.reading import ROOT, modules

PAGE = "docs/accessibility.md"
TEST = re.compile(r"`(test_\w+)`")
FILE = re.compile(r"(?:`|\b)((?:kiosk|display|server|docs)/[\w/.-]*\w(?:\.\w+|/))")


def missing(root: Path) -> list[str]:
    """Tests and files that the page names and nobody has."""
    page = (root / PAGE).read_text("utf-8")
    known = {
        node.name
        for module in modules(root, "tests")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    tests = [name for name in TEST.findall(page) if name not in known]
    return tests + [path for path in FILE.findall(page) if not (root / path).exists()]


def test_every_proof_that_the_page_names_exists():
    assert missing(ROOT) == []


def test_a_proof_that_does_not_exist_is_found(plant):
    plant("tests/browser/test_kiosk.py", "def test_it_is():\n    def test_it_was(): ...\n")
    plant("kiosk/fit.js", "")
    root = plant(PAGE, "`test_it_is`, `test_it_was`, `kiosk/fit.js`, `kiosk/fat.js`, `kiosk/locales/`, docs/none.md\n")
    assert missing(root) == ["test_it_was", "kiosk/fat.js", "kiosk/locales/", "docs/none.md"]
