"""Devices that have a token: all of them at a glance, and each by itself for whoever answers for its site."""

from __future__ import annotations

from contextlib import suppress

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from server.access import Public, house, person, site, who
from server.domain.devices import KnownDevice, UnknownDeviceError
from server.domain.errors import QueueUnreachableError
from server.domain.pairing import NAME_AT_MOST
from server.domain.people import Actor, Job
from server.queues.devices import forget, read_devices
from server.queues.snapshots import read_both
from server.staff.blueprint import REASON_AT_MOST, chosen
from server.staff.devices import told_of
from server.staff.pairing.blueprint import NUMBER, pairing
from server.staff.pairing.lines import KnownLine, known_lines
from server.staff.pairing.pair import own_sites
from server.staff.words import say


@pairing.get("/devices")
@who(Public.STAFF)
def all_devices() -> str:
    """Every device of one's sites that has a token."""
    mine = own_sites()
    devices = house().devices.known({each.id for each in mine})
    lines = {each.id: _lines(each.id, [device for device in devices if device.site == each.id]) for each in mine}
    return render_template("pairing/all.html", sites=mine, known=lines)


@pairing.get(f"/<site_id>/devices/{NUMBER}")
@who(Job.MANAGER)
def one_device(site_id: str, number: int) -> str:  # noqa: ARG001 - the gate has read the site
    """What can be done with a device."""
    return _page(_ours(number))


@pairing.post(f"/<site_id>/devices/{NUMBER}/name")
@who(Job.MANAGER)
def rename_device(site_id: str, number: int) -> ResponseReturnValue:
    """Call it so from now on."""
    device, name = _ours(number), " ".join(request.form.get("name", "").split())
    if not 0 < len(name) <= NAME_AT_MOST:
        return _page(device, say("pair-name-missing")), 422
    house().devices.rename(device.id, name, Actor.of(person()))
    flash(say("known-renamed", name=name))
    return _back(site_id)


@pairing.post(f"/<site_id>/devices/{NUMBER}/reload")
@who(Job.MANAGER)
def reload_device(site_id: str, number: int) -> Response:
    """Have its page load itself anew, once it says the next time how it is."""
    device = _ours(number)
    house().devices.reload(device.id, Actor.of(person()))
    flash(say("known-reloads"))
    return _back(site_id)


@pairing.post(f"/<site_id>/devices/{NUMBER}/revoked")
@who(Job.MANAGER)
def revoke_device(site_id: str, number: int) -> ResponseReturnValue:
    """Take its token back: from now on it is nobody's."""
    device, reason = _ours(number), chosen("reason")
    if reason is None or len(reason) > REASON_AT_MOST:
        return _page(device, say("known-reason-missing")), 422
    house().devices.revoke(device.id, Actor.of(person()), reason)
    # One that nobody may hear any more is not waited for. With the queue away it falls silent by itself.
    with suppress(QueueUnreachableError):
        for heard in read_devices(house().queue, site()).devices:
            if heard.number == str(device.id):
                forget(house().queue, site(), heard.id)
    flash(say("known-revoked"))
    return _back(site_id)


def _ours(number: int) -> KnownDevice:
    """A device of this site. Raises UnknownDeviceError."""
    device = house().devices.find(number)
    if device.site != site().id:
        raise UnknownDeviceError("Cet appareil n’est pas de ce site.")
    return device


def _page(device: KnownDevice, notice: str = "") -> str:
    [line] = _lines(device.site, [device])
    return render_template(
        "pairing/known_device.html",
        site=site(),
        line=line,
        name_at_most=NAME_AT_MOST,
        reason_at_most=REASON_AT_MOST,
        notice=notice,
    )


def _back(site_id: str) -> Response:
    return redirect(url_for("staff.devices", site_id=site_id))


def _lines(site_id: str, devices: list[KnownDevice]) -> list[KnownLine]:
    here = house().catalogue.site(site_id)
    return known_lines(here, devices, told_of(here, read_both(house().queue, here), devices))
