"""The settings' forms: what is typed is published as it stands, or refused beside its field with everything kept."""

from __future__ import annotations

import pytest

from server.records.trail import Trail
from tests.support.devices import SITE
from tests.support.settings import Form, settings
from tests.web.conftest import house_of

ROOMS = ("site", "hours", "needs", "counters", "messages", "notices", "priorities", "screens", "requests")


@pytest.mark.parametrize("room", ROOMS)
def test_a_form_that_is_published_as_it_is_changes_nothing(manager, here, room):
    before = here()
    settings(manager, room).publish()
    assert here() == before


def test_what_was_published_is_said_once(manager):
    form = settings(manager, "needs")
    form.publish({"needs.papiers.name": "Papiers"})
    assert "Publié. Les bornes et les écrans suivent." in Form(manager, form.address).page
    assert "Publié." not in Form(manager, form.address).page


def test_the_trail_tells_who_published_what(manager, own_app):
    settings(manager, "needs").publish({"needs.papiers.name": "Papiers d’identité"})
    trail = Trail(house_of(own_app).catalogue.store).newest((SITE,), 20)
    [entry] = [entry for entry in trail if entry.change.what == "site.changed"]
    assert (entry.change.what, entry.change.about, entry.by.name) == ("site.changed", "needs", "manager etats-unis")
    assert entry.change.detail["after"]["papiers"]["name"] == "Papiers d’identité"


PUBLISHED = [
    ("site", {"site.site.name": "Maison"}, lambda site: site.name == "Maison"),
    ("site", {"site.site.open": None}, lambda site: not site.open),
    ("site", {"site.site.next_completes": None}, lambda site: not site.next_completes),
    ("site", {"site.site.recalls_before_absent": "5"}, lambda site: site.recalls_before_absent == 5),
    ("site", {"languages.tr.spoken": None}, lambda site: "tr" not in site.languages and "ar" in site.languages),
    ("needs", {"needs.papiers.letter": "z"}, lambda site: site.need("papiers").letter == "Z"),
    ("needs", {"needs.papiers.labels.tr": "Kâğıtlar"}, lambda site: site.need("papiers").labels["tr"] == "Kâğıtlar"),
    ("needs", {"needs.papiers.labels.tr": " "}, lambda site: "tr" not in site.need("papiers").labels),
    ("needs", {"needs.papiers.limit": "12"}, lambda site: site.need("papiers").limit == 12),
    ("needs", {"needs.papiers.pictogram": "globe"}, lambda site: site.need("papiers").pictogram == "globe"),
    ("counters", {"counters.2.label": "Accueil"}, lambda site: site.counter("2").label == "Accueil"),
    ("counters", {"counters.2.way": "up"}, lambda site: site.counter("2").way == "up"),
    ("counters", {"counters.2.place.fr": "1er étage"}, lambda site: site.counter("2").place == {"fr": "1er étage"}),
    ("counters", {"counters.2.needs": ["aide"]}, lambda site: site.counter("2").needs == ("aide",)),
    ("messages", {"messages.question.texts.fr": "Venez."}, lambda site: site.messages[0].texts["fr"] == "Venez."),
    ("notices", {"notices.panne.texts.fr": "Panne."}, lambda site: site.notice("panne").texts["fr"] == "Panne."),
    ("priorities", {"priorities.handicap.minutes": "45"}, lambda site: site.priority("handicap").minutes == 45),
    ("priorities", {"priorities.grossesse.kiosk": "yes"}, lambda site: site.priority("grossesse").kiosk),
    ("requests", {"visits.visits.asks": ["age", "requests"]}, lambda site: site.visit_asks == ("requests", "age")),
]


@pytest.mark.parametrize(("room", "typed", "holds"), PUBLISHED)
def test_what_is_typed_is_what_the_site_has_then(manager, here, room, typed, holds):
    assert not holds(here())
    settings(manager, room).publish(typed)
    assert holds(here())


REFUSED = [
    ("site", {"site.site.name": "   "}, "Écrivez quelque chose ici."),
    ("site", {"site.site.name": "x" * 201}, "C’est trop long\u202f: 200 signes au plus."),
    ("site", {"site.site.recalls_before_absent": "0"}, "Écrivez un nombre entier de 1 à 20."),
    ("site", {"site.site.recalls_before_absent": "trois"}, "Écrivez un nombre entier de 1 à 20."),
    ("needs", {"needs.papiers.name": ""}, "Écrivez quelque chose ici."),
    ("needs", {"needs.papiers.labels.fr": ""}, "Écrivez le texte en français."),
    ("needs", {"needs.papiers.labels.zh": "证" * 201}, "C’est trop long\u202f: 200 signes au plus."),
    ("needs", {"needs.papiers.letter": "7"}, "Écrivez une lettre de A à Z."),
    ("needs", {"needs.papiers.letter": "É"}, "Écrivez une lettre de A à Z."),
    ("needs", {"needs.allocations.letter": "a"}, "Cette lettre est déjà prise. Choisissez-en une autre."),
    ("needs", {"needs.papiers.limit": "0"}, "Écrivez un nombre d’au moins 1."),
    ("needs", {"needs.papiers.limit": "beaucoup"}, "Écrivez un nombre."),
    ("needs", {"needs.papiers.colour": "red"}, "Choisissez dans la liste."),
    ("needs", {"needs.papiers.shape": None}, "Choisissez dans la liste."),
    ("counters", {"counters.2.label": "Guichet 1"}, "Ce nom est déjà pris. Choisissez-en un autre."),
    ("counters", {"counters.2.place.fr": "x" * 41}, "C’est trop long\u202f: 40 signes au plus."),
    ("messages", {"messages.question.texts.fr": ""}, "Écrivez le texte en français."),
    ("notices", {"notices.panne.texts.fr": ""}, "Écrivez le texte en français."),
    ("priorities", {"priorities.handicap.minutes": "241"}, "Écrivez un nombre d’au plus 240."),
    ("priorities", {"priorities.handicap.minutes": ""}, "Écrivez un nombre."),
]


@pytest.mark.parametrize(("room", "typed", "words"), REFUSED)
def test_what_cannot_be_is_told_beside_its_field_and_everything_is_kept(manager, here, room, typed, words):
    before, form = here(), settings(manager, room)
    kept = form.typed
    answer = form.press("publish", typed)
    [(name, value)] = typed.items()
    assert answer.status_code == 422
    assert form.faults == {name: words}
    assert "Il reste une chose à corriger. Rien n’est encore publié." in form.page
    kept.setlist(name, [] if value is None else [" ".join(value.split())])
    assert dict(form.typed.lists()) == {each: values for each, values in kept.lists() if values}
    assert here() == before
