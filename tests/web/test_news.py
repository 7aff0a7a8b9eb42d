"""A kiosk that waits for news of its site is answered once there is some, and no sooner."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from server import signals
from server.actions import setup
from server.domain.people import COMMAND
from server.signals import Bell, ring, waking
from tests.support.devices import SITE
from tests.support.processes import until
from tests.web.conftest import house_of


@pytest.fixture
def kiosk(own_device):
    return own_device("kiosk")


@pytest.fixture
def rename(own_app):
    """A function by which somebody gives the site another name."""
    house = house_of(own_app)
    return lambda name: setup.save(house, replace(house.catalogue.site(SITE), name=name), COMMAND)


def mark(kiosk, **asked):
    answer = kiosk.ask("GET", f"{kiosk.at}/news", query_string=asked)
    assert answer.status_code == 200, answer.text
    return answer.json["mark"]


def test_who_knows_nothing_yet_is_answered_at_once(kiosk):
    assert mark(kiosk, wait=30)


def test_the_mark_stays_while_people_come_and_are_called(kiosk, own_device):
    before = mark(kiosk)
    kiosk.issue()
    own_device("counter").call("1")
    assert mark(kiosk) == before


@pytest.mark.parametrize("change", ["settings", "stop", "counter"])
def test_the_mark_is_another_once_the_site_says_something_else(kiosk, own_device, rename, change):
    before, desk = mark(kiosk), own_device("counter")
    if change == "settings":
        rename("Un autre nom")
    elif change == "stop":
        desk.ask("PUT", f"{desk.at}/issuing", json={"request_id": "stop", "issuing": False})
    else:
        desk.ask("PUT", f"{desk.at}/counters/1", json={"request_id": "close", "open": False})
    assert mark(kiosk) != before


def test_who_waits_is_woken_by_the_change(kiosk, rename):
    before = mark(kiosk)
    with ThreadPoolExecutor(1) as aside:
        waiting = aside.submit(mark, kiosk, mark=before, wait=30)
        until(listens, "somebody waits for news")
        rename("Un autre nom")
        ring(SITE, Bell.SITE)
        assert waiting.result() != before


def test_no_other_bell_wakes_who_waits_for_news_of_a_site():
    with waking(SITE, Bell.SITE) as bell:
        ring(SITE, Bell.PAPER)
        ring("site-2", Bell.SITE)
        ring(None, Bell.PAPER)
        assert not bell.is_set()
        ring(None, Bell.SITE)
        assert bell.is_set()


def listens():
    return bool(signals._bells[SITE, Bell.SITE])
