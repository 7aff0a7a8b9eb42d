"""Who closes their session here closes it at the provider, too, where that has a page for it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from server.staff.provider.provider import EXTENSION
from tests.support.abode import PASSWORD, ZOE, bind, signed_in, with_provider
from tests.support.provider import CLIENT_ID, Provider, Traveller, changed
from tests.support.provider import NAME as PROVIDER


def csrf_of(traveller):
    return re.search(r'name="csrf_token" value="([^"]+)"', traveller.http.get("/staff/").text)[1]


def sign_out(traveller):
    return traveller.http.post("/staff/sign-out", data={"csrf_token": csrf_of(traveller)})


def way_out(page):
    """Where a page leads by itself, and by its link."""
    refresh, link = (
        unescape(re.search(found, page)[1])
        for found in (r'<meta http-equiv="refresh" content="0; url=([^"]+)">', r'class="enter" href="([^"]+)"')
    )
    assert refresh == link
    return link


def still_in_there(traveller):
    """Whether the provider would send this browser back as somebody, without asking."""
    address = traveller.set_out()
    answer = traveller.abroad.get(f"{address.partition('?')[0]}{changed('?' + urlsplit(address).query, **QUIETLY)}")
    return "code" in parse_qs(urlsplit(answer.headers["Location"]).query)


QUIETLY = {"prompt": "none", "max_age": ""}


@pytest.fixture
def zoe(abode, provider):
    """Zoé, who came in by the provider."""
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    assert traveller.travel("zoe-there").status_code == 302
    return traveller


def test_who_signs_out_here_is_led_to_sign_out_there_and_back_to_the_door(zoe, provider):
    page = sign_out(zoe)
    assert page.status_code == 200
    assert "Votre session ici est fermée" in page.text
    assert f"Aller chez {PROVIDER}" in page.text
    assert zoe.http.get("/staff/password").status_code == 401
    address = way_out(page.text)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert address.startswith(f"{provider.issuer}/session/end?")
    assert (asked["client_id"], asked["post_logout_redirect_uri"]) == (CLIENT_ID, "http://localhost/staff/")
    assert asked["id_token_hint"].count(".") == 2

    assert still_in_there(zoe)
    there = zoe.abroad.get(address)
    form, secret = (re.search(found, there.text)[1] for found in (r'action="([^"]+)"', r'name="xsrf" value="(\w+)"'))
    back = zoe.abroad.post(urljoin(address, form), data={"xsrf": secret, "logout": "yes"})
    assert back.headers["Location"] == "http://localhost/staff/"
    assert not still_in_there(zoe)


def test_the_proof_is_nowhere_in_the_browser(zoe):
    with zoe.http.session_transaction() as session:
        assert "eyJ" not in str(dict(session))  # how each id_token begins


def test_who_came_in_by_a_password_is_led_nowhere(abode):
    rose = signed_in(abode, ZOE)
    answer = rose.http.post("/staff/sign-out", data={"csrf_token": rose.csrf})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/staff/")


def test_a_second_press_leads_nowhere(zoe):
    assert sign_out(zoe).status_code == 200
    assert sign_out(zoe).headers["Location"] == "/staff/"


@pytest.mark.parametrize("page", [None, "", 1, "http://provider.example/out", "javascript:alert(1)"])
def test_where_the_provider_has_no_such_page_or_an_unsafe_one_the_session_here_ends(build, provider, page):
    app = with_provider(build, provider)
    bind(app, provider, ZOE, "zoe-there")
    traveller = Traveller(app)
    traveller.travel("zoe-there")
    app.extensions[EXTENSION].client.server_metadata["end_session_endpoint"] = page
    assert sign_out(traveller).headers["Location"] == "/staff/"
    assert traveller.http.get("/staff/password").status_code == 401


def test_while_the_provider_is_away_the_session_here_ends(build):
    gone = Provider("http://localhost")
    app = with_provider(build, gone)
    bind(app, gone, ZOE, "zoe-there")
    traveller = Traveller(app)
    traveller.travel("zoe-there")
    gone.stop()
    app.extensions[EXTENSION].client.server_metadata.clear()  # as in a process that has not asked it yet
    assert sign_out(traveller).headers["Location"] == "/staff/"
    assert traveller.http.get("/staff/password").status_code == 401


def test_somebody_who_signs_in_over_another_session_is_not_led_away(zoe):
    form = {"csrf_token": csrf_of(zoe), "name": ZOE, "password": PASSWORD}
    assert zoe.http.post("/staff/sign-in", data=form).headers["Location"] == "/staff/"
