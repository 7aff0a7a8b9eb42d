"""The bar at the head of the staff pages: where one can go from here. A new room adds its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import g, request, url_for
from flask_login import current_user

from server.access import person
from server.domain.people import Job
from server.staff.visits.stock import few_passes_mark
from server.staff.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the bar offers.

    words     id of its name
    endpoint  of its view
    job       the least that an account must be for
    of_site   a page of one site: offered where a site is in view, or where the person works at one alone
    mark      says, for a site's id, what is to be done there, in a word or two; "" for nothing
    room      the blueprint all of whose pages are in this place, deeper ones too; "" where its own page is all
    of_all    offered where none is: with a site in view its own page stands here, and leads to this one
    """

    words: str
    endpoint: str
    job: Job = Job.MEDIATOR
    of_site: bool = False
    of_all: bool = False
    mark: Callable[[str], str] | None = None
    room: str = ""


PLACES: Final = (
    Place("bar-sites", "staff.front"),
    Place("bar-devices", "staff.devices", of_site=True, room="staff.pairing"),
    Place("bar-settings", "staff.settings.home", Job.MANAGER, of_site=True, room="staff.settings"),
    Place("bar-all-devices", "staff.pairing.all_devices", Job.MANAGER, of_all=True, room="staff.pairing"),
    Place("bar-people", "staff.people.everyone", Job.MANAGER, room="staff.people"),
    Place("bar-trail", "staff.trail.newest", Job.MANAGER),
    Place("passes", "staff.visits.passes", Job.MANAGER, of_site=True, mark=few_passes_mark),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place as this person reaches it; `mark`: what is to be done there.

    here    as aria-current has it: "page" where they are on it already, "true" deeper in the same place, else ""
    """

    words: str
    mark: str
    address: str
    here: str


def bar() -> list[Link]:
    """The places of whoever is signed in; none for everybody else, nor for who has yet to choose a password."""
    if not current_user.is_authenticated or person().must_change:
        return []
    site_id = _site_in_view()
    return [
        Link(say(place.words), _mark(place, site_id), _address(place, site_id), _here(place))
        for place in PLACES
        if person().job.covers(place.job) and not (place.of_site if site_id is None else place.of_all)
    ]


def _address(place: Place, site_id: str | None) -> str:
    return url_for(place.endpoint, site_id=site_id) if place.of_site else url_for(place.endpoint)


def _mark(place: Place, site_id: str | None) -> str:
    return place.mark(site_id) if place.mark is not None and site_id is not None else ""


def _here(place: Place) -> str:
    if request.endpoint == place.endpoint:
        return "page"
    return "true" if place.room and request.blueprint == place.room else ""


def _site_in_view() -> str | None:
    if "site" in g:
        return str(g.site.id)
    sites = person().sites
    return sites[0] if len(sites) == 1 else None
