"""A site more: it begins as another one stands, with a name and counters of its own."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Final

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.access import house, person, who
from server.actions.setup import add_site
from server.domain.catalogue import Counter, Site
from server.domain.hours import Hours
from server.domain.people import Actor, Job
from server.domain.setup import PAGES, InvalidSettingError, SiteTakenError, StaleSettingsError
from server.staff.settings.blueprint import settings
from server.staff.settings.faults import Faults, id_of
from server.staff.settings.numbers import whole
from server.staff.settings.said import Said
from server.staff.settings.sheet import Row, plain
from server.staff.words import say
from server.told.words import refused

COUNTERS: Final = (1, 50)
NAME_AT_MOST: Final = 200


@settings.get("/sites/new")
@who(Job.ADMIN)
def new_site() -> str:
    """What has to be known of it."""
    sites = house().catalogue.sites()
    first = sites[0].id if sites else ""
    return _page(Row.of("site", "+1", {"name": "", "counters": 3, "like": first}), Said())


@settings.post("/sites/new")
@who(Job.ADMIN)
def make_site() -> str | tuple[str, HTTPStatus] | Response:
    """Add it, and lead to its settings."""
    typed = {of: plain(request.form.get(f"site.+1.{of}", "")) for of in ("name", "counters", "like")}
    row = Row.of("site", "+1", typed)
    faults: Faults = {}
    count, name = whole(row, "counters", COUNTERS, faults), row.text("name")
    if not name:
        faults[row.name("name")] = say("fault-missing")
    elif len(name) > NAME_AT_MOST:
        faults[row.name("name")] = say("fault-long", most=NAME_AT_MOST)
    sites = {each.id: each for each in house().catalogue.sites()}
    like = sites.get(row.text("like"))
    if like is None:
        faults[row.name("like")] = say("fault-choice")
    if faults or like is None:
        return _page(row, Said(faults)), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        made = add_site(house(), _begun(like, id_of(row, name, {*sites, *PAGES}), name, count), Actor.of(person()))
    except (InvalidSettingError, SiteTakenError, StaleSettingsError) as refusal:
        return _page(row, Said(notice=refused(refusal))), HTTPStatus.CONFLICT
    flash(say("site-added", name=made.name))
    return redirect(url_for("staff.settings.home", site_id=made.id), HTTPStatus.SEE_OTHER)


def _begun(like: Site, site_id: str, name: str, counters: int) -> Site:
    """With the other's needs and words; what depends on the building is for the new site to say."""
    every = tuple(need.id for need in like.needs)
    return replace(
        like,
        id=site_id,
        name=name,
        open=True,
        counters=tuple(Counter(str(n), f"Guichet {n}", every) for n in range(1, counters + 1)),
        hours=Hours(like.timezone),
        printers=(),
        screens=(),
    )


def _page(row: Row, said: Said) -> str:
    return render_template(
        "settings/new_site.html", row=row, said=said, sites=[(each.id, each.name) for each in house().catalogue.sites()]
    )
