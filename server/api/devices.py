"""How screens and kiosks are, as they say it themselves. The desk shows it."""

from __future__ import annotations

from http import HTTPStatus

from server.access import device, house, site, who
from server.api.blueprint import api
from server.api.device_schemas import DeviceAsked, DeviceShown
from server.api.refusable import refuses
from server.domain import errors
from server.domain.devices import Said
from server.domain.people import Role
from server.queues.devices import hear


@api.put("/sites/<site_id>/devices/self")
@who(Role.DISPLAY, Role.KIOSK)
@refuses(errors.QueueUnreachableError, (HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"))
@api.input(DeviceAsked, arg_name="asked")
@api.output(DeviceShown)
@api.doc(summary="A screen or a kiosk says how it is")
def put_device(site_id: str, asked: DeviceAsked) -> DeviceShown:  # noqa: ARG001 - the gate has read it
    """Kept for the desk, which calls a device silent after a minute. It is no change of the queue."""
    seen = hear(house().queue, site(), device(), Said(**asked.model_dump()))
    return DeviceShown(id=device().id, seen=seen, reloads=device().reloads)
