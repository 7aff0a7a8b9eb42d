"""The sockets' doors: how many come in by one follow link, and who is gone before being let in."""

from __future__ import annotations

import pytest

from server.actions import reception
from server.sockets.audience import BOARD, FOLLOW
from server.sockets.rooms import LINES_AT_MOST
from tests.web.conftest import house_of


@pytest.fixture
def connect(own_app):
    """A function that opens a socket."""
    socketio = own_app.extensions["socketio"]
    return lambda namespace, **auth: socketio.test_client(own_app, namespace=namespace, auth=auth)


@pytest.fixture
def link(own_device):
    """A function that takes a ticket and gives its follow link."""
    return lambda: own_device("kiosk").issue().json["follow_url"].rpartition("/")[2]


def test_one_link_holds_so_many_sockets_and_no_more_until_one_is_closed(connect, link):
    held = link()
    phones = [connect(FOLLOW, secret=held) for _ in range(LINES_AT_MOST)]
    assert all(phone.is_connected(FOLLOW) for phone in phones)
    assert not connect(FOLLOW, secret=held).is_connected(FOLLOW)
    assert connect(FOLLOW, secret=link()).is_connected(FOLLOW)
    phones[0].disconnect(FOLLOW)
    assert connect(FOLLOW, secret=held).is_connected(FOLLOW)


@pytest.fixture
def gone_after(own_app, monkeypatch):
    """A function that has every client vanish once a method was carried out: the queue answers, nobody is there."""
    server = own_app.extensions["socketio"].server

    def vanish(owner, name):
        work = getattr(owner, name)

        def then_gone(*args):
            answer = work(*args)
            for client in list(server.environ):
                server._handle_eio_disconnect(client, "ping timeout")
            return answer

        monkeypatch.setattr(owner, name, then_gone)

    return vanish


@pytest.fixture
def nobody_listens(own_app):
    """A function that tells whether no door remembers anybody."""
    push, server = own_app.extensions["accueil_push"], own_app.extensions["socketio"].server
    return lambda: not (push._audience.sites() or push.followers._phones or list(server.manager.get_namespaces()))


def test_a_display_that_is_gone_before_it_was_let_in_is_forgotten(
    own_app, own_device, connect, gone_after, nobody_listens
):
    gone_after(type(house_of(own_app).devices), "recognise")
    assert not connect(BOARD, token=own_device("display").token).is_connected(BOARD)
    assert nobody_listens()


def test_a_phone_that_is_gone_before_it_was_let_in_is_forgotten(connect, link, gone_after, nobody_listens):
    held = link()
    gone_after(reception, "follow")
    assert not connect(FOLLOW, secret=held).is_connected(FOLLOW)
    assert nobody_listens()


def test_a_display_that_is_gone_while_being_told_the_first_truth_is_forgotten(
    own_app, own_device, connect, gone_after, nobody_listens
):
    gone_after(own_app.extensions["accueil_push"], "_emit")
    assert not connect(BOARD, token=own_device("display").token).is_connected(BOARD)
    assert nobody_listens()


def test_a_phone_that_is_gone_while_being_told_the_first_truth_is_forgotten(
    own_app, connect, link, gone_after, nobody_listens
):
    held = link()
    gone_after(own_app.extensions["accueil_push"], "_emit")
    assert not connect(FOLLOW, secret=held).is_connected(FOLLOW)
    assert nobody_listens()


def test_who_is_there_is_remembered_until_it_goes(connect, link, nobody_listens):
    phone = connect(FOLLOW, secret=link())
    assert not nobody_listens()
    phone.disconnect(FOLLOW)
    assert nobody_listens()
