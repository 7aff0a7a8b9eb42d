"""The catalogue as a file: taken out of the house, and back into it once somebody has seen what it would change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.access import house, person, who
from server.actions import setup
from server.domain.errors import CounterBusyError
from server.domain.people import Actor, Job
from server.domain.setup import InvalidSettingError, SiteTakenError, StaleSettingsError, UnreadableFileError
from server.records.trail import Change
from server.staff.settings.blueprint import settings
from server.staff.trail.differences import Difference, Names, differences, field_words, names_of
from server.staff.words import say
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
        names = {**(names_of(before) if before else {}), **names_of(after)}
        return cls(
            site=after.id,
            name=after.name,
            revision=0 if before is None else before.revision,
            is_new=before is None,
            changes=tuple((field_words(change.about), _differences(change, names)) for change in difference.changes),
            allowed=person().job is Job.ADMIN if before is None else person().works_at(after.id),
        )


def _differences(change: Change, names: Names) -> tuple[Difference, ...]:
    detail = change.detail or {}
    return differences(change.about, detail.get("before"), detail.get("after"), names)


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
    takes = request.form.get("act") == "take"
    try:
        text = _text()
        differences = setup.compare(house(), text)
        told = [Told.of(difference) for difference in differences]
        if not takes:
            return _page(text=text, told=told)
        if not all(each.allowed for each in told):
            return _page(text=text, told=told), HTTPStatus.FORBIDDEN
        setup.take_differences(house(), differences, Actor.of(person()), _seen())
    except UnreadableFileError as refusal:
        return _page(faults=[refused(refusal)]), HTTPStatus.UNPROCESSABLE_ENTITY
    except InvalidSettingError as refusal:
        return _page(faults=[fault.said for fault in refusal.faults]), HTTPStatus.UNPROCESSABLE_ENTITY
    except (CounterBusyError, SiteTakenError, StaleSettingsError) as refusal:
        return _page(faults=[refused(refusal)]), HTTPStatus.CONFLICT
    flash(say("settings-published"))
    return redirect(url_for("staff.settings.catalogue"), HTTPStatus.SEE_OTHER)


def _text() -> str:
    """What was sent: as a file, or as it was read from one a moment ago. Raises UnreadableFileError."""
    sent = request.files.get("file")
    if sent is None:
        return request.form.get("text", "")
    try:
        return str(sent.read(), "utf-8-sig")
    except UnicodeDecodeError as error:
        said = "Ce fichier n’est pas un texte. Choisissez le fichier .toml qui a été exporté."
        raise UnreadableFileError(said, "not-text") from error


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
