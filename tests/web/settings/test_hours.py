"""Hours, closures and screens as a manager sets them up."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from server.domain.hours import Closure, Period
from tests.support.settings import settings

MORNING = {"opens": "09:00", "closes": "12:00"}
AFTERNOON = {"opens": "14:00", "closes": "17:30"}
NIGHT = {"opens": "20:00", "closes": "02:00"}


def with_periods(form, **days):
    """Type a week: by weekday, its periods."""
    typed = {"hours.hours.always": None}
    for weekday, periods in days.items():
        for at, period in enumerate(periods, start=1):
            form.press(f"add {weekday}", typed)
            typed |= {f"{weekday}.+{at}.{of}": text for of, text in period.items()}
    return typed


def test_a_week_is_typed_a_day_at_a_time(manager, here):
    form = settings(manager, "hours")
    form.publish(with_periods(form, monday=[MORNING, AFTERNOON], saturday=[MORNING]))
    morning, afternoon = Period(time(9), time(12)), Period(time(14), time(17, 30))
    assert here().hours.weekly == {"monday": (morning, afternoon), "saturday": (morning,)}


def test_monday_is_copied_to_the_other_working_days(manager, here):
    form = settings(manager, "hours")
    form.press("like-monday", with_periods(form, monday=[MORNING]))
    assert here().hours.weekly is None, "nothing is published by it"
    form.publish()
    assert sorted(here().hours.weekly) == ["friday", "monday", "thursday", "tuesday", "wednesday"]


def test_always_open_wins_over_the_week(manager, here):
    form = settings(manager, "hours")
    form.publish(with_periods(form, monday=[MORNING]))
    settings(manager, "hours").publish({"hours.hours.always": "yes"})
    assert here().hours.weekly is None


def test_a_row_without_times_says_nothing(manager, here):
    form = settings(manager, "hours")
    form.publish(with_periods(form, monday=[MORNING, {"opens": "", "closes": ""}]))
    assert len(here().hours.weekly["monday"]) == 1


def test_closures_are_a_day_or_several(manager, here):
    form = settings(manager, "hours")
    form.press("add closures")
    form.press("add closures", {"closures.+1.first": "2026-12-28", "closures.+1.last": "2027-01-02"})
    form.publish({"closures.+2.first": "2026-12-25"})
    long, day = Closure(date(2026, 12, 28), date(2027, 1, 2)), Closure(date(2026, 12, 25), date(2026, 12, 25))
    assert here().hours.closures == (day, long)
    assert settings(manager, "hours").fields["closures.1.first"] == "2026-12-25"
    assert settings(manager, "hours").fields["closures.1.last"] == ""


@pytest.mark.parametrize(
    ("day", "fault", "words"),
    [
        ([{"opens": "9 h", "closes": "12:00"}], "monday.+1.opens", "Écrivez une heure, par exemple 09:00."),
        ([{"opens": "09:00", "closes": ""}], "monday.+1.closes", "Écrivez une heure, par exemple 09:00."),
        ([{"opens": "09:00+01:00", "closes": "12:00"}], "monday.+1.opens", "Écrivez une heure, par exemple 09:00."),
        ([{"opens": "09:00", "closes": "09:00"}], "monday.+1.closes", "La fin est la même que le début."),
        (
            [MORNING, {"opens": "11:00", "closes": "15:00"}],
            "monday.+2.opens",
            "Deux plages de ce jour se touchent ou se chevauchent. Écrivez-les en une seule.",
        ),
        (
            [{"opens": "02:00", "closes": "09:00"}],
            "hours.hours.turns_at",
            "Le site est ouvert à cette heure\u202f: la file serait vidée. Choisissez une heure où il est fermé.",
        ),
    ],
)
def test_hours_that_cannot_be_are_told_where_they_are(manager, here, day, fault, words):
    form, before = settings(manager, "hours"), here()
    assert form.press("publish", with_periods(form, monday=day)).status_code == 422
    assert form.faults == {fault: words}
    assert here() == before


def test_hours_that_are_typed_the_wrong_way_round_are_asked_about(manager, here):
    form, before = settings(manager, "hours"), here()
    typed = with_periods(form, monday=[{"opens": "17:00", "closes": "09:00"}], tuesday=[MORNING])
    assert form.press("publish", typed).status_code == 422
    assert list(form.faults) == ["monday.+1.night"]
    assert form.faults["monday.+1.night"].startswith("De 17:00 à 09:00\u202f: la fin est avant le début.")
    assert len(re.findall(r'type="checkbox" id="[a-z]+day\.[^"]+\.night"', form.page)) == 1, "of that one alone"
    assert here() == before
    form.publish({"monday.+1.opens": "09:00", "monday.+1.closes": "17:00"})
    assert here().hours.weekly["monday"] == (Period(time(9), time(17)),)


def test_a_night_that_is_ticked_is_one_and_is_not_asked_about_again(manager, here):
    form = settings(manager, "hours")
    form.publish(with_periods(form, monday=[NIGHT | {"night": "yes"}]))
    assert here().hours.weekly["monday"] == (Period(time(20), time(2)),)
    again = settings(manager, "hours")
    assert again.fields["monday.1.night"] == "yes"
    again.publish({"hours.hours.last_tickets_min": "5"})


@pytest.mark.parametrize("opens", ["20:00", "00:00"])
def test_midnight_is_an_end_like_any_other(manager, here, opens):
    form = settings(manager, "hours")
    typed = with_periods(form, monday=[{"opens": opens, "closes": "00:00"}])
    form.publish(typed | {"hours.hours.turns_at": "00:00"})
    assert here().hours.weekly["monday"] == (Period(time.fromisoformat(opens), time()),)


def test_a_night_that_meets_the_next_morning_is_told(manager, here):
    form = settings(manager, "hours")
    night, morning = NIGHT | {"night": "yes"}, {"opens": "01:00", "closes": "03:00"}
    form.press("publish", with_periods(form, monday=[night], tuesday=[morning]))
    assert form.faults == {
        "hours.hours.always": "La plage d’une nuit touche celle du lendemain. Écrivez-les autrement."
    }


@pytest.mark.parametrize(
    ("typed", "fault", "words"),
    [
        ({"first": "le 25"}, "first", "Écrivez une date, par exemple 25/12/2026."),
        ({"first": "2026-02-30"}, "first", "Écrivez une date, par exemple 25/12/2026."),
        ({"first": "2026-12-25", "last": "2026-12-24"}, "last", "Le dernier jour est avant le premier."),
        ({"last": "2026-12-24"}, "first", "Écrivez une date, par exemple 25/12/2026."),
    ],
)
def test_a_closure_that_is_no_date_is_told(manager, typed, fault, words):
    form = settings(manager, "hours")
    form.press("add closures")
    assert form.press("publish", {f"closures.+1.{of}": text for of, text in typed.items()}).status_code == 422
    assert form.faults == {f"closures.+1.{fault}": words}


SCREEN = {
    "screens.+1.name": "Hall",
    "screens.+1.distance_m": "6,5",
    "screens.+1.diagonal_in": "65",
    "screens.+1.voice": None,
    "screens.+1.mute": "12:00 - 14:00, 18:00–20:00",
    "screens.+1.counters": ["1", "2"],
    "screens.+1.needs": ["aide"],
    "screens.+1.ways.2": "up",
}


def test_a_screen_is_added_with_all_that_is_known_of_it(manager, here):
    form = settings(manager, "screens")
    form.press("add screens")
    form.publish(SCREEN)
    [screen] = here().screens
    assert (screen.id, screen.name, screen.voice) == ("hall", "Hall", False)
    assert (screen.distance_m, screen.diagonal_in) == (6.5, 65)
    assert screen.mute == ("12:00-14:00", "18:00-20:00")
    assert (screen.counters, screen.needs, screen.ways) == (("1", "2"), ("aide",), {"2": "up"})
    settings(manager, "screens").publish()
    assert here().screens == (screen,), "read back, it is the same"


@pytest.mark.parametrize(
    ("of", "text", "words"),
    [
        ("distance_m", "100", "Écrivez un nombre d’au plus 30."),
        ("distance_m", "loin", "Écrivez un nombre."),
        ("diagonal_in", "3", "Écrivez un nombre d’au moins 7."),
        ("mute", "midi", "Écrivez des plages comme 12:00-14:00, avec une virgule entre elles."),
        ("mute", "12:00-25:00", "Écrivez des plages comme 12:00-14:00, avec une virgule entre elles."),
        ("name", "", "Écrivez quelque chose ici."),
    ],
)
def test_a_screen_that_cannot_be_is_told(manager, here, of, text, words):
    form = settings(manager, "screens")
    form.press("add screens")
    assert form.press("publish", SCREEN | {f"screens.+1.{of}": text}).status_code == 422
    assert form.faults == {f"screens.+1.{of}": words}
    assert here().screens == ()
