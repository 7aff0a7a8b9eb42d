"""Who opens a staff page without a session signs in first, and then sees it; nobody is led off our pages by it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from server.demo_person import DEMO_PERSON
from server.domain.people import Job
from server.staff.door.way import checked
from tests.support.devices import SITE, Mediator
from tests.support.pages import read_page
from tests.support.team import HERE, PASSWORD, joined, words
from tests.support.who_may import MAY, rules
from tests.web.conftest import house_of
from tests.web.test_every_page import path_to

PERSON = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Dest": "document"}
"""What a browser says whose owner goes to a page."""
NAME = "Zoé Martin"
FOREIGN = [
    "https://evil.example/staff/",
    "//evil.example/staff/",
    "///evil.example",
    "/\\evil.example",
    "/staff/\\evil.example",
    "\\/staff/",
    "https:/staff/",
    "javascript:alert(1)//staff/",
    "/staff/\r\nSet-Cookie: a=b",
    "/staff/\tx",
    "/staff/../kiosk/etats-unis",
    "/staff/..//evil.example",
    "/staff/%2e%2e/kiosk/etats-unis",
    "/staff/.%2E/kiosk/etats-unis",
    "/staff/%2f%2fevil.example",
    "/staff/%5cevil.example",
    "//[",
    "/kiosk/etats-unis",
    "/staffed",
    "staff/etats-unis",
    "/staff/" + "a" * 1000,
    "/staff/",
    "",
]


@pytest.fixture(scope="module")
def staffed(build):
    app = build()
    [limiter] = app.extensions["limiter"]
    limiter.enabled = False
    house_of(app).people.add(NAME, Job.ADMIN, PASSWORD)
    return app


@pytest.fixture
def visitor(staffed):
    """Zoé before the door."""
    return Mediator(staffed)


def go(visitor, path):
    """Go to a page, wherever that leads."""
    answer = visitor.http.get(path, headers=PERSON, follow_redirects=True)
    visitor.page = answer.text
    return answer


def next_of(page):
    """The pages that the forms and links of the door lead to afterwards."""
    return {unescape(found) for found in re.findall(r'name="next" value="([^"]*)"', page)}


def sign_in(visitor, **more):
    return visitor.http.post(
        "/staff/sign-in", data={"csrf_token": visitor.csrf, "name": NAME, "password": PASSWORD, **more}
    )


def test_every_page_that_asks_who_one_is_leads_to_the_door_and_from_there_back(staffed):
    pages = [rule for (method, route), rule in rules(staffed).items() if route.startswith("/staff") and method == "GET"]
    asking = [rule for rule in pages if not {"anyone"} & MAY["GET", re.sub(r"<[^<>]*:(\w+)>", r"<\1>", rule.rule)]]
    assert len(asking) > 25
    for rule in asking:
        path = path_to(staffed, rule, "GET")
        answer = staffed.test_client().get(path, headers=PERSON)
        assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (302, "/staff/"), path
        assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"next": [path]}


def test_after_signing_in_the_page_that_was_asked_for_is_shown(visitor):
    page = go(visitor, f"/staff/{SITE}/devices?only=kiosk")
    assert "La page que vous avez demandée s’ouvrira ensuite." in page.text
    assert next_of(page.text) == {f"/staff/{SITE}/devices?only=kiosk"}
    answer = sign_in(visitor, next=next_of(page.text).pop())
    assert answer.headers["Location"] == f"/staff/{SITE}/devices?only=kiosk"
    assert visitor.http.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    "page", ["/staff/é漢?q=ل", "/staff/%0d%0aa", "/staff/%F0%9F", "/staff/#/x", "/staff/a;b=c&d", "/staff/a?q=%2F.."]
)
def test_whatever_page_of_ours_is_named_the_answer_is_an_address(visitor, page):
    assert checked(page) == page
    location = sign_in(visitor, next=page).headers["Location"]
    assert (location.startswith("/staff/"), location.isascii(), location.isprintable()) == (True, True, True)
    assert visitor.http.get(location).status_code in {200, 302, 404}


def test_a_wrong_password_on_the_way_forgets_nothing(visitor):
    go(visitor, f"/staff/{SITE}")
    refused = sign_in(visitor, next=f"/staff/{SITE}", password="devinette")
    assert refused.status_code == 401
    assert next_of(refused.text) == {f"/staff/{SITE}"}


def test_who_is_in_already_goes_straight_on(visitor):
    sign_in(visitor)
    assert visitor.http.get(f"/staff/?next=/staff/{SITE}").headers["Location"] == f"/staff/{SITE}"


def test_another_language_chosen_at_the_door_forgets_nothing(visitor):
    page = go(visitor, f"/staff/{SITE}")
    back = unescape(re.search(r'name="back" value="([^"]*)"', page.text)[1])
    form = {"csrf_token": visitor.csrf, "language": "en", "back": back}
    assert next_of(go(visitor, visitor.http.post("/staff/language", data=form).headers["Location"]).text) == {
        f"/staff/{SITE}"
    }
    assert "The page that you asked for will open next." in visitor.http.get(back).text


@pytest.mark.parametrize("address", FOREIGN)
def test_a_link_that_a_stranger_wrote_leads_nowhere_but_to_our_own_pages(visitor, address):
    door = visitor.http.get("/staff/", query_string={"next": address})
    visitor.page = door.text
    assert next_of(door.text) == set()
    assert "evil.example" not in str(read_page("/staff/", door).links)
    form = {"csrf_token": visitor.csrf, "language": "fr", "back": address}
    assert visitor.http.post("/staff/language", data=form).headers["Location"] == "/staff/"
    assert sign_in(visitor, next=address).headers["Location"] == "/staff/"
    assert checked(address) is None


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"Accept": "*/*"},
        {"Accept": "application/json"},
        PERSON | {"Sec-Fetch-Dest": "empty"},
        PERSON | {"Sec-Fetch-Dest": "iframe"},
        PERSON | {"HX-Request": "true"},
    ],
)
def test_what_a_script_or_a_frame_asks_for_is_refused_as_before(staffed, told):
    answer = staffed.test_client().get(f"/staff/{SITE}/1/now", headers=told)
    assert answer.status_code == 401
    assert "Identifiez-vous" in answer.text


def test_a_form_that_comes_too_late_is_refused_as_before(staffed):
    answer = staffed.test_client().post(f"/staff/{SITE}/1/call", data={"request_id": "r"}, headers=PERSON)
    assert answer.status_code == 401


@pytest.mark.parametrize("path", [f"/api/v1/sites/{SITE}", f"/api/v1/sites/{SITE}/board"])
def test_the_api_goes_on_saying_it_in_json(staffed, path):
    answer = staffed.test_client().get(path, headers=PERSON)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")


def test_who_has_to_choose_a_password_on_the_way_then_sees_the_page_that_they_asked_for(own_app):
    house_of(own_app).people.add(NAME, Job.ADMIN, PASSWORD, must_change=True)
    visitor, asked, new = Mediator(own_app), f"/staff/{SITE}/devices?only=kiosk", "trois chats sur le toit"
    go(visitor, asked)
    assert next_of(go(visitor, sign_in(visitor, next=asked).headers["Location"]).text) == {asked}
    assert next_of(go(visitor, f"/staff/?next={asked}").text) == {asked}
    form = {"csrf_token": visitor.csrf, "old": PASSWORD, "new": new, "next": asked}
    mistyped = visitor.http.post("/staff/password", data=form | {"again": "trois chats"})
    assert (mistyped.status_code, next_of(mistyped.text)) == (422, {asked})
    foreign = visitor.http.get("/staff/password?next=//evil.example")
    assert next_of(foreign.text) == set()
    assert visitor.http.post("/staff/password", data=form | {"again": new}).headers["Location"] == asked


def test_who_may_not_see_a_page_is_told_so_and_not_led_in_circles(own_app):
    zoe = joined(own_app, house_of(own_app), "Zoé", Job.MEDIATOR, HERE)
    answer = zoe.http.get("/staff/people", headers=PERSON)
    assert (answer.status_code, "Votre compte ne permet pas" in words(answer)) == (403, True)


def test_the_demos_one_button_leads_on_too(build, tmp_path_factory):
    app = build(demo=True, preview_dir=tmp_path_factory.mktemp("preview"))
    house_of(app).people.add(DEMO_PERSON, Job.ADMIN, PASSWORD)
    visitor = Mediator(app)
    page = go(visitor, f"/staff/{SITE}/settings").text
    assert page.count('name="next"') == 2
    form = {"csrf_token": visitor.csrf, "next": next_of(page).pop()}
    assert visitor.http.post("/staff/demo-sign-in", data=form).headers["Location"] == f"/staff/{SITE}/settings"
