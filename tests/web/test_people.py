"""The team: a manager adds people, changes what they may, gives passwords, and closes accounts."""

from __future__ import annotations

import pytest

from server.domain.people import COMMAND, Job
from tests.support.team import ELSEWHERE, HERE, THERE, Colleague, given_password, joined, words
from tests.web.conftest import house_of

SITES = {HERE: "PIMMS Médiation des États-Unis"}


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def manager(own_app, house):
    return joined(own_app, house, "Sofia Nowak", Job.MANAGER, HERE, THERE)


@pytest.fixture
def zoe(own_app, house):
    return joined(own_app, house, "Zoé Martin", Job.MEDIATOR, HERE)


def told(house):
    """The newest entry of the trail: what, by whom, about whom."""
    entry = house.trail.newest(None, 1)[0]
    return entry.change.what, entry.by.name, dict(entry.change.detail)


def test_somebody_new_gets_a_password_for_one_sign_in_and_then_chooses_their_own(own_app, house, manager):
    manager.open("people/new")
    answer = manager.post("people/new", name="Karim Benali", job="mediator", site=[HERE])
    assert answer.status_code == 200
    password = given_password(answer)
    assert password not in manager.open("people").text  # told once

    karim = Colleague(own_app, house.people.named("Karim Benali"))
    assert karim.enter(password).status_code == 302
    assert "Faites-le maintenant" in karim.page
    karim.post("password", old=password, new="trois chats sur le toit", again="trois chats sur le toit")
    assert SITES[HERE] in karim.open("").text


def test_who_was_added_works_where_and_as_what_was_said(house, manager):
    manager.open("people/new")
    manager.post("people/new", name="  Karim   Benali ", job="manager", site=[THERE, HERE])
    karim = house.people.named("Karim Benali")
    assert (karim.job, karim.sites, karim.must_change) == (Job.MANAGER, (HERE, THERE), True)


def test_the_list_shows_everybodys_role_and_sites_and_who_left_apart(own_app, house, manager, zoe):
    house.people_changes.leave(zoe.person.id, COMMAND)
    joined(own_app, house, "Karim Benali", Job.MEDIATOR, HERE)
    here, _, gone = words(manager.open("people")).partition("Personnes parties")
    assert "Karim Benali Médiation PIMMS Médiation des États-Unis" in here
    assert "Sofia Nowak Responsable" in here
    assert "Zoé Martin" in gone
    assert "Zoé Martin" not in here


def test_a_name_a_role_and_sites_are_changed(house, manager, zoe):
    manager.open(zoe.at)
    assert manager.post(zoe.at, name="Zoé Durand", job="manager", site=[THERE]).headers["Location"] == "/staff/people"
    assert "Le compte de Zoé Durand est à jour." in manager.open("people").text
    assert house.people.named("Zoé Martin") is None
    changed = house.people.named("Zoé Durand")
    assert (changed.id, changed.job, changed.sites) == (zoe.person.id, Job.MANAGER, (THERE,))
    before = {"name": "Zoé Martin", "job": "mediator", "sites": [HERE]}
    after = {"name": "Zoé Durand", "job": "manager", "sites": [THERE]}
    assert told(house) == ("person.changed", "Sofia Nowak", {"name": "Zoé Martin", "before": before, "after": after})


def test_saving_what_is_there_already_is_no_change(house, manager, zoe):
    entries = len(house.trail.newest(None, 100))
    manager.open(zoe.at)
    assert manager.post(zoe.at, name="Zoé Martin", job="mediator", site=[HERE]).status_code == 302
    assert len(house.trail.newest(None, 100)) == entries


def test_a_new_password_opens_the_account_that_too_many_wrong_ones_have_shut(own_app, house, manager, zoe):
    guesser = Colleague(own_app, zoe.person)
    assert [guesser.enter("devinette").status_code for _ in range(4)] == [401, 401, 401, 429]
    manager.open(zoe.at)
    password = given_password(manager.post(f"{zoe.at}/password"))
    assert not zoe.is_in
    assert zoe.enter(password).status_code == 302
    assert told(house)[:2] == ("password.reset", "Sofia Nowak")


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(house, manager, zoe):
    manager.open(zoe.at)
    manager.post(f"{zoe.at}/leave")
    assert "Le compte de Zoé Martin est fermé." in manager.open("people").text
    assert told(house)[0] == "person.left"
    assert zoe.enter().status_code == 401
    manager.open(zoe.at)
    manager.post(f"{zoe.at}/return")
    assert told(house)[0] == "person.returned"
    assert zoe.enter().status_code == 302


def test_closing_a_closed_account_changes_nothing(house, manager, zoe):
    manager.open(zoe.at)
    for _ in range(2):
        assert manager.post(f"{zoe.at}/leave").status_code == 302
    assert [entry.change.what for entry in house.trail.newest(None, 100)].count("person.left") == 1


