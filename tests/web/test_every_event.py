"""Every Socket.IO event × everybody who might call it: who is let in, and with which word the others are refused."""

from __future__ import annotations

from typing import Any, Final

import pytest
from flask_socketio import Namespace, SocketIO

from server.access import Public, Who, who
from server.domain.people import Role
from server.sockets.callers import ONCE_IN, admit_events, handlers, once_in
from tests.support.callers import everybody
from tests.support.devices import SITE

DOORS: Final = {
    "/board": "kiosk display counter manager-device mediator",
    "/desk": "counter manager-device mediator",
    "/printer": "printer",
    "/follow": "anyone",  # who holds a living link: tests/web/test_doors.py and test_follow_limits.py
}
"""Who may listen, written by hand. A job stands for those above it, too. Each listens to their own site alone."""
ONCE_LET_IN: Final = {(namespace, "disconnect") for namespace in DOORS} | {("/board", "beat")}
"""All else that a client can say."""


@pytest.fixture(scope="module")
def known(build):
    app = build()
    return app, everybody(app)


def connected(app, caller, namespace, **auth: Any):
    """Whether somebody is let in, and else the code that they are told."""
    io = app.extensions["socketio"]
    shown = {"token": caller.token} if caller.token else {"site": SITE}
    client = io.test_client(app, namespace=namespace, auth=shown | auth, flask_test_client=caller.http)
    let_in = client.is_connected(namespace)
    if let_in:
        client.disconnect(namespace)
    return let_in


def test_every_event_has_its_line_here_and_every_line_its_event(known):
    app, _ = known
    found = {(namespace, event): handler.who for namespace, event, handler in handlers(app.extensions["socketio"])}
    doors = {name for name, declared in found.items() if isinstance(declared, Who)}
    assert doors == {(namespace, "connect") for namespace in DOORS}
    assert {name for name, declared in found.items() if declared == ONCE_IN} == ONCE_LET_IN
    assert len(found) == len(doors) + len(ONCE_LET_IN)


@pytest.mark.parametrize("namespace", [name for name, callers in DOORS.items() if callers != "anyone"])
def test_those_listen_who_may_and_nobody_else(known, valkey, namespace):
    app, callers = known
    valkey.client.flushall()
    may = {"corner" if name == "kiosk" else name for name in DOORS[namespace].split()} | set(DOORS[namespace].split())
    may |= {"manager", "admin"} if "mediator" in may else set()
    assert len(callers) == 18
    for caller in callers:
        # A device listens to its own site, whichever that is: it names none.
        mine = caller.token is not None or not (caller.elsewhere or caller.newcomer)
        assert connected(app, caller, namespace) == (caller.kind in may and mine), caller.name


@pytest.mark.parametrize("namespace", ["/board", "/desk"])
def test_a_device_that_names_another_site_listens_to_its_own(known, valkey, namespace):
    app, callers = known
    valkey.client.flushall()
    far = next(caller for caller in callers if caller.name == "counter elsewhere")
    io = app.extensions["socketio"]
    client = io.test_client(app, namespace=namespace, auth={"token": far.token, "site": SITE})
    assert [told["args"][0]["site"] for told in client.get_received(namespace)] == [far.at]
    client.disconnect(namespace)


@pytest.mark.parametrize("namespace", DOORS)
@pytest.mark.parametrize("auth", [None, "token", 7, [], {}, {"token": None}, {"token": ["x"]}, {"secret": {"$gt": ""}}])
def test_nobody_listens_who_shows_nothing(known, namespace, auth):
    app, _ = known
    client = app.extensions["socketio"].test_client(app, namespace=namespace, auth=auth)
    assert not client.is_connected(namespace)


class _Silent(Namespace):
    def on_connect(self) -> None:
        """Says not who may come."""


class _Open(Namespace):
    @once_in
    def on_connect(self) -> None:
        """Asks of whoever comes that they have come already."""


class _Talkative(Namespace):
    @who(Role.DISPLAY, Public.STAFF)
    def on_connect(self) -> None:
        """Says who may come …"""

    def on_shout(self) -> None:
        """… and not who may shout."""


@pytest.mark.parametrize("room", [_Silent, _Open, _Talkative])
def test_an_application_with_an_undeclared_event_is_not_built(room):
    io = SocketIO(async_mode="threading")
    io.init_app(None)
    io.on_namespace(room("/planted"))
    with pytest.raises(LookupError, match="/planted"):
        admit_events(io)


def test_an_event_that_hangs_on_no_room_is_declared_as_well():
    io = SocketIO(async_mode="threading")
    io.init_app(None)
    io.server.on("shout", lambda sid: None, namespace="/planted")
    with pytest.raises(LookupError, match="/planted shout"):
        admit_events(io)
