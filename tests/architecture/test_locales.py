"""Each language is spoken wherever a resident looks, and says everything that French says, with the same figures."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.architecture.reading import ROOT
from tests.support.languages import LANGUAGES

FOLDERS = sorted(
    path
    for room in ("kiosk", "display", "printers", "server")
    for path in (ROOT / room).rglob("locales")
    if path.is_dir()
)
SPOKEN = [folder for folder in FOLDERS if folder.relative_to(ROOT).parts[0] in ("kiosk", "display", "printers")]
# A counter's label is written in French, so another language says its own word and the counter's number.
SAME_THING = {"label": "counter"}
SPOKEN_BY_RESIDENTS = {"kiosk", "display/room", "display/phone", "printers"}
# Tamil stands on paper only: it proves the road of pictures.
PAPER_ONLY = {"ta"}
UNREVIEWED = "To be reviewed by a native speaker."
REVIEW = re.compile(rf"#+ .*({re.escape(UNREVIEWED)}|Reviewed by a native speaker: .+, \d{{4}}-\d\d-\d\d\.)\n")


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


def test_every_language_is_spoken_wherever_a_resident_looks():
    rooms = {folder.parent.relative_to(ROOT).as_posix(): folder for folder in FOLDERS}
    assert rooms.keys() >= SPOKEN_BY_RESIDENTS
    for room in SPOKEN_BY_RESIDENTS:
        spoken = {path.stem for path in rooms[room].glob("*.ftl")}
        assert spoken - (PAPER_ONLY if room == "printers" else set()) == set(LANGUAGES), room


def test_the_seed_that_ships_offers_every_language_in_the_kiosks_order():
    seed = tomllib.loads((ROOT / "server/seeds/pimms-lyon.toml").read_text("utf-8"))
    assert seed["languages"] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("room", "listed", "each"),
    [("kiosk", r"LANGUAGES = \[([^\]]+)\]", r'"(\w\w)"'), ("display", r"NAMES = \{([^}]+)\}", r"\t(\w\w): ")],
)
def test_the_scripts_know_every_language_in_the_kiosks_order(room, listed, each):
    lists = [
        re.findall(each, found)
        for path in sorted((ROOT / room).rglob("*.js"))
        for found in re.findall(listed, path.read_text("utf-8"))
    ]
    assert lists == [list(LANGUAGES)]


def unmarked(folder: Path) -> list[str]:
    """The languages, French apart, whose first line does not say whether a native speaker has read them."""
    files = (path for path in sorted(folder.glob("*.ftl")) if path.stem != "fr")
    return [path.name for path in files if not REVIEW.match(path.read_text("utf-8"))]


@pytest.mark.parametrize("folder", SPOKEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_file_says_in_its_first_line_whether_a_native_speaker_has_read_it(folder):
    assert unmarked(folder) == []


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


def test_a_file_that_hides_that_nobody_has_read_it_is_found(tmp_path):
    first_lines = {
        "en": f"# Kiosk, English. {UNREVIEWED}",
        "es": "# Kiosk, Spanish. Reviewed by a native speaker: A. B., 2026-12-01.",
        "ar": "# Kiosk, Arabic.",
        "ro": "# Kiosk, Romanian. Reviewed by a native speaker.",
        "tr": "",
        "fr": "# Kiosk, French.",
    }
    for language, first_line in first_lines.items():
        (tmp_path / f"{language}.ftl").write_text(f"{first_line}\nhello = x\n")
    assert unmarked(tmp_path) == ["ar.ftl", "ro.ftl", "tr.ftl"]


GUIDE = (ROOT / "docs/translating.md").read_text("utf-8")


def test_the_guide_names_each_language_as_the_kiosk_does_and_says_what_its_files_say():
    rows = re.findall(r"^\| (\w\w) \| ([^|]+) \|.*\| ([^|]+) \|$", GUIDE, re.MULTILINE)
    assert [language for language, *_ in rows] == [*LANGUAGES, *sorted(PAPER_ONLY)]
    for language, name, state in rows:
        if language in LANGUAGES:
            words = (ROOT / f"kiosk/locales/{language}.ftl").read_text("utf-8")
            assert f"\nlanguage-name = {name}\n" in words
        files = [folder / f"{language}.ftl" for folder in SPOKEN if (folder / f"{language}.ftl").exists()]
        waits = language != "fr" and any(UNREVIEWED in path.read_text("utf-8") for path in files)
        assert (state == "to be reviewed by a native speaker") == waits, language