def test_nothing_secret_stands_in_the_trail(house, manager, zoe):
    manager.open("people/new")
    passwords = [given_password(manager.post("people/new", name="Karim", job="mediator", site=[HERE]))]
    manager.open(zoe.at)
    passwords.append(given_password(manager.post(f"{zoe.at}/password")))
    trail = str(house.trail.newest(None, 100))
    assert "argon2" not in trail
    assert [password for password in passwords if password in trail] == []


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("Sofia Nowak", 409, "est déjà pris"),
        (
            "sofia  NÓWAK",
            409,
            "les majuscules et les accents ne comptent pas. Ajoutez",
        ),
        ("", 422, "Il faut un nom"),
        ("   ", 422, "Il faut un nom"),
        ("Z" * 101, 422, "Il faut un nom"),
        ("Zoé\x00", 422, "Il faut un nom"),
        ("Zoé\u202e", 422, "Il faut un nom"),
    ],
)
def test_a_name_that_cannot_be_is_told_and_what_was_typed_stays(house, manager, name, status, said):
    manager.open("people/new")
    answer = manager.post("people/new", name=name, job="manager", site=[THERE])
    assert (answer.status_code, said in words(answer)) == (status, True)
    assert 'value="manager" checked' in answer.text
    assert f'value="{THERE}" checked' in answer.text
    assert len(house.people.everyone()) == 1


def test_a_name_is_shown_as_it_was_typed_and_never_as_part_of_the_page(manager):
    manager.open("people/new")
    manager.post("people/new", name='<b onclick="x">{$name} %s', job="mediator", site=[HERE])
    page = manager.open("people").text
    assert "<b onclick" not in page
    assert "&lt;b onclick=&#34;x&#34;&gt;{$name} %s" in page
    assert "&lt;b onclick" in manager.open("trail").text


@pytest.mark.parametrize("fields", [{"job": "boss"}, {}, {"job": ""}])
def test_a_form_that_is_not_ours_is_refused(house, manager, fields):
    manager.open("people/new")
    assert manager.post("people/new", name="Karim", site=[HERE], **fields).status_code == 400
    assert house.people.named("Karim") is None


def test_a_mediator_or_manager_works_somewhere(house, manager):
    manager.open("people/new")
    answer = manager.post("people/new", name="Karim", job="mediator", site=[])
    assert (answer.status_code, "Choisissez au moins un site." in answer.text) == (422, True)
    assert house.people.named("Karim") is None


@pytest.mark.parametrize("path", ["people/new", "{at}", "{at}/password", "{at}/leave", "{at}/return"])
def test_a_form_without_the_pages_own_token_changes_nobody(house, manager, zoe, path):
    before = house.people.everyone(), len(house.trail.newest(None, 100))
    address = f"/staff/{path.format(at=zoe.at)}"
    answer = manager.http.post(address, data={"name": "Karim", "job": "mediator", "site": [HERE]})
    assert answer.status_code == 400
    assert (house.people.everyone(), len(house.trail.newest(None, 100))) == before


@pytest.mark.parametrize("person_id", ["0", "999", "2147483648", "99999999999999999999", "-1", "un"])
def test_an_account_that_nobody_has_is_told_as_such(manager, person_id):
    assert manager.http.get(f"/staff/people/{person_id}").status_code == 404


def test_a_ticket_is_sent_by_name_to_those_who_work_at_the_site_now(own_app, house, manager, zoe, own_device):
    joined(own_app, house, "Karim Benali", Job.MEDIATOR, ELSEWHERE)
    gone = joined(own_app, house, "Lina Costa", Job.MEDIATOR, HERE)
    house.people_changes.leave(gone.person.id, COMMAND)
    offered = own_device("counter").get("/mediators").json["mediators"]
    assert [each["name"] for each in offered] == ["Sofia Nowak", "Zoé Martin"]


@pytest.mark.parametrize("end", ["leaves", "loses_the_site"])
def test_who_was_sent_to_somebody_who_is_gone_is_called_by_their_colleagues(own_app, own_device, house, manager, end):
    zoe = joined(own_app, house, "Zoé Martin", Job.MEDIATOR, HERE, THERE).person
    counter, sent = own_device("counter"), own_device("kiosk").issue().json
    assert counter.move(sent["id"], "transfer", to_mediator=str(zoe.id)).status_code == 200
    if end == "leaves":
        manager.post(f"people/{zoe.id}/leave")
    else:
        manager.post(f"people/{zoe.id}", name=zoe.name, job="mediator", site=[THERE])
    assert counter.call("1").json["number"] == sent["number"]
