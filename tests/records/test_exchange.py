"""The whole catalogue goes out as a seed file and comes back as it was; what a file would change is told first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from string import ascii_uppercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.catalogue import Choice, Counter, Need, Notice, Priority, Site
from server.domain.hours import WEEKDAYS, Closure, Hours, Period
from server.domain.screens import Message, Screen, Way
from server.domain.setup import InvalidSettingError
from server.domain.visits import Ask
from server.records.catalogue import Catalogue
from server.records.exchange import export_seed, read_sites
from server.records.saving import checked
from server.records.seed import plant
from server.records.seed_file import parse_seed, read_seed
from tests.support.duchere import PLAIN, RICH
from tests.support.seeded import SEED

SIGNS = st.characters(exclude_categories=["Cc", "Cs"])
LINE = st.text(SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
CODES = ("fr", "en", "ar", "zh")


def words(lines=LINE):
    """French, and some other languages."""
    return st.fixed_dictionaries({"fr": lines}, optional=dict.fromkeys(CODES[1:], lines))


def named(make, most=3):
    return st.lists(IDS, unique=True, max_size=most).flatmap(lambda ids: st.tuples(*map(make, ids)))


@st.composite
def sites(draw, site_id):
    """A site with anything that can be said of one, and without faults."""
    ids = draw(st.lists(IDS, unique=True, min_size=1, max_size=4))
    letters = draw(st.permutations(ascii_uppercase))
    needs = tuple(
        Need(
            each,
            letter,
            draw(LINE),
            "laptop",
            "blue",
            "square",
            draw(words()),
            draw(st.just({}) | words()),
            draw(st.none() | st.integers(1, 99)),
        )
        for each, letter in zip(ids, letters, strict=False)
    )
    first = Counter("1", draw(LINE), tuple(ids))
    more = draw(
        named(
            lambda each: st.builds(
                Counter,
                st.just(f"b-{each}"),
                LINE,
                st.lists(st.sampled_from(ids), unique=True).map(lambda few: tuple(need for need in ids if need in few)),
                st.none() | st.sampled_from(Way),
                st.just({}) | words(LINE.filter(lambda text: len(text) <= 40)),
            )
        )
    )
    counters = (first, *more)
    weekly = st.dictionaries(
        st.sampled_from(WEEKDAYS), st.just((Period(time(9), time(12)), Period(time(14), time(17, 30))))
    )
    closures = st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 1)).map(lambda day: Closure(day, day)), max_size=2)
    return Site(
        id=site_id,
        ordinal=0,
        name=draw(LINE),
        open=draw(st.booleans()),
        languages=draw(st.permutations(CODES).map(tuple)),
        needs=needs,
        counters=counters,
        hours=Hours("Europe/Paris", time(4), draw(st.none() | weekly), tuple(draw(closures)), draw(st.integers(0, 60))),
        priorities=draw(
            named(lambda each: st.builds(Priority, st.just(each), st.integers(1, 240), words(), st.booleans()))
        ),
        notices=draw(named(lambda each: st.builds(Notice, st.just(each), words()))),
        next_completes=draw(st.booleans()),
        recalls_before_absent=draw(st.integers(1, 20)),
        printers=draw(named(st.just)),
        screens=draw(
            named(
                lambda each: st.builds(
                    Screen,
                    st.just(each),
                    LINE,
                    counters=st.lists(st.sampled_from([one.id for one in counters]), unique=True).map(tuple),
                    distance_m=st.floats(1, 30),
                    mute=st.just(()) | st.just(("12:00-14:00",)),
                    ways=st.just({}) | st.just({"1": Way.LEFT}),
                )
            )
        ),
        messages=draw(named(lambda each: st.builds(Message, st.just(each), words()))),
        operators=draw(named(lambda each: st.builds(Choice, st.just(each), LINE))),
        topics=draw(named(lambda each: st.builds(Choice, st.just(each), LINE))),
        visit_asks=draw(st.lists(st.sampled_from(Ask), unique=True).map(lambda asks: tuple(ask.value for ask in asks))),
    )


@given(st.tuples(sites("un"), sites("deux"), sites("trois")), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_catalogue_comes_back_as_it_went_out(some, alike):
    if alike:
        some = (some[0], *(replace(some[0], id=site.id, name=site.name) for site in some[1:]))
    for site in some:
        assert checked(site) == site, "it could be saved at the desk"
    assert read_sites(export_seed(some)) == some


def test_the_seed_that_ships_comes_back_as_it_went_out(store):
    plant(store, read_seed(SEED))
    there = Catalogue(store).sites()
    text = export_seed(there)
    assert read_sites(text) == tuple(replace(site, ordinal=0) for site in there)
    assert text.count("[[needs]]") == 8, "what all sites share is said once"


def test_a_site_of_its_own_kind_says_what_it_has_and_the_others_share():
    others = [replace(PLAIN, id=f"site-{n}", name=f"Site {n}") for n in range(3)]
    text = export_seed([RICH, *others])
    assert text.count("[[sites.needs]]") == 2
    assert read_sites(text) == (RICH, *others)


def test_what_goes_out_is_a_seed_file_like_any_other(store):
    assert plant(store, parse_seed(export_seed([replace(PLAIN, id="un"), RICH]))) == ["un", "duchere"]
    assert Catalogue(store).site("duchere") == replace(RICH, ordinal=2)


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("needs = ", "", "Ligne 1, colonne 8"),
        (f"needs = {'[' * 20_000}{']' * 20_000}", "", "TOML"),
        (f"needs = {'9' * 5_000}", "", "TOML"),
        (export_seed([PLAIN]).replace('letter = "E"', 'letter = "A"'), "sites.0.needs.1.letter", "Site « duchere »"),
        (export_seed([PLAIN]).replace('letter = "E"', 'letter = "ee"'), "needs.1.letter", "majuscule"),
        (export_seed([PLAIN, PLAIN]), "sites.1.id", "duchere"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_french(text, field, said):
    with pytest.raises(InvalidSettingError) as refused:
        read_sites(text)
    assert refused.value.faults[0].field == field
    assert said in refused.value.faults[0].said
