"""The seed tells a site's screens, where its counters lie and the messages; and says what is wrong with them."""

from __future__ import annotations

import re

import pytest

from server.domain.gaps import Gap, Missing, gaps
from server.domain.screens import DIAGONAL_IN, DISTANCE_M, Message, Screen, Way
from server.records.catalogue import Catalogue
from server.records.seed import plant
from server.records.seed_file import SeedUnreadableError, read_seed

WHOLE = """
timezone = "Europe/Paris"
languages = ["fr", "en"]

[[sites]]
id = "duchere"
name = "La Duchère"

[[sites.counters]]
id = "1"
label = "Guichet 1"
way = "left"

[[sites.counters]]
id = "b"
label = "Bureau"
place = { fr = "1er étage", en = "" }

[[sites.screens]]
id = "hall"
name = "Hall"

[[sites.screens]]
id = "etage"
name = "Premier étage"
counters = ["b"]
needs = ["papiers"]
distance_m = 6
diagonal_in = 65
voice = false
mute = ["12:00-14:00"]
ways = { b = "right" }

[[needs]]
id = "papiers"
letter = "A"
name = "Papiers"
pictogram = "laptop"
colour = "blue"
shape = "square"
labels = { fr = "Mes papiers", en = "My papers" }

[[messages]]
id = "accueil"
texts = { fr = "Une question ?", en = "" }
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


@pytest.fixture
def site(file, store):
    """The site of the file, planted and read back."""
    plant(store, read_seed(file()))
    return Catalogue(store).site("duchere")


def test_a_screen_of_which_nothing_is_said_is_for_everything_and_read_from_four_metres(site):
    assert site.screens[0] == Screen("hall", "Hall")
    assert (DISTANCE_M, DIAGONAL_IN) == (4.0, 43.0)


def test_a_screen_has_what_the_file_gives_it(site):
    assert site.screens[1] == Screen(
        id="etage",
        name="Premier étage",
        counters=("b",),
        needs=("papiers",),
        distance_m=6.0,
        diagonal_in=65.0,
        voice=False,
        mute=("12:00-14:00",),
        ways={"b": Way.RIGHT},
    )


def test_a_counter_has_its_way_and_its_place_in_the_languages_in_which_it_is_written(site):
    assert [(each.way, dict(each.place)) for each in site.counters] == [(Way.LEFT, {}), (None, {"fr": "1er étage"})]


def test_a_message_without_words_in_a_language_is_kept_without_it_and_told_as_a_gap(site):
    assert site.messages == (Message("accueil", {"fr": "Une question ?"}),)
    assert Gap(Missing.MESSAGE_TEXT, "accueil", ("en",)) in gaps(site)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('counters = ["b"]', 'counters = ["9"]', "the screen “etage” of “duchere” names “9”, which is no counter"),
        (
            'needs = ["papiers"]',
            'needs = ["permis"]',
            "of “duchere” names “permis”, which is no need",
        ),
        ('ways = { b = "right" }', 'ways = { z = "right" }', "names “z”, which is no counter"),
        ('ways = { b = "right" }', 'ways = { b = "north" }', "sites.0.screens.1.ways.b"),
        ('way = "left"', 'way = "gauche"', "sites.0.counters"),
        ('["12:00-14:00"]', '["midi"]', "screens.1.mute.0: String should match pattern"),
        ('["12:00-14:00"]', '["25:00-26:00"]', "the screen “etage” of “duchere”: mute"),
        ('["12:00-14:00"]', '["1200-1400"]', "screens.1.mute.0: String should match pattern"),
        ("distance_m = 6", "distance_m = 0.5", "sites.0.screens.1.distance_m"),
        ("diagonal_in = 65", "diagonal_in = 2000", "sites.0.screens.1.diagonal_in"),
        ('id = "etage"', 'id = "hall"', "two screens of “duchere” share the id “hall”"),
        ('id = "etage"', 'id = "Premier étage"', "sites.0.screens.1.id"),
        ('fr = "Une question ?", ', "", "the message “accueil” has no text in fr"),
        ('fr = "1er étage"', f'fr = "{"très loin " * 5}"', "sites.0.counters"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(file, old, new, said):
    with pytest.raises(SeedUnreadableError, match=re.escape(said)):
        read_seed(file(old, new))
