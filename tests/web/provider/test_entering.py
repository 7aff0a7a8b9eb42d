"""Signing in at the provider of the house: a certified one, on this machine, told the truth or lies."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import structlog
from limits import parse
from pydantic import SecretStr
from structlog.testing import capture_logs

from server.app import create_app
from server.domain.people import COMMAND
from server.limits import WAYS_TO_THE_PROVIDER
from server.settings import Settings, SettingsError
from server.staff.provider.provider import EXTENSION, TOLD_FOR_S
from tests.support.abode import ZOE, bind, house_of, id_of, is_in, signed_in, strangers, with_provider
from tests.support.devices import SITE
from tests.support.provider import NAME as PROVIDER
from tests.support.provider import Provider, Traveller, changed
from tests.support.seeded import SECRET_KEY

FAULTS = ["nonce", "no-nonce", "expiry", "issuer", "audience", "subject", "signature", "age", "no-age", "words-for-age"]


def test_the_door_shows_the_way_to_the_provider_only_where_there_is_one(app, shared_abode):
    assert f"Entrer avec {PROVIDER}" in shared_abode.test_client().get("/staff/").text
    client = app.test_client()
    assert "Entrer avec" not in client.get("/staff/").text
    assert client.get("/staff/provider").status_code == 404
    assert client.get("/staff/provider/back?code=a&state=b").status_code == 404


def test_the_way_there_is_the_code_flow_with_pkce_state_and_nonce_and_asks_for_no_more_than_who_it_is(shared_abode):
    query = {name: values[0] for name, values in parse_qs(urlsplit(Traveller(shared_abode).set_out()).query).items()}
    assert query["response_type"] == "code"
    assert query["code_challenge_method"] == "S256"
    assert query["redirect_uri"] == "http://localhost/staff/provider/back"
    assert query["scope"] == "openid"
    assert (query["prompt"], query["max_age"]) == ("login", "0")
    assert min(len(query["state"]), len(query["nonce"])) >= 20
    assert len(query["code_challenge"]) == 43


def test_a_bound_person_enters_and_is_themselves(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    answer = traveller.travel("zoe-there")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/staff/")
    page = traveller.http.get("/staff/").text
    assert "Où travaillez-vous" in page
    assert ZOE in page


def test_the_page_that_was_asked_for_is_shown_after_the_way_there_and_back(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    for asked, shown in ((f"/staff/{SITE}/devices", f"/staff/{SITE}/devices"), ("https://evil.example/", "/staff/")):
        traveller = Traveller(abode)
        page = traveller.http.get("/staff/", query_string={"next": asked}).text
        way = unescape(re.search(r'class="enter" href="([^"]+)"', page)[1])
        assert ("next=" in way) == (asked == shown)
        for start in (way, f"/staff/provider?next={asked}"):
            address = traveller.http.get(start).headers["Location"]
            back = traveller.come_back(traveller.sign_in_there(address, "zoe-there"))
            assert back.headers["Location"] == shown


def test_whoever_sets_out_again_and_again_still_comes_in(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    sizes = []
    for _ in range(20):
        address = traveller.set_out()
        sizes.append(len(traveller.http.get_cookie("accueil").value))
    assert max(sizes) < 2 * sizes[0]
    assert traveller.come_back(traveller.sign_in_there(address, "zoe-there")).status_code == 302
    assert is_in(traveller)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_proves_nothing_lets_nobody_in(abode, provider, fault):
    bind(abode, provider, ZOE, f"faulty-{fault}")
    traveller = Traveller(abode)
    answer = traveller.travel(f"faulty-{fault}")
    assert answer.status_code == 401
    assert f"{PROVIDER} n’a pas confirmé qui vous êtes." in answer.text
    assert not is_in(traveller)
    assert strangers(abode) == 0


@pytest.mark.parametrize("state", ["another", ""])
def test_an_answer_to_a_question_that_this_browser_never_asked_lets_nobody_in(abode, provider, state):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    back = traveller.sign_in_there(traveller.set_out(), "zoe-there")
    assert traveller.come_back(changed(back, state=state)).status_code == 401
    assert not is_in(traveller)


def test_somebody_elses_answer_opens_no_session_in_this_browser(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    lurer, lured = Traveller(abode), Traveller(abode)
    back = lurer.sign_in_there(lurer.set_out(), "zoe-there")
    lured.set_out()
    assert lured.come_back(back).status_code == 401
    assert not is_in(lured)


def test_an_answer_that_was_taken_once_is_worth_nothing_to_whoever_copied_it_and_the_cookie(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    back = traveller.sign_in_there(traveller.set_out(), "zoe-there")
    cookie = traveller.http.get_cookie("accueil").value
    assert traveller.come_back(back).status_code == 302
    thief = Traveller(abode)
    thief.http.set_cookie("accueil", cookie)
    assert thief.come_back(back).status_code == 401
    assert not is_in(thief)


def test_an_answer_of_another_provider_is_not_taken_for_ours(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    back = traveller.sign_in_there(traveller.set_out(), "zoe-there")
    assert traveller.come_back(changed(back, iss="https://provider.example")).status_code == 401
    assert not is_in(traveller)


def test_who_turns_back_at_the_provider_is_told_kindly(shared_abode):
    answer = Traveller(shared_abode).come_back("/staff/provider/back?error=access_denied&state=x")
    assert answer.status_code == 401
    assert "Cela n’a pas marché" in answer.text


def test_whoever_has_left_does_not_enter_at_the_provider_either(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    house_of(abode).people_changes.leave(id_of(abode, ZOE), COMMAND)
    traveller = Traveller(abode)
    answer = traveller.travel("zoe-there")
    assert answer.status_code == 403
    assert "Ce compte est fermé" in answer.text
    assert not is_in(traveller)


def test_while_the_provider_is_away_a_kind_page_says_so_and_passwords_still_open(build, monkeypatch):
    gone = Provider("http://localhost")
    app = with_provider(build, gone)
    traveller = Traveller(app)
    back = traveller.sign_in_there(traveller.set_out(), "zoe-there")
    gone.stop()
    monkeypatch.setattr("server.staff.provider.provider.TOLD_FOR_S", 0)
    for answer in (traveller.come_back(back), Traveller(app).http.get("/staff/provider")):
        assert answer.status_code == 503
        assert f"{PROVIDER} ne répond pas" in answer.text
    assert signed_in(app, ZOE)


def test_what_the_provider_says_of_itself_is_asked_once_a_minute_however_many_set_out(build, provider, monkeypatch):
    asked, app = [], with_provider(build, provider)
    fetch = requests.Session.request
    monkeypatch.setattr(requests.Session, "request", lambda *args, **more: asked.append(1) or fetch(*args, **more))
    ways = [app.test_client().get("/staff/provider").status_code for _ in range(5)]
    assert (ways, len(asked)) == ([302] * 5, 1)
    app.extensions[EXTENSION].client.server_metadata["_loaded_at"] -= TOLD_FOR_S
    assert (app.test_client().get("/staff/provider").status_code, len(asked)) == (302, 2)


def test_an_address_that_sets_out_again_and_again_has_to_wait_and_nobody_else(build, provider):
    app, allowed = with_provider(build, provider), parse(WAYS_TO_THE_PROVIDER).amount
    told = [app.test_client().get("/staff/provider").status_code for _ in range(allowed + 2)]
    assert told == [302] * allowed + [429] * 2
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert app.test_client().get("/staff/provider", environ_base=elsewhere).status_code == 302


def test_a_provider_that_calls_itself_otherwise_is_not_asked(build, provider):
    app = with_provider(build, provider, oidc_issuer=provider.issuer.replace("127.0.0.1", "localhost"))
    answer = app.test_client().get("/staff/provider")
    assert answer.status_code == 503


@pytest.mark.parametrize(
    "wrong",
    [
        {"oidc_issuer": "http://provider.example"},
        {"oidc_issuer": "ftp://provider.example"},
        {"oidc_issuer": "provider.example"},
        {"oidc_client_id": ""},
        {"oidc_client_secret": SecretStr("")},
        {"oidc_name": ""},
    ],
)
def test_a_provider_that_is_half_set_or_could_be_overheard_starts_no_server(wrong):
    right = {"oidc_issuer": "https://provider.example", "oidc_client_id": "a", "oidc_name": "b"}
    settings = right | {"oidc_client_secret": SecretStr("c")} | wrong
    with pytest.raises(SettingsError, match="ACCUEIL_OIDC_ISSUER"):
        create_app(Settings(secret_key=SecretStr(SECRET_KEY), database_url="sqlite://", **settings))


def test_after_ten_answers_that_prove_nothing_an_address_has_to_wait(build, provider):
    guesser = Traveller(with_provider(build, provider))
    statuses = [guesser.come_back("/staff/provider/back?code=x&state=y").status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2


def test_the_log_tells_that_a_sign_in_failed_and_no_secret_of_it(abode, monkeypatch):
    traveller = Traveller(abode)
    back = traveller.sign_in_there(traveller.set_out(), "faulty-nonce")
    # The one of the module writes as the first application told it to.
    monkeypatch.setattr("server.staff.provider.routes.log", structlog.get_logger())
    with capture_logs() as logged:
        traveller.come_back(back)
    told = repr(logged)
    assert "sign-in at the provider proved nothing" in told
    secrets = [values[0] for name, values in parse_qs(urlsplit(back).query).items() if name != "iss"]
    assert [secret for secret in [*secrets, "faulty-nonce", "only-for-tests"] if secret in told] == []
