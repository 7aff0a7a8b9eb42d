"""The kiosk's page asks at once for every module of its start: found one by one, they cost a slow machine a second."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath

from tests.architecture.reading import ROOT

FOLDERS = {"/assets/kiosk/": "kiosk/", "/look/": "server/look/"}
# The first fetches the second by itself, to outlive its failure.
FIRST = ("/assets/kiosk/boot.js", "/assets/kiosk/app.js")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
IMPORTED = re.compile(r'^(?:import|export)\b[^;"(]*"([^"]+\.js)"', re.MULTILINE)
NAMED = re.compile(r'<link rel="modulepreload" href="([^"]+)">')


def path_of(root: Path, address: str) -> Path:
    """The file behind an address."""
    prefix = next(each for each in FOLDERS if address.startswith(each))
    return root / FOLDERS[prefix] / address.removeprefix(prefix)


def imported(root: Path) -> set[str]:
    """The address of every module that the kiosk cannot start without."""
    found: set[str] = set()
    todo = list(FIRST)
    while todo:
        address = todo.pop()
        if address in found:
            continue
        found.add(address)
        if "/vendor/" in address:  # bundled: it imports nothing
            continue
        script = COMMENT.sub("", path_of(root, address).read_text("utf-8"))
        # join() of a name that starts at the root is that name.
        todo += [normpath(join(dirname(address), name)) for name in IMPORTED.findall(script)]
    return found


def named(root: Path) -> list[str]:
    """What the page asks for at once, and what it starts with."""
    return [*NAMED.findall((root / "kiosk/index.html").read_text("utf-8")), FIRST[0]]


def test_the_page_names_each_module_of_its_start_once_and_no_other():
    assert sorted(named(ROOT)) == sorted(imported(ROOT))


def test_a_module_that_is_not_named_is_found(plant):
    plant(
        "kiosk/boot.js",
        '/** @typedef {import("./types.js").T} T */\nimport "./corner/corner.js";\nawait import("./app.js");\n',
    )
    plant("kiosk/app.js", 'import {\n\ta,\n\tb,\n} from "/look/words.js";\n// import "./no.js";\n')
    plant("kiosk/corner/corner.js", 'export * from "../dom.js";\nimport("./lazy.js");\n')
    plant("kiosk/dom.js", "")
    plant("server/look/words.js", 'import { c } from "/look/vendor/fluent.js";\n')
    root = plant("kiosk/index.html", '<link rel="modulepreload" href="/assets/kiosk/app.js">\n')
    assert imported(root) - set(named(root)) == {
        "/assets/kiosk/corner/corner.js",
        "/assets/kiosk/dom.js",
        "/look/words.js",
        "/look/vendor/fluent.js",
    }
