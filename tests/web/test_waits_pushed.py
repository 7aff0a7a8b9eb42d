"""The wait on the way to a phone that listens."""

from __future__ import annotations

from tests.support.api import Client
from tests.support.listeners import Listener
from tests.support.processes import until

SITE = "site-7"
AT_ONCE = {"low_min": 0, "high_min": 5}


def test_a_phone_that_listens_is_told_its_wait_and_none_once_it_is_called(demo):
    """Three visits that were over at once, and a counter that has just been free."""
    desk = Client(demo.url, SITE, demo.token(SITE, "manager"))
    for place in desk.get_site().json()["counters"]:
        while desk.call(place["id"]).is_success:
            pass  # other tests left people there
    for _ in range(3):
        desk.issue()
        desk.move(desk.call("1").json()["id"], "complete")
    ticket = desk.issue().json()
    until(lambda: desk.ticket(ticket["id"]).json()["wait"] == AT_ONCE, "the forecast of before is over")
    phone = Listener(demo.url, "/follow", "ticket", {"secret": ticket["follow_url"].rpartition("/")[2]})
    try:
        phone.hears()
        assert phone.last["wait"] == AT_ONCE
        desk.call("1")
        until(lambda: phone.last["state"] == "called", "the phone is told")
        assert phone.last["wait"] is None
    finally:
        phone.leave()
