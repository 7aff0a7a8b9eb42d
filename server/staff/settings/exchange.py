"""The catalogue as a file: taken out of the house, and back into it once somebody has seen what it would change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.access import house, person, who
from server.actions import setup
from server.domain.errors import CounterBusyError
from server.domain.people import Actor, Job
from server.domain.setup import InvalidSettingError, SiteTakenError, StaleSettingsError
from server.records.trail import Change
from server.staff.settings.blueprint import settings
from server.staff.trail.lines import Difference
from server.staff.words import can_say, say
from server.told.words import refused

FILE_NAME = "accueil.toml"
REVISION = "revision."
"""With a site's id behind it: the field that says on which revision it was compared."""

Answer = str | tuple[str, HTTPStatus] | Response


@dataclass(frozen=True, slots=True)
class Told:
    """What a file would change of one site, and whether this person may change it."""

    site: str
    name: str
    revision: int
    is_new: bool
    changes: tuple[tuple[str, tuple[Difference, ...]], ...]
    allowed: bool

    @classmethod
    def of(cls, difference: setup.Difference) -> Told:
        """In words."""
        before, after = difference.before, difference.after
        return cls(
            site=after.id,
            name=after.name,
            revision=0 if before is None else before.revision,
            is_new=before is None,
            changes=tuple(map(_told, difference.changes)),
            allowed=person().job is Job.ADMIN if before is None else person().works_at(after.id),
        )


def _told(change: Change) -> tuple[str, tuple[Difference, ...]]:
    """The field that would be changed, and each text or number in it that is and would be otherwise."""
    before, after = (dict(_leaves((change.detail or {}).get(side))) for side in ("before", "after"))
    told = (
        Difference(" · ".join(map(_part, path)), before.get(path, ""), after.get(path, ""))
        for path in dict.fromkeys((*before, *after))
        if before.get(path) != after.get(path)
    )
    return _part(change.about), tuple(told)


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        for part, inner in value.items():
            yield from _leaves(inner, (*path, part))
    elif isinstance(value, list):
        yield path, ", ".join(map(str, value))
    elif value is not None:
        yield path, say("yes" if value else "no") if isinstance(value, bool) else str(value)


def _part(name: str) -> str:
    """A field in words, where it has any; an id or a language as it is."""
    found = next((words for words in (f"part-{name}", f"trail-field-{name}") if can_say(words)), None)
    return say(found) if found else name


@settings.get("/catalogue")
@who(Job.MANAGER)
def catalogue() -> str:
    """Both ways."""
    return _page()


@settings.get(f"/catalogue/{FILE_NAME}")
@who(Job.MANAGER)
def catalogue_file() -> Response:
    """The sites that this person may set up, as one file."""
    ours = None if person().job is Job.ADMIN else person().sites
    answer = Response(setup.export(house(), ours), mimetype="application/toml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


@settings.post("/catalogue")
@who(Job.MANAGER)
def take_catalogue() -> Answer:
    """Compare a file with what there is; or, once that was seen, take it in."""
    text, takes = _text(), request.form.get("act") == "take"
    try:
        differences = setup.compare(house(), text)
        told = [Told.of(difference) for difference in differences]
        if not takes:
            return _page(text=text, told=told)
        if not all(each.allowed for each in told):
            return _page(text=text, told=told), HTTPStatus.FORBIDDEN
        setup.take_differences(house(), differences, Actor.of(person()), _seen())
    except InvalidSettingError as refusal:
        return _page(faults=[fault.said for fault in refusal.faults]), HTTPStatus.UNPROCESSABLE_ENTITY
    except (CounterBusyError, SiteTakenError, StaleSettingsError) as refusal:
        return _page(faults=[refused(refusal)]), HTTPStatus.CONFLICT
    flash(say("settings-published"))
    return redirect(url_for("staff.settings.catalogue"), HTTPStatus.SEE_OTHER)


def _text() -> str:
    """What was sent: as a file, or as it was read from one a moment ago. 400 for what is no text."""
    sent = request.files.get("file")
    if sent is None:
        return request.form.get("text", "")
    try:
        return str(sent.read(), "utf-8-sig")
    except UnicodeDecodeError:
        abort(HTTPStatus.BAD_REQUEST)


def _seen() -> dict[str, int]:
    fields = ((name.removeprefix(REVISION), value) for name, value in request.form.items() if name.startswith(REVISION))
    return {site: int(value) for site, value in fields if re.fullmatch(r"[0-9]{1,9}", value)}


def _page(text: str = "", told: list[Told] | None = None, faults: list[str] | None = None) -> str:
    return render_template(
        "settings/catalogue.html",
        text=text,
        told=told,
        faults=faults or [],
        revision=REVISION,
        may_take=told is not None and all(each.allowed for each in told),
        everything=person().job is Job.ADMIN,
    )
