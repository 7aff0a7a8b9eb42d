"""The settings' pages: the tiles of a site, a form each, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Final

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.access import house, person, site, who
from server.actions import setup
from server.domain.catalogue import Site
from server.domain.errors import CounterBusyError
from server.domain.people import Actor, Job
from server.domain.setup import InvalidSettingError, StaleSettingsError
from server.domain.translations import count_to_read
from server.staff.settings.acts import acted
from server.staff.settings.blueprint import settings
from server.staff.settings.choices import choices_at
from server.staff.settings.faults import Faults
from server.staff.settings.previews import preview_of
from server.staff.settings.rereading import left_to_read
from server.staff.settings.room import Room, Seen
from server.staff.settings.rooms import counters, hours, needs, priorities, requests, screens, words
from server.staff.settings.rooms import site as basics
from server.staff.settings.said import Said
from server.staff.settings.sheet import Sheet
from server.staff.settings.summary import summary
from server.staff.words import say
from server.told.languages import language_name
from server.told.words import refused

ROOMS: Final = {
    room.name: room
    for room in (
        basics.ROOM,
        hours.ROOM,
        needs.ROOM,
        counters.ROOM,
        words.MESSAGES,
        words.NOTICES,
        priorities.ROOM,
        screens.ROOM,
        requests.ROOM,
    )
}

Answer = str | tuple[str, HTTPStatus] | Response


@settings.get("/<site_id>/settings")
@who(Job.MANAGER)
def home(site_id: str) -> str:  # noqa: ARG001 - the gate has read it
    """Everything that can be set up of a site, and how it stands."""
    tiles = [(room, summary(room.name, site())) for room in ROOMS.values()]
    return render_template("settings/home.html", site=site(), tiles=tiles, may_carry=person().job is Job.ADMIN)


@settings.get("/<site_id>/settings/<room_name>")
@who(Job.MANAGER)
def form(site_id: str, room_name: str) -> str:  # noqa: ARG001 - the gate has read it
    """One form, as the site stands."""
    room = _room(room_name)
    return _form(room, room.fill(site()), Said())


@settings.post("/<site_id>/settings/<room_name>")
@who(Job.MANAGER)
def press(site_id: str, room_name: str) -> Answer:  # noqa: ARG001 - the gate has read it
    """A button of the form: it may move or add a row, show a preview, go back from there, or publish."""
    room = _room(room_name)
    sheet, act = Sheet.typed(request.form, room.lists), request.form.get("act", "publish")
    if any(blank is None and not sheet.rows[name] for name, blank in room.lists.items()):
        abort(HTTPStatus.BAD_REQUEST)  # what no button takes away is always there
    if act not in {"preview", "publish"}:
        return _form(room, *_acted(room, sheet, act))
    try:
        return _publish_or_show(room, sheet, shows=act == "preview" and room.seen is not Seen.NOTHING)
    except InvalidSettingError as refusal:
        return _form(room, sheet, Said.of(refusal, sheet)), HTTPStatus.UNPROCESSABLE_ENTITY
    except CounterBusyError as refusal:
        return _form(room, sheet, Said(notice=refused(refusal), typed=True)), HTTPStatus.CONFLICT
    except StaleSettingsError:
        newer = replace(sheet, revision=house().catalogue.site(site().id).revision)
        return _form(room, newer, Said(notice=say("settings-stale"), typed=True)), HTTPStatus.CONFLICT


def _room(name: str) -> Room:
    if name not in ROOMS:
        abort(HTTPStatus.NOT_FOUND)
    return ROOMS[name]


def _acted(room: Room, sheet: Sheet, act: str) -> tuple[Sheet, Said]:
    """The form after a button that publishes nothing."""
    if act == "edit":
        return sheet, Said(typed=True)
    if act in room.also:
        return room.also[act](sheet), Said(focus=act, typed=True)
    moved, focus = acted(sheet, room.lists, act)
    return moved, Said(focus=focus, typed=True)


def _form(room: Room, sheet: Sheet, said: Said) -> str:
    return render_template(
        f"settings/{room.name}.html",
        room=room,
        sheet=sheet,
        said=said,
        site=site(),
        previews=room.seen is not Seen.NOTHING,
        language_name=language_name,
        count_to_read=count_to_read,
        **choices_at(site()),
    )


def _publish_or_show(room: Room, sheet: Sheet, *, shows: bool) -> Answer:
    """Raises InvalidSettingError, CounterBusyError, StaleSettingsError."""
    faults: Faults = {}
    here = _begun_on(sheet.revision)
    left = left_to_read(sheet, here)
    draft = replace(room.read(sheet, here, faults), revision=sheet.revision, translated_from=left)
    if faults:
        return _form(room, sheet, Said(faults, typed=True)), HTTPStatus.UNPROCESSABLE_ENTITY
    if shows:
        return preview_of(room, sheet, setup.check(house(), draft))
    setup.save(house(), draft, Actor.of(person()))
    flash(say("settings-published"))
    return redirect(url_for("staff.settings.form", site_id=here.id, room_name=room.name), HTTPStatus.SEE_OTHER)


def _begun_on(revision: int) -> Site:
    """The site as the form was filled from it, if it is so still.

    This process may know it as it was a moment ago: what the form leaves as it is must not become that again.
    """
    if site().revision == revision:
        return site()
    house().catalogue.forget(site().id)
    return house().catalogue.site(site().id)
