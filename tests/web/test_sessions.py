"""Sessions: they end, and a copy of a cookie opens nothing that its owner has shut."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from server.domain.people import COMMAND, Job
from server.records.door_tables import SessionRow
from tests.support.hands import Hands
from tests.support.team import ELSEWHERE, HERE, PASSWORD, THERE, Colleague, joined
from tests.web.conftest import house_of


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def hands(house):
    return Hands(house.people.store)


@pytest.fixture
def zoe(own_app, house, hands):  # the clock stands before she comes: a busy machine takes longer than a test may
    return joined(own_app, house, "Zoé", Job.MEDIATOR, HERE, THERE)


@pytest.fixture
def admin(own_app, house):
    return joined(own_app, house, "Aïcha", Job.ADMIN)


def cookie_of(colleague):
    return colleague.http.get_cookie("accueil").value


def opens(app, cookie, path=f"{HERE}/1"):
    """What a browser is answered that shows this cookie."""
    thief = app.test_client()
    thief.set_cookie("accueil", cookie)
    return thief.get(f"/staff/{path}").status_code


def kept(house):
    """What the records hold of sessions."""
    with house.people.store.session() as session:
        return list(session.scalars(select(SessionRow)))


def test_a_cookie_opens_the_desk_while_its_session_lasts(own_app, zoe):
    assert opens(own_app, cookie_of(zoe)) == 200


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(own_app, zoe):
    cookie = cookie_of(zoe)
    assert zoe.post("sign-out").status_code == 302
    assert opens(own_app, cookie) == 401


def test_signing_out_ends_no_other_session(own_app, house, zoe):
    other = Colleague(own_app, zoe.person)
    other.enter()
    zoe.post("sign-out")
    assert other.is_in


def test_a_session_that_somebody_else_began_is_not_the_one_that_is_signed_in(own_app, zoe, house):
    """Fixation: the trap is a cookie that a stranger put into the browser before its owner came."""
    trapped = Colleague(own_app, zoe.person)
    before = cookie_of(trapped)
    trapped.enter()
    assert cookie_of(trapped) != before
    assert opens(own_app, before) == 401


def test_signing_in_over_somebody_elses_session_ends_that_one(own_app, house, zoe, admin):
    cookie = cookie_of(zoe)
    zoe.person = admin.person
    zoe.enter()
    assert opens(own_app, cookie) == 401
    assert "Aïcha" in zoe.open("").text


def test_each_sign_in_has_a_token_of_its_own(own_app, house, zoe):
    first = cookie_of(zoe)
    zoe.enter()
    assert cookie_of(zoe) != first
    assert len({row.token_hash for row in kept(house)}) == len(kept(house))


def test_the_records_let_nobody_in(own_app, house, zoe):
    """What stands in the database is no token: whoever reads it cannot be anybody."""
    with zoe.http.session_transaction() as session:
        token = session["_user_id"]
        session["_user_id"] = kept(house)[0].token_hash
    assert zoe.http.get(f"/staff/{HERE}").status_code == 401
    assert token not in {row.token_hash for row in kept(house)}


@pytest.mark.parametrize("forged", ["1", "0", "", "' OR 1=1 --", "\x00"])
def test_a_made_up_token_opens_nothing(zoe, forged):
    with zoe.http.session_transaction() as session:
        session["_user_id"] = forged
    assert zoe.http.get(f"/staff/{HERE}").status_code == 401


def test_a_session_ends_twelve_hours_after_it_began_however_busy(house, zoe, hands):
    for _ in range(11):
        hands.move(hours=1)
        house.sessions.forget()
        assert zoe.is_in
    hands.move(hours=1)
    house.sessions.forget()
    assert not zoe.is_in


def test_a_session_ends_when_nobody_was_seen_for_two_hours(house, zoe, hands):
    hands.move(minutes=119)
    house.sessions.forget()
    assert zoe.is_in
    hands.move(minutes=119)
    house.sessions.forget()
    assert zoe.is_in
    hands.move(minutes=120)
    house.sessions.forget()
    assert not zoe.is_in


def test_a_session_is_in_use_while_its_browser_asks_on(house, zoe, hands):
    hands.move(minutes=4, seconds=59)
    assert house.sessions.in_use(zoe.person)
    hands.move(minutes=5)
    assert not house.sessions.in_use(zoe.person)
    house.sessions.forget()
    assert zoe.is_in
    assert house.sessions.in_use(zoe.person)


def test_being_seen_is_written_once_a_minute_at_most(house, zoe, hands):
    began = kept(house)[0].seen_at
    hands.move(seconds=59)
    house.sessions.forget()
    assert zoe.is_in
    assert kept(house)[0].seen_at == began
    hands.move(seconds=1)
    house.sessions.forget()
    assert zoe.is_in
    assert kept(house)[0].seen_at == hands.now


def test_sessions_that_ended_are_swept_out_with_the_next_sign_in(own_app, house, zoe, hands):
    hands.move(hours=13)
    Colleague(own_app, zoe.person).enter()
    assert len(kept(house)) == 1


def test_who_left_is_out_at_once(own_app, house, zoe, admin):
    cookie = cookie_of(zoe)
    admin.open(zoe.at)
    assert admin.post(f"{zoe.at}/leave").status_code == 302
    assert opens(own_app, cookie) == 401
    assert zoe.enter().status_code == 401


def test_an_old_cookie_opens_nothing_when_its_owner_comes_back(own_app, house, zoe, admin):
    cookie = cookie_of(zoe)
    admin.open(zoe.at)
    admin.post(f"{zoe.at}/leave")
    admin.post(f"{zoe.at}/return")
    assert opens(own_app, cookie) == 401
    assert zoe.enter().status_code == 302


@pytest.mark.parametrize(("job", "sites"), [(Job.MANAGER, [HERE, THERE]), (Job.MEDIATOR, [HERE])])
def test_another_role_or_a_lost_site_asks_for_a_new_sign_in(own_app, house, zoe, admin, job, sites):
    cookie = cookie_of(zoe)
    admin.open(zoe.at)
    assert admin.post(zoe.at, name="Zoé", job=job.value, site=sites).status_code == 302
    assert opens(own_app, cookie) == 401


def test_a_new_name_or_one_more_site_disturbs_nobody_at_work(own_app, house, zoe, admin):
    cookie = cookie_of(zoe)
    admin.open(zoe.at)
    assert admin.post(zoe.at, name="Zoé M.", job="mediator", site=[HERE, THERE, ELSEWHERE]).status_code == 302
    assert opens(own_app, cookie, ELSEWHERE) == 200


def test_another_process_follows_within_two_seconds(house, zoe, admin, monkeypatch):
    """This process goes on believing what it has just read, for as long as it is fresh and no longer."""
    elapsed = [1000.0]
    monkeypatch.setattr("server.records.sessions.time", SimpleNamespace(monotonic=lambda: elapsed[0]))
    house.sessions.forget()
    assert zoe.is_in
    house.people_changes.leave(zoe.person.id, COMMAND)  # elsewhere: nobody tells this process to forget
    assert zoe.is_in
    elapsed[0] += 2.0
    assert not zoe.is_in


def test_a_desk_that_was_shut_out_is_told_so(zoe, admin):
    zoe.open(f"{HERE}/1")
    admin.open(zoe.at)
    admin.post(f"{zoe.at}/leave")
    answer = zoe.http.get(f"/staff/{HERE}/1/now")
    assert answer.status_code == 401
    assert "Identifiez-vous" in answer.text


def test_the_cookie_holds_neither_a_name_nor_a_password_nor_who_it_is(zoe):
    """It is signed, not sealed: whoever holds it reads it."""
    with zoe.http.session_transaction() as session:
        held = dict(session)
    assert not re.search(rf"Zoé|{PASSWORD}|argon2", str(held))
    assert held["_user_id"] != str(zoe.person.id)
