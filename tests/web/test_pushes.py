"""Pushes of the real demo: the whole truth at once, after each change, and only for those who may know."""

from __future__ import annotations

import json
import re

import httpx
import pytest

from server.sockets.rooms import LINES_AT_MOST
from tests.support.api import UNUSED, Client
from tests.support.listeners import Listener
from tests.support.processes import until

SITE = "site-5"  # no other test of the demo works there


@pytest.fixture(scope="module")
def token(demo):
    """A token by role, as `accueil token` gives it."""
    kept = {}

    def token_of(role, site=SITE):
        if (role, site) not in kept:
            kept[role, site] = demo.token(site, role)
        return kept[role, site]

    return token_of


@pytest.fixture
def desk(demo, token):
    """A manager's device, which may take tickets and call."""
    return Client(demo.url, SITE, token("manager"))


@pytest.fixture
def listen(demo, token):
    """A function that opens a listener, closed at the end of the test."""
    open_ones = []

    def to(namespace, event, auth, origin=None, cookie=""):
        open_ones.append(Listener(demo.url, namespace, event, auth, origin, cookie))
        return open_ones[-1]

    yield to
    for listener in open_ones:
        listener.leave()


@pytest.fixture(scope="module")
def session(demo):
    """The cookie of somebody signed in at the desk."""
    with httpx.Client(base_url=demo.url, trust_env=False, verify=UNUSED) as browser:
        csrf = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/staff/").text)[1]
        assert browser.post("/staff/demo-sign-in", data={"csrf_token": csrf}).is_redirect
        return f"accueil={browser.cookies['accueil']}"


@pytest.fixture
def board(listen, token):
    """A display's listener that was told its first board."""
    listener = listen("/board", "board", {"token": token("display")})
    listener.hears()
    return listener


def test_a_display_is_told_the_board_at_once(board, desk):
    assert board.last["site"] == SITE
    assert {name: board.last[name] for name in ("version", "calls", "waiting", "open")} == {
        name: desk.board().json()[name] for name in ("version", "calls", "waiting", "open")
    }


@pytest.mark.parametrize("role", ["kiosk", "counter", "manager"])
def test_other_devices_of_the_site_may_see_the_board(listen, token, role):
    listen("/board", "board", {"token": token(role)}).hears()


def test_a_call_is_pushed_to_the_display(board, desk):
    # By name: others wait, where a worker runs this test after the burst.
    called = desk.call("2", ticket=desk.issue(language="ar").json()["id"]).json()
    until(lambda: board.last["calls"] and board.last["calls"][0]["number"] == called["number"], "the call is shown")
    call = board.last["calls"][0]
    assert (call["counter"], call["label"], call["language"]) == ("2", "Guichet 2", "ar")
    assert call["called_at"] == called["called_at"]


def test_after_a_burst_the_display_has_the_latest_truth(board, desk):
    for _ in range(30):
        desk.issue()
    for _ in range(10):
        desk.call("1")
    truth = desk.board().json()
    until(lambda: board.last["version"] >= truth["version"], "the latest board")
    assert board.last["calls"] == truth["calls"]
    assert board.last["waiting"] == truth["waiting"]
    versions = [told["version"] for told in board.told]
    assert versions == sorted(versions)


def test_a_full_board_is_under_2_kb_and_carries_no_need_no_name_and_no_secret(board, desk, demo):
    issued = [desk.issue("energie", "ar").json() for _ in range(6)]
    for counter in ("1", "2", "3"):
        desk.call(counter)
        desk.call(counter)
    until(lambda: len(board.last["calls"]) == 6, "six calls")
    text = json.dumps(board.last, ensure_ascii=False)
    assert len(text.encode()) < 2048
    told = set(re.findall(r"[\w-]+", text))
    private = {ticket["id"] for ticket in issued} | {ticket["follow_url"].partition("-")[2] for ticket in issued}
    private |= {"need", "energie", "name", "secret"}
    assert told & private == set()


def test_one_sites_display_hears_nothing_of_another(listen, token, demo, board):
    there = listen("/board", "board", {"token": token("display", "site-6")})
    there.hears()
    Client(demo.url, SITE, token("manager")).issue()
    board.hears(len(board.told) + 1)
    assert {told["site"] for told in there.told} == {"site-6"}
    assert {told["site"] for told in board.told} == {SITE}


