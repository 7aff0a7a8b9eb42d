"""How far a manager reaches: their own sites, never above themselves, never themselves; and an admin is always left."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from server.actions import people
from server.domain.errors import WrongRoleError
from server.domain.people import COMMAND, Job
from server.domain.staffing import LastAdminError
from tests.support.team import ELSEWHERE, HERE, PASSWORD, THERE, joined, words
from tests.web.conftest import house_of

WAYS = ["", "/password", "/leave", "/return"]
"""What a form does to an account."""


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def manager(own_app, house):
    return joined(own_app, house, "Sofia Nowak", Job.MANAGER, HERE)


@pytest.fixture
def person(house):
    """A function that adds somebody who never comes."""
    return lambda name, job, *sites: house.people.add(name, job, PASSWORD, sites)


def press(colleague, person, way, **fields):
    """Send a form to somebody's account, as it stands, or as it is changed."""
    known = {"name": person.name, "job": person.job.value, "site": list(person.sites)}
    return colleague.post(f"people/{person.id}{way}", **(known | fields if way == "" else {}))


def records(house):
    """All that is kept of people, their passwords included."""
    return house.people.everyone(), [house.people.sign_in(each.name, PASSWORD) for each in house.people.everyone()]


@pytest.mark.parametrize("way", WAYS)
def test_a_mediator_changes_nobody(own_app, house, person, way):
    mediator = joined(own_app, house, "Zoé", Job.MEDIATOR, HERE)
    other, before = person("Karim", Job.MEDIATOR, HERE), records(house)
    answer = press(mediator, other, way)
    assert (answer.status_code, "Votre compte ne permet pas" in answer.text) == (403, True)
    assert mediator.http.get("/staff/people").status_code == 403
    assert mediator.http.get("/staff/people/new").status_code == 403
    assert mediator.post("people/new", name="Ali", job="mediator", site=[HERE]).status_code == 403
    assert "L’équipe" not in words(mediator.open(""))
    assert records(house) == before


@pytest.mark.parametrize("way", WAYS)
def test_a_manager_does_not_even_learn_of_people_at_other_sites(house, manager, person, way):
    other = person("Karim", Job.MEDIATOR, THERE)
    before = records(house)
    assert "Karim" not in manager.open("people").text
    assert manager.http.get(f"/staff/people/{other.id}").status_code == 404
    answer = press(manager, other, way, name="Karim B.")
    assert (answer.status_code, "Karim" in answer.text) == (404, False)
    assert records(house) == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("job", "sites"), [(Job.ADMIN, [HERE]), (Job.MEDIATOR, [HERE, THERE]), (Job.MANAGER, [HERE, THERE])]
)
def test_a_manager_sees_but_does_not_change_admins_and_people_who_also_work_elsewhere(
    house, manager, person, way, job, sites
):
    other = person("Karim", job, *sites)
    before = records(house)
    page = manager.open("people").text
    assert "Karim" in page
    assert f'href="/staff/people/{other.id}"' not in page
    assert manager.http.get(f"/staff/people/{other.id}").status_code == 403
    answer = press(manager, other, way, name="Karim B.")
    assert (answer.status_code, "Seul un administrateur peut" in answer.text) == (403, True)
    assert records(house) == before


@pytest.mark.parametrize("job", [Job.MEDIATOR, Job.MANAGER])
@pytest.mark.parametrize("way", WAYS)
def test_a_manager_changes_mediators_and_managers_of_their_own_sites(manager, person, job, way):
    other = person("Karim", job, HERE)
    manager.open(f"people/{other.id}")
    assert press(manager, other, way, name="Karim B.").status_code in {200, 302}


@pytest.mark.parametrize(
    ("job", "sites", "said"),
    [
        ("admin", [HERE], "Seul un administrateur peut donner ce rôle."),
        ("mediator", [THERE], "Vous ne pouvez donner que vos propres sites."),
        ("manager", [HERE, THERE], "Vous ne pouvez donner que vos propres sites."),
        ("mediator", ["nulle-part"], "Vous ne pouvez donner que vos propres sites."),
    ],
)
def test_a_manager_gives_no_role_and_no_site_that_they_do_not_have(house, manager, person, job, sites, said):
    other = person("Karim", Job.MEDIATOR, HERE)
    before = records(house)
    for path in ("people/new", f"people/{other.id}"):
        manager.open(path)
        answer = manager.post(path, name="Ali", job=job, site=sites)
        assert (answer.status_code, said in words(answer)) == (403, True)
    assert records(house) == before


def test_a_managers_form_offers_neither(manager):
    page = manager.open("people/new").text
    assert 'value="admin"' not in page
    assert 'value="manager"' in page
    assert THERE not in page
    assert f'value="{HERE}" checked' in page  # the only one there is to give


