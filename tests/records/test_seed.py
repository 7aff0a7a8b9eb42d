"""The seed: planted once, respectful of what people changed, and clear about what is wrong with it."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from server.domain.gaps import Gap, Missing, gaps
from server.records.catalogue import Catalogue
from server.records.seed import plant
from server.records.seed_file import SeedUnreadableError, read_seed
from server.records.tables import CounterRow, NeedRow, SiteRow
from tests.support.seeded import SEED

SITES = ["etats-unis", "site-2", "site-3", "site-4", "site-5", "site-6", "site-7", "unite-mobile"]


def counts(store):
    with store.session() as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in (SiteRow, NeedRow, CounterRow)]


def test_planting_gives_seven_fixed_sites_and_a_van_their_needs_and_counters(store):
    assert plant(store, read_seed(SEED)) == SITES
    assert counts(store) == [8, 64, 4 + 6 * 3 + 1]


def test_planting_twice_adds_nothing(store):
    plant(store, read_seed(SEED))
    before = counts(store)
    assert plant(store, read_seed(SEED)) == []
    assert counts(store) == before


def test_a_renamed_and_closed_site_stays_as_people_left_it(store):
    plant(store, read_seed(SEED))
    with store.session() as session:
        site = session.get_one(SiteRow, "site-2")
        site.name, site.open = "PIMMS de la Duchère", False
    plant(store, read_seed(SEED))
    with store.session() as session:
        site = session.get_one(SiteRow, "site-2")
        assert (site.name, site.open) == ("PIMMS de la Duchère", False)


def test_a_site_added_later_gets_the_next_ordinal_so_that_old_follow_links_stay_true(store, tmp_path):
    plant(store, read_seed(SEED))
    grown = tmp_path / "grown.toml"
    text = SEED.read_text("utf-8")
    site = '[[sites]]\nid = "site-9"\nname = "Un site de plus"\ncounters = 2\n\n'
    grown.write_text(text.replace("[[sites]]", site + "[[sites]]", 1), "utf-8")
    assert plant(store, read_seed(grown)) == ["site-9"]
    with store.session() as session:
        ordinals = dict(session.execute(select(SiteRow.id, SiteRow.ordinal)).all())
    assert ordinals["site-9"] == 9
    assert [ordinals[site] for site in SITES] == list(range(1, 9))


def test_tables_can_be_upgraded_again_and_again(store):
    store.upgrade()
    assert store.answers()


TEXT = SEED.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "timezone"),
        ("timezone = ", "not TOML"),
        (TEXT.replace('letter = "A"', 'letter = "AB"'), "letter"),
        (TEXT.replace('letter = "B"', 'letter = "A"'), "share the letter “A”"),
        (TEXT.replace('id = "allocations"', 'id = "papiers"'), "papiers"),
        (TEXT.replace('id = "site-2"', 'id = "etats-unis"'), "etats-unis"),
        (TEXT.replace('id = "site-2"', 'id = "Site Deux"'), "sites.1.id"),
        (TEXT.replace('id = "site-2"', 'id = "people"'), "“people” is the address of a staff page"),
        (TEXT.replace("counters = 4", "counters = 0"), "sites.0.counters"),
        (TEXT.replace("counters = 4", 'counters = "quatre"'), "sites.0.counters"),
        (TEXT.replace('fr = "Mes allocations et mes aides"\n', ""), "need “allocations” has no label in fr"),
        (TEXT.replace('fr = "J’ai un rendez-vous"', 'fr = " "'), "priority “rendez-vous” has no label in fr"),
        (re.sub(r"languages = .*", "languages = []", TEXT), "languages"),
        (TEXT.replace('languages = ["fr", ', 'languages = ["de", '), "languages: “fr” is not among them"),
        (TEXT.replace("Europe/Paris", "Europe/Lyon"), "Europe/Lyon"),
        (TEXT.replace("Europe/Paris", "../etc/passwd"), "timezone"),
        (TEXT + "\n[extra]\n", "extra"),
    ],
)
def test_a_malformed_seed_is_refused_in_one_line_that_names_the_fault(tmp_path, text, fault):
    file = tmp_path / "seed.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SeedUnreadableError) as refusal:
        read_seed(file)
    line = str(refusal.value)
    assert line.startswith(f"{file}: ")
    assert fault in line
    assert "\n" not in line


def test_a_label_that_is_missing_or_empty_in_a_language_is_planted_without_it(store, tmp_path):
    file = tmp_path / "seed.toml"
    file.write_text(TEXT.replace('tr = "Ödeneklerim ve yardımlarım"\n', "").replace("我的补助和津贴", " "), "utf-8")
    plant(store, read_seed(file))
    site = Catalogue(store).site("etats-unis")
    assert set(site.languages) - set(site.need("allocations").labels) == {"tr", "zh"}
    assert gaps(site) == (Gap(Missing.NEED_LABEL, "allocations", ("tr", "zh")),)


def test_the_seed_that_ships_lacks_nothing(store):
    plant(store, read_seed(SEED))
    catalogue = Catalogue(store)
    assert [gaps(catalogue.site(site)) for site in SITES] == [()] * len(SITES)


def test_a_seed_that_is_not_text_is_refused_in_one_line(tmp_path):
    file = tmp_path / "seed.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SeedUnreadableError, match="not TOML"):
        read_seed(file)
