"""Eight clients in two processes, two web processes, one queue: what FACTS saw break at two clients."""

from __future__ import annotations

from collections import Counter

import pytest

from server.domain.people import Role
from server.queues import keys
from server.records.seed import plant
from server.records.seed_file import read_seed
from tests.support.crowd import Crowd, rush
from tests.support.processes import Web, free_port
from tests.support.seeded import SEED

COUNTERS = [str(n) for n in range(1, 9)]
ROUNDS = 50
SITE = "grande-salle"


@pytest.fixture
def crowd(house, settings, tmp_path):
    seed = tmp_path / "grande-salle.toml"
    text = SEED.read_text("utf-8").replace('id = "etats-unis"', f'id = "{SITE}"')
    seed.write_text(text.replace("counters = 4", f"counters = {len(COUNTERS)}"), "utf-8")
    assert plant(house.catalogue.store, read_seed(seed)) == [SITE]
    webs = [Web(settings.model_copy(update={"port": free_port()}), tmp_path / f"web-{n}.log") for n in (1, 2)]
    token = house.devices.create(SITE, Role.MANAGER)
    yield Crowd(tmp_path, [web.url for web in webs], SITE, token, ROUNDS, processes=2)
    for web in webs:
        web.kill()


def test_400_tickets_and_400_calls_by_many_hands_lose_nothing_and_give_nothing_twice(crowd, house):
    issued, called = rush(crowd, COUNTERS)

    assert len(issued) == len(COUNTERS) * ROUNDS
    assert twice(ticket["number"] for ticket in issued) == []
    assert twice(ticket["id"] for ticket in called) == []
    assert {ticket["id"]: ticket["number"] for ticket in called} == {t["id"]: t["number"] for t in issued}

    journal = [entry for _, entry in house.queue.client.xrange(f"{keys.base(SITE)}journal")]
    assert [int(entry["version"]) for entry in journal] == list(range(1, len(journal) + 1))
    # A counter that calls has finished with the one before: all but the last of each.
    moves = Counter(entry["move"] for entry in journal)
    assert moves == {"issue": 400, "call": 400, "complete": 400 - len(COUNTERS)}
    assert {entry["ticket"] for entry in journal if entry["move"] == "call"} == {ticket["id"] for ticket in issued}


def twice(things):
    return [thing for thing, count in Counter(things).items() if count > 1]
