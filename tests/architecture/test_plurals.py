"""Each language counts with exactly the plural forms that it has in CLDR."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.architecture.reading import ROOT

PATHS = sorted(path for room in ("kiosk", "display", "printers") for path in (ROOT / room).rglob("locales/*.ftl"))
# After a number their nouns have no plural.
ONE_NOUN = {"tr", "fa", "zh"}


class Choices(Visitor):
    """The keys of every choice in a message: names of plural forms, and plain numbers."""

    def __init__(self) -> None:
        self.keys: list[tuple[set[str], set[str]]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  # the visitor's own naming
        keys = [variant.key for variant in node.variants]
        forms = {key.name for key in keys if isinstance(key, ast.Identifier)}
        self.keys.append((forms, {key.value for key in keys if isinstance(key, ast.NumberLiteral)}))
        self.generic_visit(node)


def plurals_of(path: Path) -> list[tuple[str, set[str], set[str]]]:
    """Each choice by a number: its message, its plural forms, and the plain numbers that have words of their own."""
    found = []
    for entry in FluentParser().parse(path.read_text("utf-8")).body:
        if isinstance(entry, ast.Message):
            choices = Choices()
            choices.visit(entry)
            found += [(entry.id.name, *keys) for keys in choices.keys]
    return found


def miscounted(path: Path) -> list[str]:
    """Where a language does not count with exactly the plural forms that it has.

    Whole numbers up to 1000 are what people meet: beyond are only the millions of some Latin languages.
    """
    language = Locale.parse(path.stem)
    met = {language.plural_form(number) for number in range(1001)} | {"other"}
    choices = plurals_of(path)
    wrong = []
    for message, forms, numbers in choices:
        # "zero" of Arabic is only ever 0: where 0 has words of its own, it needs no form.
        wanted = {form for form in met if form != "zero" or "0" not in numbers}
        if forms != wanted and not (path.stem in ONE_NOUN and forms == {"other"}):
            wrong.append(f"{path.name}: “{message}” has {sorted(forms)}, not {sorted(wanted)}")
    if path.stem not in ONE_NOUN:
        counted = {message for message, *_ in choices}
        french = {message for message, *_ in plurals_of(path.with_name("fr.ftl"))}
        wrong += [f"{path.name}: “{message}” does not count" for message in sorted(french - counted)]
    return wrong


@pytest.mark.parametrize(
    "path",
    PATHS,
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_each_language_counts_with_the_plural_forms_that_it_has(path):
    assert miscounted(path) == []


FRENCH_COUNTS = "ahead = { $count ->\n    [one] x\n   *[other] y\n}\n"


@pytest.mark.parametrize(
    ("language", "keys", "fault"),
    [
        ("en", ["one", "other"], None),
        ("en", ["0", "other"], "en.ftl: “ahead” has ['other'], not ['one', 'other']"),
        ("en", ["one", "few", "other"], "en.ftl: “ahead” has ['few', 'one', 'other'], not ['one', 'other']"),
        ("ru", ["one", "few", "many", "other"], None),
        (
            "ru",
            ["one", "few", "other"],
            "ru.ftl: “ahead” has ['few', 'one', 'other'], not ['few', 'many', 'one', 'other']",
        ),
        ("ar", ["0", "one", "two", "few", "many", "other"], None),
        ("ar", ["zero", "one", "two", "few", "many", "other"], None),
        (
            "ar",
            ["0", "one", "few", "many", "other"],
            "ar.ftl: “ahead” has ['few', 'many', 'one', 'other'], not ['few', 'many', 'one', 'other', 'two']",
        ),
        ("tr", ["0", "other"], None),
        ("tr", [], None),
        ("ro", [], "ro.ftl: “ahead” does not count"),
    ],
)
def test_a_language_that_counts_as_another_does_is_found(tmp_path, language, keys, fault):
    (tmp_path / "fr.ftl").write_text(FRENCH_COUNTS)
    variants = "".join(f"    {'*' * (key == 'other')}[{key}] x\n" for key in keys)
    message = f"ahead = {{ $count ->\n{variants}}}\n" if keys else "ahead = { $count }\n"
    (tmp_path / f"{language}.ftl").write_text(message)
    assert miscounted(tmp_path / f"{language}.ftl") == ([fault] if fault else [])
