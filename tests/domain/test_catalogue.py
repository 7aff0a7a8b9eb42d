"""What a site offers, and who is ahead of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.domain.errors import UnknownCounterError, UnknownLanguageError, UnknownNeedError
from tests.support.reception import PLACE


def test_needs_that_share_a_counter_are_rivals():
    assert PLACE.rivals("papiers") == ("papiers", "energie")
    assert PLACE.rivals("energie") == ("papiers", "energie")


def test_a_need_with_a_counter_of_its_own_has_no_rival_but_itself():
    assert PLACE.rivals("ateliers") == ("ateliers",)


def test_a_need_that_no_counter_serves_is_its_own_only_rival():
    assert replace(PLACE, counters=()).rivals("papiers") == ("papiers",)


def test_a_site_knows_its_needs_counters_and_languages():
    assert PLACE.need("energie").letter == "E"
    assert PLACE.counter("2").label == "Guichet 2"
    PLACE.check_language("ar")


def test_a_site_refuses_what_it_does_not_offer():
    with pytest.raises(UnknownNeedError, match="« permis »"):
        PLACE.need("permis")
    with pytest.raises(UnknownCounterError, match="« 9 »"):
        PLACE.counter("9")
    with pytest.raises(UnknownLanguageError, match="« de »"):
        PLACE.check_language("de")
