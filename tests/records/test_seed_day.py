"""The seed tells a site's hours, rules, priorities and notices; and says clearly what is wrong with them."""

from __future__ import annotations

from datetime import time

import pytest

from server.domain.hours import Period
from server.records.catalogue import Catalogue
from server.records.seed import plant
from server.records.seed_file import SeedUnreadableError, read_seed

WHOLE = """
timezone = "Europe/Paris"
languages = ["fr", "en"]

[[sites]]
id = "duchere"
name = "La Duchère"
counters = [{ id = "1", label = "Guichet 1" }, { id = "b", label = "Bureau", needs = ["papiers"] }]
hours = { monday = ["09:00-12:00", "14:00-17:00"], friday = ["18:00-02:00"] }
closures = ["2026-12-25"]
last_tickets_min = 15
turns_at = 03:00:00
next_completes = false
recalls_before_absent = 2
asks_priority = true

[[sites]]
id = "van"
name = "Le van"
counters = 1

[[needs]]
id = "papiers"
letter = "A"
name = "Papiers"
pictogram = "laptop"
colour = "blue"
shape = "square"
labels = { fr = "Mes papiers", en = "My papers" }
limit = 12

[[needs]]
id = "energie"
letter = "E"
name = "Énergie"
pictogram = "lightning"
colour = "amber"
shape = "triangle"
labels = { fr = "Mon énergie", en = "My energy" }

[[priorities]]
id = "grossesse"
minutes = 30
kiosk = true
labels = { fr = "Je suis enceinte", en = "I am pregnant" }

[[priorities]]
id = "rendez-vous"
minutes = 20
labels = { fr = "J’ai un rendez-vous", en = "I have an appointment" }

[[notices]]
id = "complet"
texts = { fr = "Complet", en = "Full" }
"""


@pytest.fixture
def file(tmp_path):
    """A function that writes the seed, changed by replacing some of its text."""

    def write(old="", new=""):
        assert old in WHOLE
        path = tmp_path / "seed.toml"
        path.write_text(WHOLE.replace(old, new, 1), "utf-8")
        return path

    return write


def planted(path, store):
    plant(store, read_seed(path))
    return Catalogue(store)


def test_a_site_has_the_hours_and_rules_that_the_file_gives_it(file, store):
    site = planted(file(), store).site("duchere")
    assert dict(site.hours.weekly) == {
        "monday": (Period(time(9), time(12)), Period(time(14), time(17))),
        "friday": (Period(time(18), time(2)),),
    }
    assert (site.hours.last_tickets_min, site.hours.turns_at) == (15, time(3))
    assert [(closure.first.isoformat(), closure.last.isoformat()) for closure in site.hours.closures] == [
        ("2026-12-25", "2026-12-25")
    ]
    assert (site.next_completes, site.recalls_before_absent) == (False, 2)
    assert [need.limit for need in site.needs] == [12, None]
    assert site.notice("complet").texts == {"fr": "Complet", "en": "Full"}


def test_a_counter_serves_the_needs_it_is_given_or_all(file, store):
    site = planted(file(), store).site("duchere")
    assert [(counter.id, counter.label, counter.needs) for counter in site.counters] == [
        ("1", "Guichet 1", ("papiers", "energie")),
        ("b", "Bureau", ("papiers",)),
    ]


def test_a_kiosk_asks_for_a_priority_where_both_the_reason_and_the_site_allow_it(file, store):
    catalogue = planted(file(), store)
    assert [(each.id, each.minutes, each.kiosk) for each in catalogue.site("duchere").priorities] == [
        ("grossesse", 30, True),
        ("rendez-vous", 20, False),
    ]
    assert [each.kiosk for each in catalogue.site("van").priorities] == [False, False]


def test_a_site_that_gives_no_hours_is_always_open(file, store):
    assert planted(file(), store).site("van").hours.weekly is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"09:00-12:00"', '"9h-12h"', "hours of “duchere”"),
        ('"09:00-12:00"', '"09:00Z-12:00"', "time zone"),
        ('"14:00-17:00"', '"11:00-17:00"', "meet or lie over each other"),
        ("turns_at = 03:00:00", 'turns_at = "03:00Z"', "time zone"),
        ("2026-12-25", "2026-12-32", "hours of “duchere”"),
        ("turns_at = 03:00:00", "turns_at = 01:00:00", "go on at 01:00"),
        ("monday", "lundi", "sites.0.hours.lundi"),
        ('needs = ["papiers"]', 'needs = ["permis"]', "serves “permis”"),
        ('{ id = "b"', '{ id = "1"', "counters of “duchere” share the id “1”"),
        ('id = "rendez-vous"', 'id = "grossesse"', "priorities share the id “grossesse”"),
        ('fr = "Je suis enceinte", ', "", "priority “grossesse” has no label in fr"),
        ('fr = "Complet", ', "", "notice “complet” has no text in fr"),
        ("minutes = 30", "minutes = 0", "priorities.0.minutes"),
        ("limit = 12", "limit = 0", "needs.0.limit"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(file, old, new, said):
    with pytest.raises(SeedUnreadableError, match=said.replace("(", r"\(")) as refusal:
        read_seed(file(old, new))
    assert "seed.toml" in str(refusal.value)
