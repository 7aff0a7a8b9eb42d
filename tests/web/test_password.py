"""One's own password: which are good enough, who may change it, and what ends when it is changed."""

from __future__ import annotations

import pytest
from itsdangerous import URLSafeSerializer

from server.domain.people import COMMAND, Job
from server.domain.sign_in import (
    CommonPasswordError,
    NamedPasswordError,
    ShortPasswordError,
    check_password,
    new_password,
)
from server.staff.door.known import COOKIE, PATH
from tests.support.team import HERE, PASSWORD, Colleague, given_password, joined, words
from tests.web.conftest import house_of

NEW = "trois chats sur le toit"


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def zoe(own_app, house):
    return joined(own_app, house, "Zoé Martin", Job.MEDIATOR, HERE)


@pytest.fixture
def newcomer(own_app, house, zoe):
    """Zoé with a password that somebody else chose."""
    given = new_password()
    house.people_changes.give_password(zoe.person.id, given, COMMAND)
    house.sessions.forget()
    assert zoe.enter(given).status_code == 302
    zoe.given = given
    return zoe


def change(colleague, old=PASSWORD, new=NEW, again=None):
    return colleague.post("password", old=old, new=new, again=new if again is None else again)


def known_in(colleague):
    """Of each person whom a browser knows, what its cookie holds."""
    cookie = colleague.http.get_cookie(COOKIE, path=PATH).value
    _, entries = URLSafeSerializer("of the server").loads_unsafe(cookie)
    return [tuple(entry) for entry in entries]


def test_who_knows_the_old_password_chooses_a_new_one(house, zoe):
    zoe.open("password")
    assert change(zoe).headers["Location"] == "/staff/"
    assert "Votre mot de passe est changé." in zoe.open("").text
    assert house.people.sign_in("Zoé Martin", PASSWORD) is None
    assert house.people.sign_in("Zoé Martin", NEW) == zoe.person


def test_changing_the_password_ends_every_other_session_and_not_this_one(own_app, zoe):
    other = Colleague(own_app, zoe.person)
    other.enter()
    stolen = other.http.get_cookie("accueil").value
    change(zoe)
    assert zoe.is_in
    assert not other.is_in
    thief = own_app.test_client()
    thief.set_cookie("accueil", stolen)
    assert thief.get(f"/staff/{HERE}").status_code == 401


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("un autre mot de passe", NEW, NEW, "Le mot de passe actuel n’est pas le bon."),
        (PASSWORD, NEW, NEW + " ", "Les deux nouveaux mots de passe sont différents."),
        (PASSWORD, "court", "court", "Il faut au moins 12 caractères."),
        (PASSWORD, "mot de passe 2026", "mot de passe 2026", "trop facile à deviner"),
        (PASSWORD, "zoémartin12", "zoémartin12", "Il faut au moins 12 caractères."),
        (PASSWORD, "ZoéMartin2026", "ZoéMartin2026", "ressemble trop à votre nom"),
        (PASSWORD, PASSWORD, PASSWORD, "C’est le même mot de passe."),
    ],
)
def test_what_is_wrong_with_a_change_is_told_and_changes_nothing(house, zoe, old, new, again, said):
    answer = change(zoe, old, new, again)
    assert answer.status_code == 422
    assert said in words(answer)
    assert house.people.sign_in("Zoé Martin", PASSWORD) is not None


def test_an_open_desk_is_no_place_to_guess_at_its_owners_password(zoe):
    statuses = [change(zoe, old=f"devinette {count}").status_code for count in range(5)]
    assert statuses == [422, 422, 422, 429, 429]
    answer = change(zoe)
    assert answer.status_code == 429
    assert "Attendez 1 seconde" in answer.text


def test_what_was_typed_is_not_shown_again(zoe):
    assert NEW not in change(zoe, old="devinette").text


def test_a_form_of_another_page_changes_no_password(house, zoe):
    answer = zoe.http.post("/staff/password", data={"old": PASSWORD, "new": NEW, "again": NEW})
    assert answer.status_code == 400
    assert house.people.sign_in("Zoé Martin", NEW) is None


@pytest.mark.parametrize("path", ["", HERE, f"{HERE}/1", f"{HERE}/1/now", "people"])
def test_whoever_has_somebody_elses_choice_of_a_password_is_led_to_choose_their_own(newcomer, path):
    answer = newcomer.http.get(f"/staff/{path}")
    assert answer.headers["Location"] == "/staff/password"
    page = words(newcomer.open("password"))
    assert "pour choisir le vôtre. Faites-le maintenant" in page
    assert "Mes sites" not in page


