"""Who comes from the provider for the first time is nobody here, until somebody who may says who they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from server.domain.people import Job
from server.domain.strangers import CODE_LASTS, SubjectTakenError
from server.records.door_tables import PersonRow, StrangerRow
from tests.support.abode import (
    PASSWORD,
    ROSE,
    ZOE,
    bind,
    code_on,
    house_of,
    id_of,
    is_in,
    link,
    signed_in,
    strangers,
    with_provider,
)
from tests.support.devices import SITE
from tests.support.provider import NAME as PROVIDER
from tests.support.provider import Traveller

ELSEWHERE = "site-2"


@pytest.fixture
def rose(abode):
    """The manager, signed in."""
    return signed_in(abode, ROSE)


def test_a_stranger_gets_a_code_and_nothing_else_whatever_they_call_themselves(abode):
    traveller = Traveller(abode)
    answer = traveller.travel(ROSE)
    assert answer.status_code == 403
    assert "Demandez à votre responsable de relier votre compte." in answer.text
    assert code_on(answer.text)
    assert not is_in(traveller)


def test_a_manager_who_types_the_strangers_code_lets_them_in_as_that_person(abode, rose):
    traveller = Traveller(abode)
    code = code_on(traveller.travel("zoe-there").text)
    assert link(rose, ZOE, code.lower().replace("-", " ")).status_code == 302
    assert f"{ZOE} peut entrer avec {PROVIDER}." in rose.open("people").text
    assert traveller.travel("zoe-there").status_code == 302
    assert ZOE in traveller.http.get("/staff/").text
    [entry] = house_of(abode).trail.newest(None, 1)
    assert (entry.change.what, entry.by.name, entry.change.site) == ("person.linked", ROSE, SITE)
    assert entry.change.about == str(id_of(abode, ZOE))


def test_a_code_binds_one_account_once(abode, rose):
    code = code_on(Traveller(abode).travel("zoe-there").text)
    assert link(rose, ZOE, code).status_code == 302
    answer = link(rose, ROSE, code)
    assert answer.status_code == 422
    assert "Personne ne montre ce code" in answer.text


def test_a_new_visit_at_the_door_makes_the_code_before_it_worthless(abode, rose):
    traveller = Traveller(abode)
    first, second = (code_on(traveller.travel("zoe-there").text) for _ in range(2))
    assert link(rose, ZOE, first).status_code == 422
    assert link(rose, ZOE, second).status_code == 302


def test_a_code_is_worth_nothing_after_an_hour(abode, rose, monkeypatch):
    code = code_on(Traveller(abode).travel("zoe-there").text)
    store = house_of(abode).catalogue.store
    now = store.clock
    monkeypatch.setattr(store, "clock", lambda: now() + CODE_LASTS + timedelta(seconds=1))
    assert link(rose, ZOE, code).status_code == 422


def test_after_ten_wrong_codes_the_right_one_is_not_looked_at_either(build, provider):
    app = with_provider(build, provider)
    code, rose = code_on(Traveller(app).travel("zoe-there").text), signed_in(app, ROSE)
    assert [link(rose, ZOE, "BCDF-GHJK").status_code for _ in range(10)] == [422] * 10
    for typed in ("BCDF-GHJK", code):
        answer = link(rose, ZOE, typed)
        assert answer.status_code == 429
        assert "Trop de codes faux." in answer.text
    assert house_of(app).subjects.linked() == frozenset()


@pytest.mark.parametrize("typed", ["", "BCDF-GHJK", "AAAA-AAAA", "x" * 5000, "' OR 1=1 --"])
def test_a_code_that_nobody_shows_binds_nobody(abode, rose, typed):
    Traveller(abode).travel("zoe-there")
    assert link(rose, ZOE, typed).status_code == 422
    assert house_of(abode).subjects.linked() == frozenset()


def test_the_records_hold_no_code_that_could_be_read(abode):
    code = code_on(Traveller(abode).travel("zoe-there").text).replace("-", "")
    with house_of(abode).catalogue.store.session() as session:
        [row] = session.scalars(select(StrangerRow))
    assert code not in repr(vars(row))


@pytest.mark.parametrize(
    ("by", "job", "sites", "whose", "status"),
    [
        ("Médiatrice", Job.MEDIATOR, [SITE], ZOE, 403),
        ("Responsable d’ailleurs", Job.MANAGER, [ELSEWHERE], ZOE, 404),
        ("Responsable d’ici", Job.MANAGER, [SITE], "Administratrice", 403),
    ],
)
def test_nobody_binds_an_account_that_they_may_not_change(abode, by, job, sites, whose, status):
    people = house_of(abode).people
    if people.named("Administratrice") is None:
        people.add("Administratrice", Job.ADMIN, PASSWORD, [SITE])
    people.add(by, job, PASSWORD, sites)
    code = code_on(Traveller(abode).travel("somebody").text)
    assert link(signed_in(abode, by), whose, code).status_code == status
    assert house_of(abode).subjects.linked() == frozenset()
    assert strangers(abode) == 1


def test_an_account_that_is_taken_from_somebody_ends_their_sessions_and_opens_no_more(abode, provider, rose):
    bind(abode, provider, ZOE, "zoe-there")
    traveller = Traveller(abode)
    traveller.travel("zoe-there")
    path = f"/staff/provider/people/{id_of(abode, ZOE)}/unlink"
    assert rose.http.post(path, data={"csrf_token": rose.csrf}).status_code == 302
    assert not is_in(traveller)
    assert traveller.travel("zoe-there").status_code == 403


def test_nobody_shuts_the_door_behind_themselves_without_a_password_to_come_back_with(abode, provider):
    bind(abode, provider, ROSE, "rose-there")
    traveller = Traveller(abode)
    traveller.travel("rose-there")
    page = traveller.http.get(f"/staff/people/{id_of(abode, ROSE)}").text
    assert f"Cette personne peut entrer avec {PROVIDER}." in page
    assert "/unlink" not in page
    rose = signed_in(abode, ROSE)
    answer = rose.http.post(f"/staff/provider/people/{id_of(abode, ROSE)}/unlink", data={"csrf_token": rose.csrf})
    assert answer.status_code == 409
    assert "C’est votre propre compte." in answer.text
    assert house_of(abode).subjects.linked() == {id_of(abode, ROSE)}


def test_two_people_never_share_an_account_of_the_provider(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    with pytest.raises(SubjectTakenError):
        bind(abode, provider, ROSE, "zoe-there")
    assert house_of(abode).subjects.linked() == {id_of(abode, ZOE)}


def test_a_password_that_somebody_else_chose_goes_and_ones_own_stays(abode, provider):
    people = house_of(abode).people
    people.add("Karim", Job.MEDIATOR, PASSWORD, [SITE], must_change=True)
    for name in ("Karim", ZOE):
        bind(abode, provider, name, f"{name.encode('ascii', 'ignore').decode()}-there")
    assert people.sign_in("Karim", PASSWORD) is None
    assert people.sign_in(ZOE, PASSWORD).name == ZOE
    assert not people.named("Karim").must_change


def test_people_keep_their_account_when_the_provider_gives_their_subject_to_nobody_else(abode, provider):
    bind(abode, provider, ZOE, "zoe-there")
    with house_of(abode).catalogue.store.session() as session:
        row = session.get_one(PersonRow, id_of(abode, ZOE))
    assert row.subject == f"{provider.issuer} zoe-there"
    assert house_of(abode).subjects.person("https://provider.example zoe-there") is None
