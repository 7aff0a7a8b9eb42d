"""Phones are told what is news to them, at once; who is called before everybody else."""

from __future__ import annotations

import uuid

import pytest

from server.domain.moves import Verb
from server.queues import tickets
from server.queues.tickets import Hand, Wish
from server.sockets import followers as module
from server.sockets.audience import FOLLOW, Audience, Listener
from server.sockets.followers import Followers

SITE = "etats-unis"


class Room:
    """Phones of one site, and what was said to them: (phone, number, state, ahead)."""

    def __init__(self, house):
        self.house = house
        self.site = house.catalogue.site(SITE)
        self.said, self.gone = [], []
        self.audience = Audience()
        self.followers = Followers(house, self.audience, self._hear, self.gone.append)

    def _hear(self, phone, answer):
        self.said.append((phone, answer["number"], answer["state"], answer["ahead"]))

    def take(self, need="papiers"):
        wish = Wish(self.site.need(need), "fr")
        return tickets.issue(self.house.queue, self.site, wish, str(uuid.uuid4())).ticket

    def call(self, ticket=""):
        counter = self.site.counter("1")
        return tickets.call(self.house.queue, self.site, counter, str(uuid.uuid4()), ticket).ticket

    def open(self, phone, ticket):
        self.audience.enter(FOLLOW, phone, Listener(SITE, secret=ticket.secret))
        self.followers.greet(SITE, phone)

    def tell(self):
        """What was said of a change."""
        self.said.clear()
        self.followers._tell(SITE, [*self.audience.listens(FOLLOW, SITE)])
        return self.said


@pytest.fixture
def room(house):
    return Room(house)


def test_a_phone_is_told_when_it_comes(room):
    room.take()
    ticket = room.take()
    room.open("phone", ticket)
    assert room.said == [("phone", ticket.number, "waiting", 1)]


def test_a_change_that_is_no_news_to_a_phone_is_not_told_to_it(room):
    first, second = room.take(), room.take()
    room.open("one", first)
    room.open("two", second)
    room.take()
    assert room.tell() == []
    tickets.move(room.house.queue, room.site, first.id, Verb.CANCEL, str(uuid.uuid4()), Hand())
    assert room.tell() == [("one", first.number, "cancelled", 0), ("two", second.number, "waiting", 0)]
    assert room.tell() == []


def test_who_is_called_is_told_first(room):
    held = [room.take() for _ in range(4)]
    for place in (3, 2, 1, 0):
        room.open(str(place), held[place])
    room.call(held[2].id)
    assert [phone for phone, *_ in room.tell()] == ["2", "3"]


def test_phones_are_read_some_at_a_time_and_all_are_told(room, monkeypatch):
    monkeypatch.setattr(module, "READ_AT_ONCE", 2)
    monkeypatch.setattr(module, "SAID_AT_ONCE", 2)
    held = [room.take() for _ in range(6)]
    for place, ticket in enumerate(held):
        room.open(str(place), ticket)
    room.call()
    assert sorted(room.tell()) == [
        ("0", held[0].number, "called", 0),
        *((str(place), held[place].number, "waiting", place - 1) for place in range(1, 6)),
    ]


def test_a_phone_whose_turn_it_is_is_told_again_although_nothing_is_new(room):
    ticket = room.take()
    room.open("phone", ticket)
    assert room.tell() == []
    room.followers._phones["phone"].again = 0.0
    assert room.tell() == [("phone", ticket.number, "waiting", 0)]
    assert room.tell() == []


def test_a_phone_whose_link_died_is_let_go_and_the_others_are_told(room):
    dead, alive = room.take(), room.take()
    room.open("dead", dead)
    room.open("alive", alive)
    room.house.queue.client.delete(f"accueil:{{{SITE}}}:follow:{dead.secret}")
    room.call(dead.id)
    assert room.tell() == [("alive", alive.number, "waiting", 0)]
    assert room.gone == ["dead"]


def test_a_phone_that_cannot_be_told_silences_nobody_behind_it_and_is_told_the_next_time(room, monkeypatch):
    held = [room.take() for _ in range(3)]
    for place, ticket in enumerate(held):
        room.open(str(place), ticket)
    hear = room.followers._say

    def say(phone, answer):
        if phone == "1":
            raise OSError("its line is broken")
        hear(phone, answer)

    with monkeypatch.context() as broken:
        broken.setattr(room.followers, "_say", say)
        room.call()
        assert [phone for phone, *_ in room.tell()] == ["0", "2"]
    assert room.tell() == [("1", held[1].number, "waiting", 0)]


def test_a_phone_that_cannot_be_let_go_silences_nobody_behind_it(room, monkeypatch):
    dead, alive = room.take(), room.take()
    room.open("dead", dead)
    room.open("alive", alive)
    room.house.queue.client.delete(f"accueil:{{{SITE}}}:follow:{dead.secret}")
    room.call(dead.id)

    def let_go(_phone):
        raise OSError("its line is broken")

    monkeypatch.setattr(room.followers, "_let_go", let_go)
    assert room.tell() == [("alive", alive.number, "waiting", 0)]


def test_a_phone_that_went_is_forgotten(room):
    room.open("phone", room.take())
    room.audience.leave(FOLLOW, "phone")
    room.followers.forget("phone")
    room.call()
    assert room.tell() == []
    assert room.followers._phones == {}