def test_a_counter_is_told_the_queue_at_once_and_after_each_change(listen, token, desk):
    listener = listen("/desk", "queue", {"token": token("counter")})
    listener.hears()
    ticket = desk.issue("transports").json()
    until(lambda: ticket["id"] in [row["id"] for row in listener.last["waiting"]], "the newcomer is listed")
    assert listener.last["counters"][0]["label"] == "Guichet 1"


def test_a_print_agent_is_woken_by_a_new_ticket(listen, token, desk):
    listener = listen("/printer", "jobs", {"token": token("printer")})
    listener.hears()
    desk.issue()
    listener.hears(2)
    assert listener.last == {"site": SITE}


def test_a_phone_follows_its_ticket(listen, desk, demo):
    ticket = desk.issue("ateliers", "en").json()
    link = ticket["follow_url"].rpartition("/")[2]
    phone = listen("/follow", "ticket", {"secret": link})
    phone.hears()
    assert (phone.last["number"], phone.last["state"]) == (ticket["number"], "waiting")
    desk.call("3", ticket=ticket["id"])
    until(lambda: phone.last["state"] == "called", "the phone is told")
    assert phone.last["counter"] == {"id": "3", "label": "Guichet 3", "way": None, "place": {}}
    over_http = desk.http.get(f"/follow/{link}").json()
    assert phone.last | {"at": None} == over_http | {"at": None}


def test_a_link_that_holds_its_sockets_already_is_told_so_as_one_that_asks_too_often(listen, desk):
    link = desk.issue().json()["follow_url"].rpartition("/")[2]
    phones = [listen("/follow", "ticket", {"secret": link}) for _ in range(LINES_AT_MOST + 1)]
    assert [phone.code for phone in phones] == [None] * LINES_AT_MOST + ["too_many_requests"]


@pytest.mark.parametrize(
    ("namespace", "role", "code"),
    [
        ("/desk", "display", "wrong_role"),
        ("/desk", "kiosk", "wrong_role"),
        ("/board", "printer", "wrong_role"),
        ("/printer", "manager", "wrong_role"),
    ],
)
def test_a_device_of_the_wrong_role_is_refused(listen, token, namespace, role, code):
    assert listen(namespace, "any", {"token": token(role)}).code == code


@pytest.mark.parametrize("namespace", ["/board", "/desk", "/printer"])
@pytest.mark.parametrize(
    "auth", [None, {}, {"token": "nonsense"}, {"token": None}, {"token": ["a"]}, "text", {"token": "\ud800"}]
)
def test_without_a_known_token_nobody_listens(listen, namespace, auth):
    assert listen(namespace, "any", auth).code == "unauthenticated"


@pytest.mark.parametrize(("namespace", "event"), [("/desk", "queue"), ("/board", "board")])
def test_a_browser_is_told_a_sites_truth_when_somebody_is_signed_in_and_not_before(listen, session, namespace, event):
    assert listen(namespace, event, {"site": SITE}).code == "unauthenticated"
    signed_in = listen(namespace, event, {"site": SITE}, cookie=session)
    signed_in.hears()
    assert signed_in.last["site"] == SITE
    assert listen(namespace, event, {"site": "nulle-part"}, cookie=session).code == "unknown_site"


def test_a_session_opens_no_printers_door(listen, session):
    assert listen("/printer", "jobs", {"site": SITE}, cookie=session).code == "unauthenticated"


@pytest.mark.parametrize(
    "auth", [None, {}, {"secret": "1-wrong"}, {"secret": ""}, {"secret": 7}, {"secret": "1-\ud800"}]
)
def test_a_wrong_follow_link_is_refused(listen, auth):
    assert listen("/follow", "ticket", auth).code == "unknown_follow_link"


@pytest.mark.parametrize(
    ("namespace", "event", "role"),
    [
        ("/board", "board", "display"),
        ("/desk", "queue", "counter"),
        ("/printer", "jobs", "printer"),
        ("/follow", "", ""),
    ],
)
@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1.evil.example", "null"])
def test_a_foreign_page_cannot_open_a_connection(listen, token, namespace, event, role, origin):
    stranger = listen(namespace, event, {"token": token(role)} if role else {"secret": "1-any"}, origin)
    assert stranger.code not in {None, "unauthenticated", "unknown_follow_link"}  # before it was asked
    assert stranger.told == []


def test_our_own_page_can(listen, token, demo):
    listen("/board", "board", {"token": token("display")}, demo.url).hears()