@pytest.mark.parametrize("how", ["added", "reset"])
def test_they_are_told_who_gave_them_the_password_and_why_they_are_here(own_app, house, zoe, how):
    rose = joined(own_app, house, "Rose Petit", Job.MANAGER, HERE)
    if how == "added":
        rose.open("people/new")
        given = given_password(rose.post("people/new", name="Karim", job="mediator", site=[HERE]))
        newcomer = Colleague(own_app, house.people.named("Karim"))
    else:
        rose.open(zoe.at)
        given, newcomer = given_password(rose.post(f"{zoe.at}/password")), zoe
    newcomer.enter(given)
    page = words(newcomer.open("password"))
    assert "Rose Petit vous a donné le mot de passe que vous venez de taper, et le connaît." in page
    assert "Mot de passe qu’on vous a donné" in page
    assert "Mot de passe actuel" not in page


def test_a_password_that_was_made_on_the_server_is_nobodys_gift(newcomer):
    page = words(newcomer.open("password"))
    assert "Le mot de passe que vous venez de taper vous a été donné : une autre personne le connaît." in page
    assert "accueil vous a donné" not in page


def test_who_chose_their_own_password_is_told_of_no_gift(zoe):
    page = words(zoe.open("password"))
    assert "Mot de passe actuel" in page
    assert "vous a" not in page


def test_until_then_nobody_is_called(newcomer, device, everything):
    newcomer.open("password")
    answer = newcomer.post(f"{HERE}/1/call", request_id="r")
    assert answer.headers["Location"] == "/staff/password"
    assert everything() == {}


def test_until_then_the_api_says_why_it_refuses(newcomer):
    answer = newcomer.http.get(f"/api/v1/sites/{HERE}/board")
    assert (answer.status_code, answer.json["code"]) == (403, "password_due")


def test_once_chosen_the_password_is_their_own(newcomer):
    newcomer.open("password")
    assert change(newcomer, old=newcomer.given).status_code == 302
    assert newcomer.http.get(f"/staff/{HERE}").status_code == 200
    assert newcomer.enter(newcomer.given).status_code == 401
    assert newcomer.enter(NEW).status_code == 302


def test_a_given_password_opens_the_door_until_another_is_chosen_and_is_told_as_that(newcomer):
    newcomer.post("sign-out")
    assert newcomer.enter(newcomer.given).status_code == 302
    assert "Il sert seulement à entrer ici pour choisir le vôtre." in words(newcomer.open("password"))


@pytest.mark.parametrize("who", ["a manager", "their owner"])
def test_a_new_password_takes_no_second_place_among_those_whom_a_browser_knows(own_app, house, zoe, who):
    zoe.post("sign-out")
    rose = Colleague(own_app, house.people.add("Rose Petit", Job.MEDIATOR, PASSWORD, [HERE]))
    rose.http = zoe.http
    rose.enter()
    rose.post("sign-out")
    before = known_in(zoe)
    if who == "a manager":
        house.people_changes.give_password(zoe.person.id, NEW, COMMAND)
        zoe.enter(NEW)
    else:
        zoe.enter()
        assert change(zoe).status_code == 302
    of_rose, of_zoe = known_in(zoe)
    assert of_rose == before[1]
    assert of_zoe not in before


def test_the_password_that_was_given_cannot_be_kept(newcomer):
    newcomer.open("password")
    assert change(newcomer, old=newcomer.given, new=newcomer.given).status_code == 422


@pytest.mark.parametrize(
    ("password", "trouble"),
    [
        ("un mot 1234", ShortPasswordError),
        ("            ", CommonPasswordError),
        ("aaaaaaaaaaaaaaaaaaaa", CommonPasswordError),
        ("Azerty 123456", CommonPasswordError),
        ("MOTDEPASSE2026", CommonPasswordError),
        ("Zoé Martin 123", NamedPasswordError),
        ("zoémartinzoémartin", NamedPasswordError),
    ],
)
def test_a_password_that_is_soon_guessed_is_refused(password, trouble):
    with pytest.raises(trouble):
        check_password(password, "Zoé Martin")


@pytest.mark.parametrize(
    "password", ["un long mot de passe", "correct cheval pile", "Zoé Martin aime les chats", "é" + NEW]
)
def test_a_long_password_needs_no_signs_that_are_hard_to_type(password):
    check_password(password, "Zoé Martin")


def test_passwords_that_are_given_are_never_the_same_and_good_enough():
    given = {new_password() for _ in range(1000)}
    assert len(given) == 1000
    for password in given:
        check_password(password, "Zoé")
        assert not set("ilo01") & set(password)
