"""What the desk tells of screens and kiosks: a copy of each screen, how each device is, and which needs a hand."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from server.builds import DISPLAY
from server.domain.hours import Hours, Window
from server.queues.keys import DEVICE_SILENT_MS, base
from server.records.tables import ScreenRow, SiteRow
from tests.support.desk import read
from tests.support.devices import SITE
from tests.web.conftest import house_of

HERE = f"/staff/{SITE}/devices"
SCREEN = {"state": "live", "sound": "on", "build": DISPLAY, "size": "1920x1080"}
KIOSK = {"state": "rest", "sound": "on", "volume": 3}


def plain(page):
    """The page as people read it, blanks of one kind, and no blank before a stop."""
    return re.sub(r" ([.,:])", r"\1", re.sub(r"\s+", " ", read(page).replace("\u00a0", " ")))


def says(device, **body):
    """A device says how it is. A screen shows what the server has, unless it is said otherwise."""
    answer = device.ask("PUT", f"{device.at}/devices/self", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json["id"]


@pytest.fixture
def screen(device):
    """A function by which a screen says how it is: by default it shows what the server has."""
    wall = device("display")

    def say(**more):
        board = wall.get(f"/board?screen={more.get('screen', '')}").json
        return says(wall, **SCREEN | {"version": board["version"], "hash": board["hash"]} | more)

    return say


@pytest.fixture
def kiosk(app, device):
    """A function by which a kiosk says how it is."""
    return lambda **more: says(device("kiosk"), **KIOSK | {"build": app.config["KIOSK_BUILD"]} | more)


@pytest.fixture
def fall_silent(valkey):
    """A function that lets a device have been silent for a minute, or for a given time."""

    def fall(device_id, silent=timedelta(milliseconds=DEVICE_SILENT_MS + 1)):
        valkey.client.zincrby(f"{base(SITE)}devices", -silent.total_seconds() * 1000, device_id)

    return fall


@pytest.fixture
def age_changes(valkey):
    """A function that lets the queue's last change lie further back."""
    return lambda seconds: valkey.client.hincrby(f"{base(SITE)}site", "clock", -1000 * seconds)


@pytest.fixture
def told(zoe, app):
    """A function that gives what the page tells of a device, as people read it, and how urgent it is."""

    def tell(device_id):
        page = zoe.http.get(HERE).text
        found = re.search(rf'<li data-device="{device_id}".*?data-urgency="(\w+)".*?</li>', page, re.DOTALL)
        assert found, page
        caption = re.search(rf'<p data-on="{device_id}">.*?</p>', page, re.DOTALL)
        return plain(found[0]), found[1], plain(caption[0]) if caption else ""

    return tell


def hands(desk):
    """What the desk of a counter says of devices, and of how many."""
    page = desk.http.get(f"/staff/{SITE}/1/now").text
    found = re.search(r'<div class="hands" data-hands="(\d+)".*?</div>', page, re.DOTALL)
    return int(found[1]), plain(found[0])


def test_a_screen_that_does_all_it_should_is_told_in_one_calm_line(screen, told):
    line, urgency, caption = told(screen())
    assert urgency == "calm"
    assert re.search(r"Écran de la salle d’attente, depuis \d+ h \d\d: connecté", line)
    for words in ("connecté", "montre ce que le serveur a", "à jour", "son actif", "dernier signe il y a 0 s"):
        assert words in caption


def test_a_kiosk_is_told_with_its_volume(kiosk, told):
    line, urgency, _ = told(kiosk())
    assert urgency == "calm"
    for words in ("Borne, depuis", "prête", "à jour", "son à 3 sur 5", "dernier signe il y a 0 s"):
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
    assert f"(n° {wall})" in line, "two that are called alike have their number"


def test_a_screen_that_shows_what_the_server_has_not_is_told(screen, told, device, age_changes):
    device("kiosk").issue()
    age_changes(6)
    line, urgency, _ = told(screen(hash="00000000"))
    assert urgency == "now"
    assert "ne montre pas ce que le serveur a. Rechargez la page de l’écran." in line


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
    valkey.client.hincrby(f"{base(SITE)}site", "clock", -6_000)
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
    assert "montre ce que le serveur a" in plain(page)


def test_a_site_without_screens_has_a_copy_of_the_one_for_everything(zoe, app):
    page = zoe.http.get(HERE).text
    assert re.findall(r'src="(/display/[^"]+)"', page) == [f"/display/{SITE}?copy"]
    assert "Aucun écran ne montre cette page en ce moment." in page


