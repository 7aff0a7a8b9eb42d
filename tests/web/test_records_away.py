"""The records are away: the staff's pages say so calmly, and what needs no record of them goes on."""

from __future__ import annotations

import pytest

from server.domain.errors import RecordsUnreachableError
from server.records import catalogue, sessions
from tests.support.desk import HERE, NEXT, read
from tests.web.conftest import house_of

AWAY = "Les données du site ne répondent pas. Réessayez dans un moment."


@pytest.fixture
def go_away(own_app, monkeypatch):
    """A function that takes the records away. What was read of them is good for so many seconds."""

    def away(fresh_s):
        def session():
            raise RecordsUnreachableError(AWAY)

        for room in (sessions, catalogue):
            monkeypatch.setattr(room, "FRESH_S", fresh_s)
        monkeypatch.setattr(house_of(own_app).catalogue.store, "session", session)

    return away


@pytest.mark.parametrize(
    "path", ["/staff/", "/staff/etats-unis", HERE, f"{HERE}/now", "/staff/people", "/staff/password"]
)
def test_every_page_says_so_calmly_without_asking_them_once_more(own_desk, go_away, path):
    go_away(fresh_s=0)
    answer = own_desk.http.get(path)
    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert AWAY in read(answer.text)
    assert 'class="page"' in answer.text
    assert own_desk.http.post(f"{HERE}/call", data={"csrf_token": own_desk.csrf, "request_id": "r"}).status_code == 503


def test_a_page_that_was_shut_for_them_opens_again_with_them(own_desk, go_away, monkeypatch):
    go_away(fresh_s=0)
    assert own_desk.http.get(HERE).status_code == 503
    monkeypatch.undo()
    assert own_desk.http.get(HERE).status_code == 200


def test_who_is_signed_in_calls_the_next_person_without_being_looked_up_again(own_desk, people, go_away):
    people.issue()
    own_desk.open("etats-unis/1")
    go_away(fresh_s=3600)
    assert own_desk.press(NEXT).status_code == 200
    assert "A001" in read(own_desk.page)


def test_a_visit_whose_record_cannot_be_written_keeps_nobody_from_the_next(own_desk, people, go_away):
    for _ in range(2):
        people.issue()
    own_desk.open("etats-unis/1")
    own_desk.press(NEXT)
    go_away(fresh_s=3600)
    assert own_desk.press(NEXT).status_code == 200
    assert "A002" in read(own_desk.page)
