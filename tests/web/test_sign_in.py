"""Signing in at the desk: by name and password, and never by guessing or by a foreign page."""

from __future__ import annotations

import time

import pytest
from argon2 import PasswordHasher, extract_parameters
from itsdangerous import TimestampSigner

from server.domain.people import Job
from server.records import passwords
from tests.support.devices import Mediator
from tests.support.hands import Hands
from tests.web.conftest import house_of

NAME, PASSWORD = "Zoé Martin", "un long mot de passe"


@pytest.fixture(scope="module")
def staffed_app(build):
    app = build()
    house_of(app).people.add(NAME, Job.MEDIATOR, PASSWORD)
    return app


@pytest.fixture(scope="module")
def hands(staffed_app):
    return Hands(house_of(staffed_app).people.store)


@pytest.fixture
def mediator(staffed_app, hands, valkey):
    valkey.client.flushall()
    hands.move(days=2)  # wrong passwords of the test before are forgotten
    return Mediator(staffed_app)


def at_the_desk(app):
    """A mediator who signed in and opened the desk of counter 1."""
    mediator = Mediator(app)
    mediator.sign_in(NAME, PASSWORD)
    mediator.open("etats-unis/1")
    return mediator


def test_a_mediator_signs_in_and_chooses_a_site_and_a_counter(mediator):
    assert mediator.sign_in(NAME, PASSWORD).headers["Location"] == "/staff/"
    assert "PIMMS Médiation des États-Unis" in mediator.open("").text
    assert "Guichet 4" in mediator.open("etats-unis").text
    assert "Vous êtes libre" in mediator.open("etats-unis/1").text


@pytest.mark.parametrize(
    ("name", "password"),
    [(NAME, "un autre mot de passe"), ("Personne", PASSWORD), ("", ""), (NAME, ""), ("' OR 1=1 --", PASSWORD)],
)
def test_a_wrong_name_or_password_is_told_kindly_and_without_saying_which(mediator, name, password):
    answer = mediator.sign_in(name, password)
    assert answer.status_code == 401
    assert "Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez, puis réessayez." in answer.text
    assert "Où travaillez-vous" not in mediator.open("").text


def test_a_name_that_nobody_has_takes_the_same_work_as_a_wrong_password(staffed_app, monkeypatch, mediator):
    checked = []
    verify = PasswordHasher.verify

    def seen(hasher, hashed, password):
        checked.append(extract_parameters(hashed))
        return verify(hasher, hashed, password)

    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher())
    monkeypatch.setattr(passwords, "_NOBODY", passwords._hash_of_no_password())
    house_of(staffed_app).people.add("Karim", Job.MEDIATOR, PASSWORD)
    monkeypatch.setattr(PasswordHasher, "verify", seen)
    for name in ("Karim", "Personne"):
        assert mediator.sign_in(name, "un autre mot de passe").status_code == 401
    known, unknown = checked
    assert unknown == known == extract_parameters(PasswordHasher().hash(""))


@pytest.mark.parametrize("path", ["etats-unis", "etats-unis/1", "etats-unis/1/now", "nulle-part"])
def test_without_signing_in_the_desk_stays_shut(mediator, path):
    answer = mediator.open(path)
    assert answer.status_code == 401
    assert "Identifiez-vous" in answer.text


@pytest.mark.parametrize("path", ["etats-unis/1/call", "etats-unis/1/tickets/000000000001/serve"])
def test_without_signing_in_nobody_is_called(mediator, everything, path):
    answer = mediator.http.post(f"/staff/{path}", data={"request_id": "r", "csrf_token": mediator.csrf})
    assert answer.status_code == 401
    assert everything() == {}


def test_signing_out_shuts_the_desk(mediator):
    mediator.sign_in(NAME, PASSWORD)
    mediator.open("etats-unis")
    mediator.http.post("/staff/sign-out", data={"csrf_token": mediator.csrf})
    assert mediator.open("etats-unis/1").status_code == 401


@pytest.mark.parametrize("path", ["sign-in", "sign-out", "etats-unis/1/call"])
def test_a_form_without_the_pages_own_token_is_refused(mediator, everything, path):
    mediator.sign_in(NAME, PASSWORD)
    answer = mediator.http.post(f"/staff/{path}", data={"name": NAME, "password": PASSWORD, "request_id": "r"})
    assert answer.status_code == 400
    assert "Rechargez la page" in answer.text
    assert everything() == {}


def test_a_desk_left_open_all_day_still_calls(staffed_app, device, everything, monkeypatch):
    """The page's token lives as long as the session: nobody reloads a desk every hour."""
    with monkeypatch.context() as this_morning:
        this_morning.setattr(TimestampSigner, "get_timestamp", lambda _: int(time.time()) - 9 * 3600)
        mediator = at_the_desk(staffed_app)
    device("kiosk").issue()
    assert mediator.press('id="call-next"').status_code == 200
    assert "A001" in mediator.page.replace("\u202f", "")


def test_the_desk_works_over_https_where_pages_send_no_referrer(build, everything):
    """The security headers forbid the referrer, so no check may ask for it."""
    app = build(public_url="https://accueil.example")
    app.config["PREFERRED_URL_SCHEME"] = "https"  # what the test client speaks
    house_of(app).people.add(NAME, Job.MEDIATOR, PASSWORD)
    assert at_the_desk(app).press('id="call-next"').status_code == 200


def test_the_session_cookie_is_out_of_reach_of_scripts_and_foreign_pages(mediator):
    cookie = mediator.sign_in(NAME, PASSWORD).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_after_ten_tries_in_a_minute_nobody_may_guess_on(build):
    guesser = Mediator(build())
    statuses = [guesser.sign_in(f"Zoé {count}", "devinette").status_code for count in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    assert "Attendez un moment" in guesser.sign_in(NAME, "devinette").text


def test_one_guesser_does_not_lock_the_others_out(build):
    app = build()
    house_of(app).people.add(NAME, Job.MEDIATOR, PASSWORD)
    guesser = Mediator(app)
    for count in range(11):
        guesser.sign_in(f"Zoé {count}", "devinette", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert Mediator(app).sign_in(NAME, PASSWORD).status_code == 302
