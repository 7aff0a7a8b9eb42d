"""Days end by themselves, and those of a machine that was off at the hour end when it is on again."""

from __future__ import annotations

import pytest

from server.domain.errors import QueueUnreachableError
from server.nightwatch import end_days
from server.queues.live import LiveQueue
from server.records.tables import SiteRow
from tests.support.reception import MORNING, Clock
from tests.web.conftest import house_of

DAY_MS = 24 * 3_600_000


@pytest.fixture
def tomorrow(app, device, valkey, monkeypatch):
    """A house with someone left over from yesterday at two sites; nobody has touched anything since."""
    house = house_of(app)
    clock = Clock(MORNING)
    monkeypatch.setattr(house.queue, "now", clock)
    device("kiosk").issue()
    device("kiosk", "site-2").issue()
    clock.forward(days=1)
    return house


def test_every_site_whose_day_is_over_is_ended(tomorrow, device):
    end_days(tomorrow)
    assert [device("kiosk", site).get("/tickets/000000000001").json["state"] for site in ("etats-unis", "site-2")] == [
        "expired"
    ] * 2


def test_a_day_that_is_not_over_goes_on(tomorrow, device, everything):
    end_days(tomorrow)
    device("kiosk").issue()
    before = everything()
    end_days(tomorrow)
    assert everything() == before


def test_a_queue_that_is_away_is_no_end_of_the_watch(tomorrow, device, monkeypatch):
    def away(_self, _site):
        raise QueueUnreachableError("away")

    with monkeypatch.context() as trouble:
        trouble.setattr(LiveQueue, "turn", away)
        end_days(tomorrow)
    assert device("kiosk").get("/tickets/000000000001").json["state"] == "waiting"
    end_days(tomorrow)
    assert device("kiosk").get("/tickets/000000000001").json["state"] == "expired"


def test_one_site_in_trouble_does_not_keep_the_others_from_their_end(tomorrow, device, monkeypatch):
    turn = LiveQueue.turn

    def troubled(queue, site):
        if site.id == "etats-unis":
            raise QueueUnreachableError("away")
        return turn(queue, site)

    monkeypatch.setattr(LiveQueue, "turn", troubled)
    end_days(tomorrow)
    assert device("kiosk", "site-2").get("/tickets/000000000001").json["state"] == "expired"


def test_a_site_that_nobody_can_read_does_not_keep_the_others_from_their_end(own_app, own_device, valkey, change):
    house = house_of(own_app)
    house.queue.now = Clock(MORNING)
    own_device("kiosk", "site-2").issue()
    house.queue.now.forward(days=1)
    change(SiteRow, "etats-unis", weekly={"monday": ["9h-12h"]})
    house.catalogue._read.clear()
    end_days(house)
    assert own_device("kiosk", "site-2").get("/tickets/000000000001").json["state"] == "expired"


def test_the_screens_of_a_site_are_told_that_its_day_has_ended(tomorrow, device):
    version = device("display").get("/board").json["version"]
    end_days(tomorrow)
    board = device("display").get("/board").json
    assert (board["waiting"], board["version"]) == (0, version + 2)
