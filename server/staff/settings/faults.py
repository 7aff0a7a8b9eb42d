"""What is wrong with what was typed: a sentence for each field, in words that tell what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from server.domain.catalogue import FRENCH
from server.staff.settings.sheet import Row
from server.staff.words import say

Faults = dict[str, str]
"""By the name of the field in the form."""

Shape = TypeVar("Shape", bound=BaseModel)


def read_row(shape: type[Shape], row: Row, given: Mapping[str, Any], faults: Faults) -> Shape | None:
    """A row in the shape that the records ask for; None, and its faults written down, when it has not."""
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        for each in error.errors():
            faults.setdefault(row.name(".".join(map(str, each["loc"]))), _sentence(each))
        return None


def _sentence(error: ErrorDetails) -> str:
    known, limits = error["type"], error.get("ctx", {})
    match known:
        case "missing" | "string_too_short" | "string_type" | "int_type" | "float_type":
            return say("fault-missing")
        case "string_too_long":
            return say("fault-long", most=limits["max_length"])
        case "greater_than_equal":
            return say("fault-least", least=limits["ge"])
        case "less_than_equal":
            return say("fault-most", most=limits["le"])
        case "int_parsing" | "int_from_float" | "float_parsing" | "finite_number":
            return say("fault-number")
        case _:
            return say("fault-plain")


def need_french(row: Row, of: str, faults: Faults) -> None:
    """French is what is said where another language has no words: it must be there."""
    if not row.text(f"{of}.{FRENCH}"):
        faults.setdefault(row.name(f"{of}.{FRENCH}"), say("fault-french"))


def once(rows: Collection[Row], of: str, fault: str, faults: Faults) -> None:
    """No two rows say the same: the later one is told so."""
    seen: set[str] = set()
    for row in rows:
        text = row.text(of).casefold()
        if text and text in seen:
            faults.setdefault(row.name(of), fault)
        seen.add(text)


def id_of(row: Row, words: str, taken: set[str]) -> str:
    """The id of a row: a new one is named after its words, and nobody has to think of it. It is taken from now on."""
    made = row.key
    if row.is_new:
        plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or row.list
        made = next(each for each in (stem, *(f"{stem}-{n}" for n in range(2, 999))) if each not in taken)
    taken.add(made)
    return made