def test_the_copy_is_as_large_as_the_screen_that_it_copies(screen, zoe):
    screen(size="1080x1920")
    assert 'data-size="1080x1920"' in zoe.http.get(HERE).text


def test_printers_stand_among_the_devices(zoe, device):
    device("printer").announce("accueil", "down", reason="cover_open")
    line = re.search(r'<li data-line="accueil".*?</li>', zoe.http.get(HERE).text, re.DOTALL)[0]
    assert "capot ouvert. Fermez le capot." in plain(line)


def test_a_device_that_was_taken_away_is_followed_no_more_until_it_speaks(zoe, screen, fall_silent):
    wall = screen()
    assert f"forget-{wall}" not in zoe.open(f"{SITE}/devices").text, "one that speaks is not taken away"
    fall_silent(wall)
    zoe.open(f"{SITE}/devices")
    answer = zoe.send(f"{HERE}/{wall}/forgotten", {})
    assert answer.status_code == 200
    assert f'data-device="{wall}"' not in answer.text
    screen()
    assert f'data-device="{wall}"' in zoe.http.get(HERE).text


def test_the_desk_says_nothing_of_devices_while_all_is_well(zoe, screen, kiosk):
    screen()
    kiosk()
    assert hands(zoe)[0] == 0
    assert "silencieu" not in hands(zoe)[1]


def test_the_desk_says_which_device_needs_a_hand(zoe, screen, kiosk, fall_silent):
    kiosk()
    screen(sound="locked")
    count, words = hands(zoe)
    assert count == 1
    assert "Écran de la salle d’attente, depuis" in words
    assert "son bloqué. Touchez l’écran une fois" in words


def test_the_desk_counts_where_several_need_a_hand(zoe, screen, kiosk, fall_silent):
    fall_silent(kiosk())
    screen(sound="locked")
    assert hands(zoe)[0] == 2
    assert "2 appareils demandent un geste." in hands(zoe)[1]


def test_at_night_nobody_is_sent_to_a_screen_that_is_switched_off(own_app, own_device, own_desk, change, valkey):
    wall = own_device("display")
    device_id = says(wall, **SCREEN)
    valkey.client.zincrby(f"{base(SITE)}devices", -DEVICE_SILENT_MS - 1, device_id)
    assert hands(own_desk)[0] == 1
    change(SiteRow, SITE, open=False)
    house_of(own_app).catalogue._read.clear()
    assert hands(own_desk)[0] == 0


@pytest.mark.parametrize(("closed_min_ago", "verdict"), [(0, "se met à jour"), (60, "ne montre pas")])
def test_the_turn_of_an_opening_has_the_time_to_arrive(
    own_app, own_device, own_desk, age_changes, monkeypatch, closed_min_ago, verdict
):
    """An opening ends by the clock: no change tells of it, and a screen hears of it within 15 s."""
    own_device("kiosk").issue()
    age_changes(3600)
    closed_at = datetime.now(UTC) - timedelta(minutes=closed_min_ago, seconds=1)
    ms = int(closed_at.timestamp() * 1000)
    monkeypatch.setattr(Hours, "windows", lambda *_: (Window(ms - 3_600_000, ms - 1_800_000, ms),))
    says(own_device("display"), **SCREEN, hash="00000000")
    assert verdict in plain(own_desk.http.get(HERE).text)


@pytest.mark.parametrize("path", ["", "/now"])
def test_the_page_is_for_who_is_signed_in(app, path):
    assert app.test_client().get(HERE + path).status_code == 401


def test_the_page_is_found_from_the_desk_and_from_the_door(zoe, app):
    for page in (f"/staff/{SITE}", f"/staff/{SITE}/1"):
        assert f'href="{HERE}"' in zoe.http.get(page).text


@pytest.mark.parametrize("page", [f"/display/{SITE}", f"/display/{SITE}/salle"])
def test_a_page_of_ours_may_frame_the_copy_of_a_screen_and_nothing_else(app, page):
    client = app.test_client()
    assert "frame-ancestors 'self'" in client.get(f"{page}?copy").headers["Content-Security-Policy"]
    for other in (page, f"/kiosk/{SITE}?copy", "/staff/?copy", "/t/1-abc?copy", "/display/nulle-part?copy=1"):
        policy = client.get(other).headers["Content-Security-Policy"]
        assert ("frame-ancestors 'none'" in policy) == ("nulle-part" not in other)
