"""What stands in a form: lists of rows of texts, as they were typed. Nothing here knows what they are for.

A field is named `list.row.field`, and each list names its rows in their order: the form works without any script, and
whatever is refused, added or moved, everything else that was typed is still there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from flask import abort
from werkzeug.datastructures import MultiDict

ROWS_AT_MOST: Final = 60
"""In one list: what a person can still look through."""

KEY: Final = re.compile(r"\+?[a-z0-9][a-z0-9-]{0,62}")
NEW: Final = "+"
"""How the key of a row begins that is not in the records yet: no id begins so."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its list, its key in there, and by field what was typed or ticked."""

    list: str
    key: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, key: str, values: Mapping[str, object]) -> Row:
        """A row that says this: a text, a number, a tick, several ticks, or texts by language."""
        return cls(name, key, dict(_flat(values)))

    def name(self, of: str) -> str:
        """How the form calls a field."""
        return f"{self.list}.{self.key}.{of}"

    def text(self, of: str) -> str:
        """What stands in a field; "" for nothing."""
        return next(iter(self.values.get(of, ())), "")

    def all(self, of: str) -> tuple[str, ...]:
        """What is ticked."""
        return self.values.get(of, ())

    def said(self, of: str) -> dict[str, str]:
        """Texts by language, but for those that say nothing."""
        start = f"{of}."
        found = {name.removeprefix(start): self.text(name) for name in self.values if name.startswith(start)}
        return {language: text for language, text in found.items() if text}

    @property
    def is_new(self) -> bool:
        """Whether the records know nothing of it."""
        return self.key.startswith(NEW)


def _flat(values: Mapping[str, object]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{part}", (str(said),)) for part, said in value.items())
        elif isinstance(value, bool):
            yield name, ("yes",) * value
        elif isinstance(value, tuple | list):
            yield name, tuple(map(str, value))
        else:
            yield name, () if value is None else (str(value),)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole form, and the revision of the site that it was filled from."""

    revision: int
    rows: Mapping[str, tuple[Row, ...]]

    @classmethod
    def typed(cls, form: MultiDict[str, str], lists: Iterable[str]) -> Sheet:
        """What a request carries. Aborts with 400 where no page of ours could have sent it."""
        revision = form.get("revision", "")
        if not re.fullmatch(r"[0-9]{1,9}", revision):
            abort(400)
        return cls(int(revision), {name: tuple(_typed(form, name)) for name in lists})

    def one(self, name: str) -> Row:
        """The only row of a list."""
        return self.rows[name][0]

    def fields(self) -> Iterable[tuple[str, str]]:
        """Everything, as hidden fields carry it."""
        yield "revision", str(self.revision)
        for name, rows in self.rows.items():
            for row in rows:
                yield name, row.key
                yield from ((row.name(of), value) for of, values in row.values.items() for value in values)

    def with_rows(self, name: str, rows: Iterable[Row]) -> Sheet:
        """With other rows in a list."""
        return replace(self, rows={**self.rows, name: tuple(rows)})


def _typed(form: MultiDict[str, str], name: str) -> Iterable[Row]:
    keys = form.getlist(name)
    if len(keys) > ROWS_AT_MOST or len(set(keys)) < len(keys) or not all(map(KEY.fullmatch, keys)):
        abort(400)
    start = f"{name}."
    values: dict[str, dict[str, tuple[str, ...]]] = {key: {} for key in keys}
    for full, given in form.lists():
        key, _, of = full.removeprefix(start).partition(".")
        if full.startswith(start) and key in values:
            values[key][of] = tuple(map(plain, given))
    return (Row(name, key, values[key]) for key in keys)


def plain(text: str) -> str:
    """One line without control characters: no paper, screen or database has a use for them. No-break spaces stay."""
    line = "".join(" " if unicodedata.category(each) in {"Cc", "Cs"} else each for each in text)
    return re.sub(" +", " ", line).strip(" ")
