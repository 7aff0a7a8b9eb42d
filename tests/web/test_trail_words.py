"""What was changed is told in the reader's words: no field, choice or id of the code is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask

from server.domain.hours import WEEKDAYS
from server.domain.people import COMMAND, Job, Role
from server.domain.screens import Way
from server.domain.visits import Ask
from server.records.saving import differences
from server.records.seed_shapes import (
    Seed,
    SeedChoice,
    SeedCounter,
    SeedMessage,
    SeedNeed,
    SeedNotice,
    SeedPriority,
    SeedScreen,
    SeedSite,
)
from server.records.trail import Change, Entry, site_added
from server.staff.settings.choices import COLOURS, LANGUAGES, PICTOGRAMS, SHAPES
from server.staff.trail.lines import line_of
from server.staff.words import can_say, say
from server.told.languages import language_name
from server.told.words import speak
from tests.support.duchere import ENERGY, PAPERS, PLAIN, RICH

SHAPED = (SeedSite, Seed, SeedNeed, SeedCounter, SeedPriority, SeedNotice, SeedMessage, SeedScreen, SeedChoice)
NEVER_TOLD = {"id", "asks_priority"}
"""The one is how the trail finds a thing; the other is the same in every form of a site."""
FIELDS = {field for shape in SHAPED for field in shape.model_fields} - NEVER_TOLD
FIELDS |= {*WEEKDAYS, "order", "job", "role", "left", "low"}

CHOICES = {
    "way": [way.value for way in Way],
    "colour": COLOURS,
    "shape": SHAPES,
    "pictogram": PICTOGRAMS,
    "trail-value": [each.value for each in (*Role, *Job, *Ask)],
}

DRAWN = replace(PAPERS, pictogram="hand-coins", colour="slate", shape="diamond", hints={"fr": "carte", "zh": "证"})
OTHER = replace(
    RICH,
    needs=(DRAWN, ENERGY),
    counters=tuple(replace(each, way=Way.DOWN, needs=("papiers",)) for each in RICH.counters),
    visit_asks=("requests", "difficulty", "sex", "residence"),
)
CHANGES = [
    *(change for pair in ((PLAIN, RICH), (RICH, PLAIN), (RICH, OTHER)) for change in differences(*pair)),
    Change("site.reread", "duchere", "duchere", {"after": {"needs.papiers.labels": ["ar", "en"]}}),
    Change("site.added", "duchere", "duchere", {"name": "La Duchère"}),
    Change("person.added", "1", None, {"name": "Zoé", "job": "manager", "sites": ["duchere"]}),
    Change("person.changed", "1", None, {"before": {"job": "mediator", "sites": []}, "after": {"job": "admin"}}),
    Change("device.added", "7", "duchere", {"role": "kiosk"}),
    Change("device.paired", "7", "duchere", {"role": "display", "name": "Hall"}),
    Change("device.revoked", "7", "duchere", {"role": "printer", "name": "Hall"}),
    Change("device.renamed", "7", "duchere", {"before": "", "after": "Hall"}),
    Change("passes.counted", "duchere", "duchere", {"before": {"left": 3, "low": 2}, "after": {"left": 40, "low": 2}}),
]


def told(change):
    """The differences that the page shows of a change."""
    entry = Entry(1, datetime(2026, 11, 28, tzinfo=UTC), COMMAND, change)
    return line_of(entry, {"duchere": RICH}).differences


def code_words():
    """What the code calls things, but for what is a word of the reader's too."""
    said = {field: say(f"trail-field-{field}") for field in FIELDS}
    said |= {each: say(f"{family}-{each}") for family, chosen in CHOICES.items() for each in chosen}
    said |= {code: language_name(code) for code in LANGUAGES} | {"papiers": "Papiers", "energie": "Énergie"}
    return said.keys() - set(said.values())


def test_every_field_and_every_choice_has_words():
    known = [f"trail-field-{field}" for field in FIELDS]
    known += [f"{family}-{each}" for family, all_of_it in CHOICES.items() for each in all_of_it]
    assert [words for words in sorted(known) if not can_say(words)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.what} {change.about}")
def test_a_change_shows_nothing_that_only_the_code_says(change, language):
    with Flask("words").test_request_context():
        speak(language)
        shown = [word for each in told(change) for word in each.name.split(" · ") if word]
        shown += [word for each in told(change) for side in (each.before, each.after) for word in side.split(", ")]
        assert shown or change.what == "site.added"
        assert [word for word in shown if word in code_words() or word.startswith(("{", "["))] == []


def test_the_changes_of_this_page_reach_every_field_of_a_site():
    reached = {change.about for change in CHANGES if change.what == "site.changed"}
    assert set(SeedSite.model_fields) - NEVER_TOLD - reached == {"timezone"}


def lines(change):
    return {each.name: (each.before, each.after) for each in told(change)}


def test_each_text_stands_beside_what_it_was_with_the_way_to_it():
    after = replace(RICH, needs=(RICH.needs[0], replace(RICH.needs[1], labels={"fr": "Documents", "ar": "أوراق"})))
    [change] = differences(RICH, after)
    assert lines(change) == {"Papiers · phrase · français": ("Papiers", "Documents")}


def test_what_names_other_things_says_how_they_are_called():
    [change] = differences(
        RICH, replace(RICH, counters=(replace(RICH.counters[0], needs=("papiers",), way=None), RICH.counters[1]))
    )
    assert lines(change) == {
        "Bureau · besoins": ("Énergie, Papiers", "Papiers"),
        "Bureau · direction": ("à l’étage au-dessus", ""),
    }
    [change] = differences(RICH, replace(RICH, needs=RICH.needs[::-1]))
    assert lines(change) == {"ordre": ("Énergie, Papiers", "Papiers, Énergie")}


def test_what_has_no_name_goes_by_its_sentence():
    [change] = differences(RICH, replace(RICH, notices=()))
    assert lines(change) == {
        "Complet · texte · français": ("Complet", ""),
        "Complet · texte · anglais": ("Full", ""),
        "ordre": ("Complet", ""),
    }


def test_a_site_that_was_added_is_called_by_its_name():
    entry = Entry(1, datetime(2026, 11, 28, tzinfo=UTC), COMMAND, site_added("duchere", "La Duchère"))
    assert line_of(entry, {}).words.endswith("a ajouté le site La Duchère.")


def test_hours_are_told_by_their_days():
    hours = replace(RICH.hours, weekly={**RICH.hours.weekly, "sunday": RICH.hours.weekly["monday"]}, closures=())
    found = {
        name: sides for change in differences(RICH, replace(RICH, hours=hours)) for name, sides in lines(change).items()
    }
    assert found["dimanche"] == ("", "09:00-12:30, 14:00-17:00")


def test_what_somebody_typed_is_never_taken_for_a_choice():
    [change] = differences(RICH, replace(RICH, topics=(replace(RICH.topics[0], name="left"),)))
    assert lines(change) == {"left · nom": ("Facture", "left")}
