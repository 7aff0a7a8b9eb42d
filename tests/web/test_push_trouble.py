"""Trouble of the records or of the queue while somebody listens: the screen misses nothing once it is over."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text

from server.domain.people import Role
from server.queues import tickets
from server.queues.tickets import Wish
from tests.support.listeners import Listener
from tests.support.processes import Web, free_port, until

SITE = "etats-unis"


@pytest.fixture
def web(settings, house, tmp_path):
    running = Web(settings.model_copy(update={"port": free_port()}), tmp_path / "web.log")
    yield running
    running.kill()


@pytest.fixture
def board(web, house):
    listener = Listener(web.url, "/board", "board", {"token": house.devices.create(SITE, Role.DISPLAY)})
    listener.hears()
    yield listener
    listener.leave()


@pytest.fixture
def arrive(house):
    """A function that lets somebody arrive, by the queue's own road."""
    site = house.catalogue.site(SITE)
    return lambda: tickets.issue(house.queue, site, Wish(site.need("papiers"), "fr"), str(uuid.uuid4()))


def rename(house, old, new):
    with house.catalogue.store.engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


def test_records_out_of_order_for_a_while_silence_nothing_for_good(house, board, arrive, tmp_path):
    def not_told():
        arrive()
        return "not told" in (tmp_path / "web.log").read_text("utf-8")

    rename(house, "sites", "lost")
    until(not_told, "a push fails")  # after the two seconds for which a site is remembered
    rename(house, "lost", "sites")
    waiting = len(house.queue.client.zrange(f"accueil:{{{SITE}}}:waiting:papiers", 0, -1)) + 1
    arrive()
    until(lambda: board.last["waiting"] == waiting, "the same connection is told again")


def test_a_queue_that_was_away_is_told_anew(valkey, board, arrive):
    arrive()
    until(lambda: board.last["waiting"] == 1, "one waits")
    valkey.kill()
    valkey.start()
    arrive()
    until(lambda: board.last["waiting"] == 2, "the board is told by the queue that came back")
