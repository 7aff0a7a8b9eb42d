"""The page of screens and devices: a copy of each screen, every device, and the desk's one line about them."""

from __future__ import annotations

import re

import pytest

from server.records.tables import SiteRow
from tests.support.devices import SITE
from tests.support.walls import HERE, SCREEN, plain, says
from tests.support.walls import fall_silent as silence
from tests.web.conftest import house_of


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


def hands(desk):
    """What the desk of a counter says of devices, and of how many."""
    page = desk.open(f"{SITE}/1").text
    found = re.search(r'<div class="hands" data-hands="(\d+)".*?</div>', page, re.DOTALL)
    return int(found[1]), plain(found[0])


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
    silence(valkey.client, device_id)
    assert hands(own_desk)[0] == 1
    change(SiteRow, SITE, open=False)
    house_of(own_app).catalogue._read.clear()
    assert hands(own_desk)[0] == 0


@pytest.mark.parametrize("path", ["", "/now"])
def test_the_page_is_for_who_is_signed_in(app, path):
    assert app.test_client().get(HERE + path).status_code == 401


def test_the_page_is_found_from_the_desk_and_from_the_door(zoe, app):
    for page in (SITE, f"{SITE}/1"):
        assert f'href="{HERE}"' in zoe.open(page).text


@pytest.mark.parametrize("page", [f"/display/{SITE}", f"/display/{SITE}/salle"])
def test_a_page_of_ours_may_frame_the_copy_of_a_screen_and_nothing_else(app, page):
    client = app.test_client()
    assert "frame-ancestors 'self'" in client.get(f"{page}?copy").headers["Content-Security-Policy"]
    for other in (page, f"/kiosk/{SITE}?copy", "/staff/?copy", "/t/1-abc?copy", "/display/nulle-part?copy=1"):
        policy = client.get(other).headers["Content-Security-Policy"]
        assert ("frame-ancestors 'none'" in policy) == ("nulle-part" not in other)
