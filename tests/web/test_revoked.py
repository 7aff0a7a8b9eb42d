"""Whoever's token was taken back is let go, whatever goes wrong with another."""

from __future__ import annotations

import pytest

from server.domain.people import COMMAND, Job, Role
from server.sockets.audience import BOARD, DESK, Audience, Listener
from server.sockets.revoked import let_go_of_revoked
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def revoked(house):
    """A function that gives a listener whose token was taken back."""

    def listener():
        device = house.devices.recognise(house.devices.create(SITE, Role.DISPLAY))
        house.devices.revoke(device.id)
        return Listener(SITE, device=device.id)

    return listener


@pytest.fixture
def let_go(house):
    """A function that looks at an audience once, and gives whom it let go."""

    def look(audience):
        gone = []
        let_go_of_revoked(house, audience, lambda sid, namespace: gone.append((namespace, sid)))
        return gone

    return look


ENDS = {
    "signed out": lambda house, person, token: house.sessions.end(token),
    "left": lambda house, person, token: house.people_changes.leave(person.id, COMMAND),
    "works elsewhere": lambda house, person, token: house.people_changes.change(
        person.id, person.name, Job.MEDIATOR, ["site-2"], COMMAND
    ),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("namespace", [BOARD, DESK])
def test_who_works_here_no_more_hears_no_more(house, let_go, end, namespace):
    zoe, karim = (house.people.add(name, Job.MEDIATOR, "un long mot de passe", [SITE]) for name in ("Zoé", "Karim"))
    audience, token = Audience(), house.sessions.open(zoe)
    audience.enter(namespace, "zoe", Listener(SITE, session=token))
    audience.enter(namespace, "karim", Listener(SITE, session=house.sessions.open(karim)))
    assert let_go(audience) == []
    ENDS[end](house, zoe, token)
    house.sessions.forget()
    assert let_go(audience) == [(namespace, "zoe")]


def test_a_connection_that_cannot_be_ended_keeps_no_other_one_standing(house, revoked):
    audience, gone = Audience(), []
    audience.enter(BOARD, "broken", revoked())
    audience.enter(DESK, "whole", revoked())

    def disconnect(sid, namespace):
        if sid == "broken":
            raise OSError("its line is broken")
        gone.append((sid, namespace))

    let_go_of_revoked(house, audience, disconnect)
    assert gone == [("whole", DESK)]


def test_an_unforeseen_error_of_the_records_ends_no_connection_and_not_the_watch(house, revoked, monkeypatch):
    audience, gone = Audience(), []
    audience.enter(BOARD, "known", revoked())

    def broken(_devices):
        raise ZeroDivisionError

    with monkeypatch.context() as trouble:
        trouble.setattr(type(house.devices), "revoked", broken)
        let_go_of_revoked(house, audience, lambda *each: gone.append(each))
    assert gone == []
    let_go_of_revoked(house, audience, lambda *each: gone.append(each))
    assert gone == [("known", BOARD)]
