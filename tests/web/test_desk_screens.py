"""What the desk tells of each screen and each kiosk: how it is, since when, and whether it shows the truth."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from server.domain.hours import Hours, Window
from server.queues.keys import DEVICE_SILENT_MS
from server.records.tables import ScreenRow, SiteRow
from tests.support.devices import SITE
from tests.support.walls import HERE, SCREEN, age_changes, plain, says
from tests.web.conftest import house_of


@pytest.fixture
def told(zoe, app):
    """A function that gives what the page tells of a device, as people read it, and how urgent it is."""

    def tell(device_id):
        page = zoe.http.get(HERE).text
        row, part = f'<li data-number="{device_id.partition(":")[0]}"', f'<li data-device="{device_id}"'
        found = re.search(rf'{row}.*?{part}.*?data-urgency="(\w+)".*?</li>', page, re.DOTALL)
        assert found, page
        caption = re.search(rf'<p data-on="{device_id}">.*?</p>', page, re.DOTALL)
        return plain(found[0]), found[1], plain(caption[0]) if caption else ""

    return tell


def test_a_screen_that_does_all_it_should_is_told_in_one_calm_line(screen, told):
    line, urgency, caption = told(screen())
    assert urgency == "calm"
    assert re.search(r"Écran de la salle d’attente Écran n° \d+, relié le [\d/]+ depuis \d+ h \d\d: connecté", line)
    for words in ("connecté", "montre les bons appels", "à jour", "son actif", "dernier signe il y a 0 s"):
        assert words in caption


def test_a_kiosk_is_told_with_its_volume(kiosk, told):
    line, urgency, _ = told(kiosk())
    assert urgency == "calm"
    for words in ("Borne n°", "prête", "à jour", "son à 3 sur 5", "dernier signe il y a 0 s"):
        assert words in line
    assert "quelqu’un s’en sert" in told(kiosk(state="used"))[0]


@pytest.mark.parametrize(
    ("said", "urgency", "words", "act"),
    [
        ({"sound": "locked"}, "soon", "son bloqué", "Touchez l’écran une fois, ou appuyez sur une touche."),
        ({"sound": "muted"}, "calm", "silence à cette heure", ""),
        ({"sound": "off"}, "calm", "sans son", ""),
        ({"state": "stale"}, "soon", "connexion trop lente", "Vérifiez sa connexion au réseau."),
        ({"state": "offline"}, "soon", "non connecté", "Vérifiez sa connexion au réseau."),
        ({"build": "another"}, "calm", "ancienne version", ""),
        ({"screen": "cave"}, "soon", "le site n’a pas d’écran « cave »: il montre tout", "Corrigez l’adresse"),
    ],
)
def test_what_is_not_as_it_should_be_is_told_with_what_to_do(screen, told, said, urgency, words, act):
    line, found, caption = told(screen(**said))
    assert found == urgency
    assert words in line + caption
    assert act in line + caption
    if urgency != "calm":
        assert words in line, "what needs a hand stands in the list, not only beneath the copy"


def test_a_page_that_does_not_know_its_build_is_called_neither_old_nor_new(screen, told):
    caption = told(screen(build=""))[2]
    assert "version" not in caption
    assert "à jour" not in caption


def test_a_screen_that_is_silent_is_told_with_since_when(screen, told, fall_silent):
    wall = screen(sound="locked")
    fall_silent(wall)
    line, urgency, caption = told(wall)
    assert urgency == "now"
    assert re.search(r"depuis (hier à )?\d+ h \d\d: silencieux. Vérifiez que l’écran et son ordinateur", line)
    assert "son bloqué" not in line + caption, "nobody knows that of a silent screen"


def test_a_silent_kiosk_is_told_as_a_kiosk(kiosk, told, fall_silent):
    borne = kiosk()
    fall_silent(borne)
    assert "silencieuse. Vérifiez que la borne est allumée." in told(borne)[0]


def test_a_device_is_not_silent_before_a_minute(screen, told, fall_silent):
    wall = screen()
    fall_silent(wall, timedelta(milliseconds=DEVICE_SILENT_MS - 5_000))
    assert "silencieux" not in told(wall)[0]


def test_nobody_has_to_walk_to_a_screen_that_another_one_replaces(screen, told, device, fall_silent, shared_token):
    wall = screen()
    fall_silent(wall)
    other = type(device("display"))(device("display").http.application, shared_token(SITE, "display"))
    other.token = house_of(other.http.application).devices.create(SITE, "display")
    says(other, **SCREEN)
    line, urgency, _ = told(wall)
    assert ("silencieux" in line, urgency) == (True, "calm")
    assert f"Écran n° {wall}" in line, "two that are called alike have their number"


def test_a_screen_that_shows_what_the_server_has_not_is_told(screen, told, device, valkey):
    device("kiosk").issue()
    age_changes(valkey.client, 6)
    line, urgency, _ = told(screen(hash="00000000"))
    assert urgency == "now"
    assert "ne montre pas les bons appels. Rechargez la page de l’écran." in line


def test_a_change_has_the_time_to_arrive(screen, told, device):
    wall = screen()
    device("kiosk").issue()
    assert "se met à jour" in told(wall)[2]
    # It speaks at once after the change, and still holds the board before it.
    screen(hash="00000000")
    assert "se met à jour" in told(wall)[2]


def test_a_screen_that_has_not_spoken_since_a_change_is_given_the_time(screen, told, device, valkey, fall_silent):
    wall = screen()
    fall_silent(wall, timedelta(seconds=14))
    device("kiosk").issue()
    age_changes(valkey.client, 6)
    _, urgency, caption = told(wall)
    assert ("se met à jour" in caption, urgency) == (True, "calm")


def test_each_screen_is_held_against_its_own_board(own_app, own_device, own_desk):
    with house_of(own_app).catalogue.store.session() as session:
        session.get_one(SiteRow, SITE).screens = [
            ScreenRow(
                id="etage", position=0, name="Étage", counters=["2"], needs=[], distance_m=4.0, diagonal_in=43.0,
                voice=True, mute=[], ways={},
            )
        ]  # fmt: skip
    house_of(own_app).catalogue._read.clear()
    own_device("kiosk").issue()
    own_device("counter").call("1")
    wall = own_device("display")
    boards = [wall.get(f"/board?screen={screen}").json["hash"] for screen in ("", "etage")]
    assert boards[0] != boards[1]
    says(wall, **SCREEN, screen="etage", hash=boards[1])
    page = own_desk.http.get(HERE).text
    assert f'src="/display/{SITE}/etage?copy"' in page
    assert f'src="/display/{SITE}?copy"' not in page, "the site has screens, and nobody shows the one for everything"
    assert "Écran Étage" in plain(page)
    assert "montre les bons appels" in plain(page)


def test_a_screen_that_the_site_does_not_know_is_called_by_its_address_and_not_by_a_name(screen, told):
    line, _, _ = told(screen(screen="etage"))
    assert "Écran à l’adresse « etage »" in line
    assert "Etage" not in line


@pytest.mark.parametrize(("closed_min_ago", "verdict"), [(0, "se met à jour"), (60, "ne montre pas")])
def test_the_turn_of_an_opening_has_the_time_to_arrive(
    own_app, own_device, own_desk, valkey, monkeypatch, closed_min_ago, verdict
):
    """An opening ends by the clock: no change tells of it, and a screen hears of it within 15 s."""
    own_device("kiosk").issue()
    age_changes(valkey.client, 3600)
    closed_at = datetime.now(UTC) - timedelta(minutes=closed_min_ago, seconds=1)
    ms = int(closed_at.timestamp() * 1000)
    monkeypatch.setattr(Hours, "windows", lambda *_: (Window(ms - 3_600_000, ms - 1_800_000, ms),))
    says(own_device("display"), **SCREEN, hash="00000000")
    assert verdict in plain(own_desk.http.get(HERE).text)
