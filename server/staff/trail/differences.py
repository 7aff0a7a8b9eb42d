"""What was changed, taken apart: each text or number that is otherwise, and where it stands, in the reader's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from server.domain.catalogue import FRENCH, Site
from server.records.seed_sites import form_of
from server.staff.words import can_say, say
from server.told.languages import KNOWN, language_name

SHORT: Final = 160
"""Signs of a value that stand in a line; a longer one is shown when it is asked for."""
TITLE_AT_MOST: Final = 40
"""Signs of a sentence that stands for a thing without a name."""

SAID: Final = {
    **dict.fromkeys(("job", "role", "visit_asks"), "trail-value"),
    **dict.fromkeys(("way", "ways"), "way"),
    **{look: look for look in ("colour", "shape", "pictogram")},
}
"""Fields whose values are chosen and not typed: how their words' ids begin."""
NAMED: Final = {"needs": "needs", "counters": "counters", "ways": "counters", "sites": "sites"}
"""Fields that hold ids of other things, and of which list those are."""
TEXTS: Final = frozenset({"labels", "hints", "texts", "place"})
"""Fields that are said in several languages."""

Names = Mapping[str, str]
"""How people call things, by list and id: "needs.papiers"."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was changed: its name, and how it was and is, in words; "" for what was not there."""

    name: str
    before: str
    after: str

    @property
    def is_long(self) -> bool:
        """Whether it would bury the lines around it."""
        return len(self.before) + len(self.after) > SHORT


def differences(about: str, before: Any, after: Any, names: Names) -> tuple[Difference, ...]:
    """What is otherwise in the field that a change is about; one that is nothing but a value has no name of its own."""
    names = {**names, **names_in({about: _rows(before)}), **names_in({about: _rows(after)})}
    was, now = (dict(_leaves(side)) for side in (before, after))
    told = (
        _difference((about, *path), was.get(path), now.get(path), names)
        for path in dict.fromkeys((*was, *now))
        if was.get(path) != now.get(path)
    )
    return tuple(each for each in told if each.before or each.after)


def _difference(path: Path, was: Any, now: Any, names: Names) -> Difference:
    return Difference(" · ".join(_words(path, names)), _value(path, was, names), _value(path, now, names))


def names_of(site: Site) -> Names:
    """How the things of a site are called as it stands."""
    return names_in(form_of(site))


def names_in(form: Mapping[str, Any]) -> dict[str, str]:
    """How the things in the lists of a site's form are called."""
    return {
        f"{name}.{row['id']}": _title(row)
        for name, rows in form.items()
        if isinstance(rows, list)
        for row in rows
        if isinstance(row, Mapping)
    }


def _rows(side: Any) -> list[Any]:
    """Of a list as the trail tells it, its rows by their ids, those that are told whole."""
    values = side.values() if isinstance(side, Mapping) else ()
    return [row for row in values if isinstance(row, Mapping) and "id" in row]


def _title(row: Mapping[str, Any]) -> str:
    french = (row.get("labels") or row.get("texts") or {}).get(FRENCH, "")
    title = str(row.get("name") or row.get("label") or french or row["id"])
    return title if len(title) <= TITLE_AT_MOST else f"{title[: TITLE_AT_MOST - 1]}…"


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """What a change tells, each with the way to it. A place in a site, as "needs.papiers.labels", is a way too."""
    if isinstance(value, Mapping):
        for part, inner in value.items():
            if part != "id":
                yield from _leaves(inner, (*path, *part.split(".")))
    elif value is not None:
        yield path, value


def _words(path: Path, names: Names) -> Iterator[str]:
    """The way to a value from the field that the change is about, which the sentence above names by itself."""
    for of, part in pairwise(path):
        named = names.get(f"{NAMED.get(of, of)}.{part}")
        if named is None and of in TEXTS and part in KNOWN:
            named = language_name(part)
        yield named or field_words(part)


def field_words(name: str) -> str:
    """A field in words, where it has any; an id that nobody knows any more as it is."""
    words = f"trail-field-{name}"
    return say(words) if can_say(words) else name


def _value(path: Path, value: Any, names: Names) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("trail-yes" if value else "trail-no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(_one(path, each, names) for each in value)
    return _one(path, value, names) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _one(path: Path, text: str, names: Names) -> str:
    """A text as it was typed; what was chosen, or names something, in words."""
    field = "ways" if path[-2:-1] == ("ways",) else path[-1]
    if field in SAID:
        words = f"{SAID[field]}-{text}"
        return say(words) if can_say(words) else text
    if field == "languages" or field in TEXTS:
        return language_name(text)
    return names.get(f"{path[0] if field == 'order' else NAMED.get(field, '')}.{text}", text)
