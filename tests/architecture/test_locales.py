"""Each language says everything that French says, with the same figures in it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.architecture.reading import ROOT

FOLDERS = sorted(
    path
    for room in ("kiosk", "display", "printers", "server")
    for path in (ROOT / room).rglob("locales")
    if path.is_dir()
)
# A counter's label is written in French, so another language says its own word and the counter's number.
SAME_THING = {"label": "counter"}
SPOKEN_BY_RESIDENTS = {"kiosk", "display", "printers"}


class Variables(Visitor):
    """The names of the variables that a message uses, in all of its variants."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor's own naming
        self.names.add(SAME_THING.get(node.id.name, node.id.name))


def words_of(path: Path) -> dict[str, set[str]]:
    """Every message and attribute of a file with its variables: {"ahead": {"count"}, "ahead.label": set()}."""
    words = {}
    for entry in FluentParser().parse(path.read_text("utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path}: not Fluent: {entry.content!r}"
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        parts = {"": entry.value} | {f".{attribute.id.name}": attribute.value for attribute in entry.attributes}
        for suffix, pattern in parts.items():
            if pattern is None:
                continue
            variables = Variables()
            variables.visit(pattern)
            assert entry.id.name + suffix not in words, f"{path}: “{entry.id.name}” twice"
            words[entry.id.name + suffix] = variables.names
    return words


def differences(folder: Path) -> list[str]:
    """How the languages of a folder differ from French."""
    french = words_of(folder / "fr.ftl")
    found = []
    for path in sorted(folder.glob("*.ftl")):
        words = words_of(path)
        found += [f"{path.name}: no “{name}”" for name in french.keys() - words.keys()]
        found += [f"{path.name}: “{name}” is not in French" for name in words.keys() - french.keys()]
        found += [
            f"{path.name}: “{name}” uses {sorted(words[name])}, French {sorted(french[name])}"
            for name in french.keys() & words.keys()
            if words[name] != french[name]
        ]
    return sorted(found)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_language_says_the_same_things(folder):
    assert differences(folder) == []


def test_every_language_a_site_offers_is_spoken_wherever_a_resident_looks():
    rooms = {folder.relative_to(ROOT).parts[0]: folder for folder in FOLDERS}
    assert rooms.keys() >= SPOKEN_BY_RESIDENTS
    for seed in (ROOT / "server/seeds").glob("*.toml"):
        offered = languages_in(tomllib.loads(seed.read_text("utf-8")))
        assert offered
        for room in SPOKEN_BY_RESIDENTS:
            assert offered <= {path.stem for path in rooms[room].glob("*.ftl")}, f"{seed.name}, {room}"


def languages_in(seed: object) -> set[str]:
    """Every code in a list named `languages`, at any depth of a seed file."""
    found: set[str] = set()
    if isinstance(seed, dict):
        for key, value in seed.items():
            found |= set(value) if key == "languages" else languages_in(value)
    elif isinstance(seed, list):
        found = set().union(*map(languages_in, seed))
    return found


@pytest.mark.parametrize(
    ("arabic", "difference"),
    [
        ("ahead = { $count } قبلك\n", "ar.ftl: no “hello”"),
        ("hello = مرحبا\nahead = قبلك\n", "ar.ftl: “ahead” uses [], French ['count']"),
        ("hello = مرحبا\nahead = { $count }\nmore = x\n", "ar.ftl: “more” is not in French"),
        ("hello = { $name }\nahead = { $count }\n", "ar.ftl: “hello” uses ['name'], French []"),
    ],
)
def test_a_language_that_says_less_more_or_otherwise_is_found(tmp_path, arabic, difference):
    (tmp_path / "fr.ftl").write_text(
        "hello = Bonjour\nahead = { $count ->\n    [one] Une\n   *[other] { $count }\n }\n"
    )
    (tmp_path / "ar.ftl").write_text(arabic)
    assert differences(tmp_path) == [difference]


def test_a_file_that_is_not_fluent_is_found(tmp_path):
    (tmp_path / "fr.ftl").write_text("hello Bonjour\n")
    with pytest.raises(AssertionError, match="not Fluent"):
        differences(tmp_path)
