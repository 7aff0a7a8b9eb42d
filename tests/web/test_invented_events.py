"""No client says for the server that somebody came or went: whoever was let in stays known until they are gone."""

from __future__ import annotations

import pytest

from server.sockets.audience import BOARD, FOLLOW
from server.sockets.revoked import let_go_of_revoked
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def audience(own_app):
    """Who listens, as the application knows it."""
    return own_app.extensions["accueil_push"]._audience


@pytest.fixture
def screen(own_app, own_device):
    """A display's connection, and its device."""
    device = own_device("display")
    io = own_app.extensions["socketio"]
    return io.test_client(own_app, namespace=BOARD, auth={"token": device.token}), device


@pytest.mark.parametrize("said", [("disconnect",), ("disconnect", "transport close"), ("connect",)])
def test_who_says_that_they_went_or_came_is_where_they_were(screen, audience, said):
    client, _ = screen
    before = dict(audience.listens(BOARD, SITE))
    client.emit(*said, namespace=BOARD)
    assert audience.listens(BOARD, SITE) == before
    assert len(before) == 1


def test_a_second_way_in_is_no_way_to_another_site(own_app, screen, audience, own_device):
    client, _ = screen
    elsewhere = own_device("display", "site-2")
    client.emit("connect", {"token": elsewhere.token}, namespace=BOARD)
    client.emit("connect", {}, {"token": elsewhere.token}, namespace=BOARD)
    assert audience.sites() == {SITE}


def test_a_device_that_says_it_went_is_let_go_all_the_same_when_it_is_revoked(own_app, screen, audience):
    client, device = screen
    house = house_of(own_app)
    client.emit("disconnect", namespace=BOARD)
    house.devices.revoke(house.devices.recognise(device.token).id)
    let_go_of_revoked(house, audience, own_app.extensions["socketio"].server.disconnect)
    assert not client.is_connected(BOARD)
    assert audience.sites() == set()


def test_a_phone_that_says_again_and_again_that_it_came_is_one_phone(own_app, own_device, audience):
    link = own_device("kiosk").issue().json["follow_url"].rpartition("/")[2]
    client = own_app.extensions["socketio"].test_client(own_app, namespace=FOLLOW, auth={"secret": link})
    for _ in range(20):
        client.emit("connect", {"secret": link}, namespace=FOLLOW)
    assert [audience.lines(each.secret) for each in audience.listens(FOLLOW, SITE).values()] == [1]
    client.disconnect(FOLLOW)
    assert audience.sites() == set()