@pytest.mark.parametrize("job", [Job.MANAGER, Job.ADMIN])
def test_nobody_takes_anything_from_themselves(own_app, house, job):
    own = joined(own_app, house, "Aïcha", job, HERE, THERE)
    joined(own_app, house, "Karim", Job.ADMIN)
    own.open(own.at)
    for fields in ({"job": "mediator"}, {"site": [HERE]}, {"site": []}):
        answer = press(own, own.person, "", **fields)
        assert (answer.status_code, "C’est votre propre compte." in answer.text) == (409, True)
    for way in WAYS[1:]:
        answer = press(own, own.person, way)
        assert (answer.status_code, "C’est votre propre compte." in answer.text) == (409, True)
    assert own.is_in
    assert house.people.find(own.person.id) == own.person


def test_everybody_may_change_how_their_own_name_is_written(house, manager):
    manager.open(manager.at)
    assert press(manager, manager.person, "", name="Sofia Nowak-Petit").status_code == 302
    assert "Sofia Nowak-Petit" in manager.open("people").text
    assert manager.is_in


def test_an_admin_makes_managers_and_admins_at_every_site(own_app, house, person):
    admin = joined(own_app, house, "Aïcha", Job.ADMIN)
    other = person("Karim", Job.MEDIATOR, ELSEWHERE)
    admin.open(f"people/{other.id}")
    assert press(admin, other, "", job="manager", site=[HERE, THERE]).status_code == 302
    assert house.people.find(other.id).sites == (HERE, THERE)
    assert press(admin, other, "", job="admin", site=[]).status_code == 302
    assert house.people.find(other.id).works_at(ELSEWHERE)


@pytest.mark.parametrize(
    "way",
    [
        lambda changes, only: changes.leave(only, COMMAND),
        lambda changes, only: changes.change(only, "Aïcha", Job.MANAGER, [HERE], COMMAND),
    ],
)
def test_there_is_always_an_admin(house, person, way):
    """Also from the server's machine, where nobody is anybody's colleague."""
    only, gone = person("Aïcha", Job.ADMIN), person("Karim", Job.ADMIN)
    house.people_changes.leave(gone.id, COMMAND)
    with pytest.raises(LastAdminError):
        way(house.people_changes, only.id)
    assert house.people.find(only.id) == only
    assert [entry.change.what for entry in house.trail.newest(None, 2)] == ["person.left", "person.added"]


def test_two_admins_who_shut_each_other_out_at_the_same_moment_leave_one(house, person):
    both = [person("Aïcha", Job.ADMIN).id, person("Karim", Job.ADMIN).id]
    together = Barrier(2)

    def shut_out(other):
        together.wait()
        try:
            house.people_changes.leave(other, COMMAND)
        except LastAdminError:
            return "refused"
        return "gone"

    with ThreadPoolExecutor(2) as admins:
        assert sorted(admins.map(shut_out, both)) == ["gone", "refused"]
    assert len([each for each in house.people.everyone() if each.active]) == 1


def test_a_site_of_theirs_is_all_that_somebody_sees(own_app, house):
    zoe = joined(own_app, house, "Zoé", Job.MEDIATOR, THERE)
    assert THERE in zoe.page
    assert HERE not in zoe.page
    for path in (HERE, f"{HERE}/1", f"{HERE}/1/now", f"{HERE}/devices", "nulle-part"):
        assert zoe.http.get(f"/staff/{path}").status_code in {403, 404}
    assert zoe.http.get(f"/staff/{THERE}").status_code == 200


def test_who_works_nowhere_is_told_whom_to_ask(own_app, house):
    assert "Demandez à votre responsable" in words(joined(own_app, house, "Zoé", Job.MEDIATOR).open(""))


@pytest.mark.parametrize("act", ["change", "leave", "come_back", "give_password"])
def test_a_manager_changes_nobody_who_became_an_admin_while_they_pressed(house, person, monkeypatch, act):
    manager, zoe = person("Sofia", Job.MANAGER, HERE), person("Zoé", Job.MEDIATOR, HERE)
    if act == "come_back":
        house.people_changes.leave(zoe.id, COMMAND)
    found = people._found

    def then_promoted(house, person_id):
        known = found(house, person_id)
        house.people_changes.change(zoe.id, zoe.name, Job.ADMIN, [HERE], COMMAND)
        return known

    monkeypatch.setattr(people, "_found", then_promoted)
    given = (zoe.name, Job.MEDIATOR, [HERE]) if act == "change" else ()
    with pytest.raises(WrongRoleError):
        getattr(people, act)(house, manager, zoe.id, *given)
    assert house.people.named(zoe.name).job is Job.ADMIN
