"""Rows of the settings' forms: added, moved and taken away by buttons, without any script and without losing a word."""

from __future__ import annotations

import re

import pytest

from tests.support.devices import SITE
from tests.support.settings import settings


def focused(page):
    """The id of what has the focus."""
    return re.findall(r'id="([^"]+)"[^>]* autofocus', page)


def test_a_row_moves_up_and_nothing_is_published(manager, here):
    form, before = settings(manager, "needs"), here()
    form.press("up needs numerique", {"needs.papiers.name": "À moitié écr"})
    assert form.rows("needs")[:3] == ["papiers", "numerique", "allocations"]
    assert form.fields["needs.papiers.name"] == "À moitié écr"
    assert "Il y a des changements à publier." in form.page
    assert focused(form.page) == ["up-needs-numerique"]
    assert here() == before
    form.publish()
    assert [need.id for need in here().needs][:3] == ["papiers", "numerique", "allocations"]


def test_at_the_end_of_the_list_the_other_button_takes_the_focus(manager):
    form = settings(manager, "needs")
    form.press("up needs allocations")
    assert focused(form.page) == ["down-needs-allocations"]
    assert re.search(r'id="up-needs-allocations"[^>]* disabled', form.page)


def test_a_row_that_is_taken_away_is_gone_with_the_next_publishing(manager, here):
    form = settings(manager, "notices")
    form.press("remove notices panne")
    assert focused(form.page) == ["add-notices"]
    assert "panne" in [notice.id for notice in here().notices]
    form.publish()
    assert "panne" not in [notice.id for notice in here().notices]


def test_a_new_need_gets_an_id_of_its_name_and_every_counter(manager, here):
    form = settings(manager, "needs")
    form.press("add needs")
    assert focused(form.page) == ["needs.+1.name"]
    assert re.search(r"<details[^>]* open\s*>(?:(?!</summary>).)*Nouveau besoin", form.page, re.DOTALL)
    form.publish({"needs.+1.name": "Santé & été", "needs.+1.letter": "S", "needs.+1.labels.fr": "Ma santé"})
    assert here().needs[-1].id == "sante-ete"
    assert all("sante-ete" in counter.needs for counter in here().counters)


def test_two_new_rows_of_one_name_have_two_ids(manager, here):
    form = settings(manager, "messages")
    form.press("add messages")
    form.press("add messages", {"messages.+1.texts.fr": "Un café ?"})
    form.publish({"messages.+2.texts.fr": "Un café ?"})
    assert [message.id for message in here().messages] == ["question", "un-cafe", "un-cafe-2"]


def test_a_new_counter_has_the_number_after_the_highest_also_after_one_was_taken_away(manager, here):
    form = settings(manager, "counters")
    form.press("remove counters 4")
    form.press("add counters")
    form.publish({"counters.+1.label": "Guichet 5", "counters.+1.needs": ["aide"]})
    assert [counter.id for counter in here().counters] == ["1", "2", "3", "5"]


def test_the_last_need_stays(manager, here):
    form, before = settings(manager, "needs"), here()
    for need in before.needs:
        form.press(f"remove needs {need.id}")
    assert form.press("publish").status_code == 422
    assert form.faults == {"add-needs": "Gardez au moins un besoin."}
    assert here() == before


def test_languages_are_offered_in_the_order_of_their_rows(manager, here):
    form = settings(manager, "site")
    form.press("up languages en")
    form.publish({"languages.sq.spoken": None})
    assert here().languages == ("fr", "en", "ar", "tr", "pt", "es", "ro", "ru", "uk", "fa", "zh")


def test_texts_of_a_language_that_the_site_gave_up_are_kept_for_later(manager, here):
    settings(manager, "site").publish({"languages.tr.spoken": None})
    settings(manager, "needs").publish({"needs.papiers.name": "Papiers"})
    assert here().need("papiers").labels["tr"] == "Belgelerim ve işlemlerim"


def test_which_languages_miss_a_text_is_told_on_the_tile_and_beside_the_text(manager):
    settings(manager, "needs").publish({"needs.papiers.labels.tr": "", "needs.papiers.labels.zh": ""})
    assert "2 textes manquent" in manager.http.get(f"/staff/{SITE}/settings").text
    assert "manque\u202f: turc, chinois" in settings(manager, "needs").page


def test_a_text_that_says_nothing_at_all_misses_no_language(manager):
    assert "manque" not in settings(manager, "counters").page
    settings(manager, "counters").publish({"counters.1.place.fr": "1er étage"})
    assert settings(manager, "counters").page.count("manque\u202f: arabe, anglais, turc") == 1


def test_an_operator_that_is_added_can_be_chosen_at_the_desk(manager, here):
    form = settings(manager, "requests")
    form.press("add operators")
    form.publish({"operators.+1.name": "Mission locale"})
    assert here().operators[-1].name == "Mission locale"


@pytest.mark.parametrize(
    "act",
    [
        "up needs papiers",
        "down needs aide",
        "up needs nobody",
        "add people",
        "remove site site",
        "sideways needs papiers",
        "up",
        "",
    ],
)
def test_an_act_that_no_button_makes_is_none(manager, here, act):
    before = here()
    assert settings(manager, "needs").press(act).status_code == 400
    assert here() == before


@pytest.mark.parametrize(
    "typed",
    [
        {"revision": "one"},
        {"revision": None},
        {"needs": ["papiers", "papiers"]},
        {"needs": ["../../etc"]},
        {"needs": [f"n{n}" for n in range(61)]},
    ],
)
def test_a_form_that_no_page_of_ours_sends_is_refused(manager, here, typed):
    before = here()
    assert settings(manager, "needs").press("publish", typed).status_code == 400
    assert here() == before


def test_sixty_rows_are_as_many_as_a_list_takes(manager):
    form = settings(manager, "messages")
    for _ in range(70):
        form.press("add messages")
    assert len(form.rows("messages")) == 60
