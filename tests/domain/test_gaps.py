"""What a site has not said yet is told, each thing once, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from server.domain.catalogue import Notice, Priority
from server.domain.gaps import Gap, Missing, gaps
from tests.support.reception import PLACE, need

WORDS = {"fr": "Mes papiers", "ar": "أوراقي", "en": "My papers"}
WHOLE = replace(
    PLACE,
    languages=("fr", "ar", "en"),
    needs=(replace(need("papiers", "A"), labels=WORDS), replace(need("energie", "E"), labels=WORDS)),
    priorities=(Priority("grossesse", 30, WORDS, kiosk=True),),
    notices=(Notice("panne", WORDS),),
)


def test_a_site_that_has_said_everything_has_no_gap():
    assert gaps(WHOLE) == ()


def test_a_site_without_needs():
    assert gaps(replace(WHOLE, needs=())) == (Gap(Missing.NEEDS),)


def test_a_need_tells_in_which_of_the_sites_languages_it_has_no_label_or_an_empty_one():
    papers, energy = WHOLE.needs
    energy = replace(energy, labels={"fr": "Mon énergie", "en": "  "})
    assert gaps(replace(WHOLE, needs=(papers, energy))) == (Gap(Missing.NEED_LABEL, "energie", ("ar", "en")),)


def test_a_language_that_the_site_does_not_offer_is_not_missed():
    assert gaps(replace(WHOLE, languages=("fr",), needs=(replace(WHOLE.needs[0], labels={"fr": "Papiers"}),))) == ()


def test_french_is_missed_as_any_language():
    papers = replace(WHOLE.needs[0], labels={})
    assert gaps(replace(WHOLE, needs=(papers,))) == (Gap(Missing.NEED_LABEL, "papiers", ("fr", "ar", "en")),)


def test_priorities_and_notices_come_after_the_needs():
    only_french = {"fr": "Bonjour"}
    site = replace(
        WHOLE,
        needs=(replace(WHOLE.needs[0], labels=only_french),),
        priorities=(Priority("grossesse", 30, only_french, kiosk=False),),
        notices=(Notice("panne", only_french),),
    )
    others = ("ar", "en")
    assert gaps(site) == (
        Gap(Missing.NEED_LABEL, "papiers", others),
        Gap(Missing.PRIORITY_LABEL, "grossesse", others),
        Gap(Missing.NOTICE_TEXT, "panne", others),
    )
