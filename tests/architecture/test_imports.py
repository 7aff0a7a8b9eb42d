"""The import-linter contracts of pyproject.toml hold, and each of them breaks when a forbidden import is planted."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

ONE_WAY = "Imports run one way, and the entry rooms never meet"
PRINTERS_APART = "The print agent meets the server only on the wire"
ONE_SHARED_FILE = "The server knows nothing of printers but the wire form of a job"
PURE_DOMAIN = "The domain knows no library"
CHECKER_APART = "The journal's checker shares no code with what writes the journal"
LIGHT_COMMANDS = "A command needs no web application: its start waits for none"
CONTRACTS = 6


def broken_contracts(root: Path) -> set[str]:
    """The names of the contracts that the tree below `root` breaks."""
    ran = subprocess.run(
        [LINT_IMPORTS, "--config", "pyproject.toml", "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)(?: \(.*\))?$", ran.stdout, re.MULTILINE))
    assert len(verdicts) == CONTRACTS, f"not every contract was checked:\n{ran.stdout}{ran.stderr}"
    return {name for name, verdict in verdicts.items() if verdict == "BROKEN"}


@pytest.fixture
def copy(tmp_path):
    """The Python of this repository in a folder of its own, with the same contracts."""
    for folder in ("server", "printers"):
        for path in (ROOT / folder).rglob("*.py"):
            target = tmp_path / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def test_every_contract_holds(copy):
    assert broken_contracts(copy) == set()


@pytest.mark.parametrize(
    ("where", "planted", "contracts"),
    [
        ("server/staff/planted.py", "from server.api import tickets", {ONE_WAY}),
        ("server/sockets/planted.py", "import server.api", {ONE_WAY}),
        ("server/actions/planted.py", "from server import app", {ONE_WAY}),
        ("server/actions/planted.py", "from server.problems import STATUSES", {ONE_WAY}),
        ("server/queues/planted.py", "from server.actions import reception", {ONE_WAY}),
        ("server/queues/planted.py", "from server.records import tables", {ONE_WAY}),
        ("server/domain/planted.py", "from server.queues import keys", {ONE_WAY}),
        ("server/domain/planted.py", "from server.records import tables", {ONE_WAY, PURE_DOMAIN}),
        ("server/a_room_nobody_gave_a_floor.py", "", {ONE_WAY}),
        ("server/domain/planted.py", "import redis", {PURE_DOMAIN}),
        ("server/domain/planted.py", "def late():\n    import flask", {PURE_DOMAIN}),
        ("server/actions/planted.py", "from printers import layout", {ONE_SHARED_FILE}),
        ("printers/planted.py", "from server.domain import ticket", {PRINTERS_APART}),
        ("printers/planted.py", "import redis", {PRINTERS_APART}),
        ("server/checker/planted.py", "from server.domain import moves", {ONE_WAY, CHECKER_APART}),
        ("server/checker/planted.py", "import redis", {CHECKER_APART}),
        ("server/demo_person.py", "import flask", {LIGHT_COMMANDS}),
        ("server/commands.py", "from server import app", {LIGHT_COMMANDS}),
    ],
)
def test_a_planted_import_breaks_its_contracts(copy, where, planted, contracts):
    file = copy / where
    file.parent.mkdir(exist_ok=True)
    file.parent.joinpath("__init__.py").touch()
    file.write_text(planted + "\n")
    assert broken_contracts(copy) == contracts
