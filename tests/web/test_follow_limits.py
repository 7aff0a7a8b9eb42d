"""How often one may ask with a follow link: enough for any phone, too little for who guesses."""

from __future__ import annotations

import uuid

import pytest
from werkzeug.middleware.proxy_fix import ProxyFix

from server.domain.errors import TooOftenError
from server.limits import CONNECTIONS, GUESSES, LOOKS, MOVES, MOVES_A_DAY
from server.webpush.keys import new_private_key
from tests.support.devices import hold_to_document


@pytest.fixture
def get(own_app):
    return lambda link, **more: own_app.test_client().get(f"/api/v1/follow/{link}", **more)


@pytest.fixture
def post(own_app):
    def ask(link, **more):
        body = {"verb": "set_language", "language": "fr", "request_id": str(uuid.uuid4())}
        return own_app.test_client().post(f"/api/v1/follow/{link}/moves", json=body, **more)

    return ask


@pytest.fixture
def connect(own_app):
    """A function that opens a phone's socket and leaves again: whether it was let in."""
    socketio = own_app.extensions["socketio"]

    def opened(link):
        phone = socketio.test_client(own_app, namespace="/follow", auth={"secret": link})
        let_in = phone.is_connected("/follow")
        if let_in:
            phone.disconnect("/follow")
        return let_in

    return opened


def link_of(answer):
    return answer.json["follow_url"].rpartition("/")[2]


def guesses(ask, many, **more):
    return [ask(f"1-guess{n}", **more).status_code for n in range(many)]


@pytest.mark.parametrize("door", ["get", "post"])
def test_guessing_links_is_soon_refused(request, door):
    tried = guesses(request.getfixturevalue(door), 40)
    assert tried == [404] * 30 + [429] * 10


def test_guesses_count_together_whichever_door_they_try(get, post, connect):
    # The test's socket comes from no address.
    nowhere = {"environ_base": {"REMOTE_ADDR": ""}}
    assert guesses(get, 10, **nowhere) + guesses(post, 10, **nowhere) == [404] * 20
    assert not any(connect(f"1-guess{n}") for n in range(10))
    assert (guesses(get, 1, **nowhere), guesses(post, 1, **nowhere)) == ([429], [429])


def test_who_guesses_closes_no_door_for_another_address(get):
    assert guesses(get, 31)[-1] == 429
    assert guesses(get, 1, environ_base={"REMOTE_ADDR": "192.0.2.7"}) == [404]


def test_who_guesses_closes_no_door_for_those_who_hold_a_link_at_the_same_address(get, post, connect, own_device):
    nowhere = {"environ_base": {"REMOTE_ADDR": ""}}  # as the test's socket
    link = link_of(own_device("kiosk").issue())
    assert guesses(get, 60, **nowhere)[-1] == 429
    assert (get(link, **nowhere).status_code, post(link, **nowhere).status_code) == (200, 200)
    assert connect(link)
    assert guesses(get, 1, **nowhere) == [429]


def test_many_phones_of_one_room_may_ask_as_often_as_phones_do(get, own_device):
    links = [link_of(own_device("kiosk").issue("ateliers" if n % 2 else "energie")) for n in range(10)]
    assert {get(link).status_code for link in links for _ in range(20)} == {200}


@pytest.mark.parametrize(("door", "limit"), [("get", LOOKS), ("post", MOVES)])
def test_one_link_alone_is_asked_for_so_often_and_no_more(request, own_app, own_device, door, limit):
    ask, link = request.getfixturevalue(door), link_of(own_device("kiosk").issue())
    assert {ask(link).status_code for _ in range(limit.amount)} == {200}
    refused = ask(link)
    assert (refused.status_code, refused.json["code"]) == (429, "too_many_requests")
    assert int(refused.headers["Retry-After"]) > 0
    hold_to_document(own_app, refused)
    assert ask(link_of(own_device("kiosk").issue())).status_code == 200


def test_one_link_moves_its_ticket_so_often_in_a_day_and_is_looked_at_all_the_same(own_app, post, get, own_device):
    link, limits = link_of(own_device("kiosk").issue()), own_app.extensions["accueil_follow_limits"]
    with own_app.test_request_context():
        for _ in range(MOVES_A_DAY.amount - 1):
            with limits.admit(link, MOVES_A_DAY):
                pass
    assert [post(link).status_code for _ in range(2)] == [200, 429]
    assert get(link).status_code == 200
    assert post(link_of(own_device("kiosk").issue())).status_code == 200


def test_what_the_minute_refuses_is_not_counted_for_the_day(own_app, post, own_device):
    link, limits = link_of(own_device("kiosk").issue()), own_app.extensions["accueil_follow_limits"]
    tried = [post(link).status_code for _ in range(MOVES.amount + 5)]
    assert tried == [200] * MOVES.amount + [429] * 5
    with own_app.test_request_context():
        for _ in range(MOVES_A_DAY.amount - MOVES.amount):
            with limits.admit(link, MOVES_A_DAY):
                pass
        with pytest.raises(TooOftenError), limits.admit(link, MOVES_A_DAY):
            pass


@pytest.mark.parametrize(
    ("wish", "refusal"), [({"verb": "let_pass"}, 409), ({"verb": "serve"}, 422), ({"verb": "set_language"}, 422)]
)
def test_what_is_refused_counts_as_well(own_app, own_device, wish, refusal):
    link = link_of(own_device("kiosk").issue())

    def ask():
        body = wish | {"request_id": str(uuid.uuid4())}
        return own_app.test_client().post(f"/api/v1/follow/{link}/moves", json=body).status_code

    assert [ask() for _ in range(MOVES.amount + 1)] == [refusal] * MOVES.amount + [429]


@pytest.mark.parametrize("keys", [{}, {"push_private_key": new_private_key(), "push_contact": "mailto:a@example.org"}])
def test_guesses_count_whatever_else_is_wrong_with_them(build, valkey, keys):
    valkey.client.flushall()
    http = build(**keys).test_client()
    subscription = {"endpoint": "https://example.org/x", "keys": {"p256dh": "B" + "A" * 86, "auth": "A" * 22}}
    doors = [
        lambda link: http.post(f"/api/v1/follow/{link}/moves", json={"verb": "serve", "request_id": "r"}),
        lambda link: http.put(f"/api/v1/follow/{link}/push/{'a' * 22}", json=subscription),
    ]
    tried = [doors[n % 2](f"1-guess{n}").status_code for n in range(GUESSES.amount + 2)]
    assert tried == [404] * GUESSES.amount + [429] * 2


def test_a_socket_that_is_opened_again_and_again_is_refused(connect, own_device):
    link = link_of(own_device("kiosk").issue())
    assert all(connect(link) for _ in range(CONNECTIONS.amount))
    assert not connect(link)


def test_behind_a_proxy_the_phone_is_counted_and_not_the_proxy(build, valkey):
    valkey.client.flushall()
    app = build(behind_proxy=True)
    # Outermost, so that it speaks for the sockets too.
    assert isinstance(app.wsgi_app, ProxyFix)

    def status(address):
        told = {"X-Forwarded-For": address}
        return app.test_client().get("/api/v1/follow/1-guess", headers=told).status_code

    assert [status("192.0.2.7") for _ in range(31)] == [404] * 30 + [429]
    assert status("192.0.2.8") == 404
