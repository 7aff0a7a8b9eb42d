"""The catalogue is edited while people come and are called: no ticket is lost, and each is called once."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest

from server.actions import setup
from server.actions.journal import check_journal
from server.domain.errors import CounterBusyError
from server.domain.hours import WEEKDAYS, Hours, Period
from server.domain.people import COMMAND, Role
from tests.support.api import Client
from tests.support.processes import Web, free_port
from tests.support.seeded import seeded, settings_in

SITE = "site-3"
KIOSKS, TICKETS, SAVES = 6, 40, 50
ALL_DAY = Hours("Europe/Paris", weekly={day: (Period.parse("04:00-03:59"),) for day in WEEKDAYS})
REFUSED = {"unknown_need", "need_full"}
"""What a kiosk may be told whose needs were changed a moment ago."""


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request, valkey, tmp_path):
    """A house over either kind of records, and its settings."""
    valkey.client.flushall()
    settings = settings_in(tmp_path, valkey.url)
    if request.param == "postgresql":
        postgres = request.getfixturevalue("postgres")
        settings = settings.model_copy(update={"database_url": postgres.empty()})
    return seeded(settings), settings


@pytest.fixture
def webs(house, tmp_path):
    """Two web processes over it."""
    _, settings = house
    running = [Web(settings.model_copy(update={"port": free_port()}), tmp_path / f"web-{n}.log") for n in (1, 2)]
    yield running
    for web in running:
        web.kill()


def edit(dice, site, full):
    """One of the changes that somebody makes who tidies a site's settings."""
    words = f"Mes papiers {site.revision}"
    return dice.choice(
        (
            lambda: replace(site, needs=tuple(dice.sample(site.needs, len(site.needs)))),
            lambda: replace(site, needs=tuple(replace(need, labels={"fr": words}) for need in site.needs)),
            lambda: replace(site, needs=tuple(replace(need, limit=200) for need in site.needs)),
            lambda: replace(site, needs=site.needs[:3]),
            lambda: replace(site, needs=full.needs),
            lambda: replace(site, hours=ALL_DAY if site.hours.weekly is None else Hours("Europe/Paris")),
            lambda: replace(site, counters=site.counters[:2]),
            lambda: replace(site, counters=full.counters, needs=full.needs),
        )
    )()


def come(client, needs):
    """Somebody comes, again and again. The ids of the tickets they were given."""
    given = []
    for n in range(TICKETS):
        answer = client.issue(needs[n % len(needs)].id)
        if answer.status_code == 201:
            given.append(answer.json()["id"])
        else:
            assert answer.json()["code"] in REFUSED, answer.text
    return given


def receive(client, counter, is_over):
    """A counter calls until nobody is left. The ids of those who were called."""
    called = []
    while True:
        last = is_over()
        answer = client.call(counter)
        if answer.status_code == 201:
            called.append(answer.json()["id"])
        elif last:
            return called
        else:
            assert answer.json()["code"] in {"queue_empty", "unknown_counter", "counter_closed"}, answer.text


def change(house, full, is_over):
    """Save one change after another."""
    dice, saved = random.Random(7), 0
    while saved < SAVES or not is_over():
        here = house.catalogue.site(SITE)
        try:
            saved += setup.save(house, edit(dice, here, full), COMMAND).revision > here.revision
        except CounterBusyError:
            continue


def test_nobody_is_lost_while_needs_hours_counters_and_words_change_under_them(house, webs):
    house, _ = house
    full = house.catalogue.site(SITE)
    token = house.devices.create(SITE, Role.MANAGER)
    at = [partial(Client, web.url, SITE, token) for web in webs]
    with ThreadPoolExecutor(KIOSKS + 3) as together:
        coming = [together.submit(come, at[n % 2](), full.needs) for n in range(KIOSKS)]
        is_over = partial(all_done, coming)
        calling = [together.submit(receive, at[n % 2](), str(n), is_over) for n in (1, 2, 3)]
        change(house, full, is_over)
        given = [ticket for each in coming for ticket in each.result()]
        called = [ticket for each in calling for ticket in each.result()]

    assert sorted(called) == sorted(given)
    assert len(given) > KIOSKS * TICKETS / 4
    assert check_journal(house, house.catalogue.site(SITE)).breaches == ()
    words = [need.labels["fr"] for need in house.catalogue.site(SITE).needs]
    for web in at:
        assert [need["labels"]["fr"] for need in web().get_site().json()["needs"]] == words, "every process follows"


def all_done(futures):
    return all(future.done() for future in futures)
