"""A device is let in: its code is typed, what shows it is looked at, then it gets its site and its name."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.access import house, person, who
from server.domain.catalogue import Site
from server.domain.errors import RefusalError
from server.domain.pairing import NAME_AT_MOST, Pairing
from server.domain.people import Job
from server.problems import STATUSES
from server.staff.pairing.blueprint import pairing
from server.staff.pairing.tries import tries
from server.staff.words import say
from server.told.words import refused


@pairing.get("/devices/pair")
@who(Job.MANAGER)
def pair() -> str:
    """Where the code is typed."""
    return _code_page()


@pairing.post("/devices/pair")
@who(Job.MANAGER)
def look_at_pairing() -> ResponseReturnValue:
    """What shows this code."""
    code = request.form.get("code", "")
    try:
        with tries().admit(person()):
            found = house().pairings.find(code, person())
    except RefusalError as refusal:
        return _code_page(refused(refusal)), STATUSES[type(refusal)]
    return _device_page(found, code)


@pairing.post("/devices/paired")
@who(Job.MANAGER)
def approve_pairing() -> ResponseReturnValue:
    """Let it in."""
    code, name = request.form.get("code", ""), " ".join(request.form.get("name", "").split())
    try:
        with tries().admit(person()):
            found = house().pairings.find(code, person())
            if not 0 < len(name) <= NAME_AT_MOST:
                return _device_page(found, code, say("pair-name-missing")), 422
            site = house().catalogue.site(request.form.get("site", ""))
            house().pairings.approve(code, person(), site.id, name)
    except RefusalError as refusal:
        return _code_page(refused(refusal)), STATUSES[type(refusal)]
    flash(say("pair-done", name=name))
    return redirect(url_for("staff.devices", site_id=site.id))


def own_sites() -> list[Site]:
    """The sites of whoever asks, in their order."""
    return [site for site in house().catalogue.sites() if person().works_at(site.id)]


def _code_page(notice: str = "") -> str:
    return render_template("pairing/code.html", notice=notice)


def _device_page(found: Pairing, code: str, notice: str = "") -> str:
    sites = [site for site in own_sites() if found.site in {None, site.id}]
    minutes = max(0, int((house().pairings.now() - found.made_at).total_seconds() // 60))
    told = {"pairing": found, "code": code, "sites": sites, "minutes": minutes, "notice": notice}
    return render_template("pairing/device.html", at_most=NAME_AT_MOST, **told)
