"""The screens of a site over HTTP: what the site says of them, what each is told, how one knows the truth."""

from __future__ import annotations

import pytest

from server.domain.screens import Way
from server.records.tables import CounterRow, MessageRow, ScreenRow
from tests.web.conftest import SITE, house_of

UPSTAIRS = {
    "id": "etage",
    "name": "Premier étage",
    "counters": ["3", "4"],
    "needs": [],
    "distance_m": 6.0,
    "diagonal_in": 65.0,
    "voice": False,
    "mute": ["12:00-14:00"],
    "ways": {"3": "left"},
}
MESSAGE = {"id": "accueil", "texts": {"fr": "Une question ? Venez à l’accueil."}}


@pytest.fixture
def write(own_app):
    """A function that writes into the records and has the application know at once."""

    def put(*rows, **counter):
        with house_of(own_app).catalogue.store.session() as session:
            for row in rows:
                session.merge(row)
            if counter:
                kept = session.get_one(CounterRow, (SITE, "3"))
                for name, value in counter.items():
                    setattr(kept, name, value)
        house_of(own_app).catalogue._read.clear()

    return put


@pytest.fixture
def display(own_device, write):
    """A display of a site with one screen for two counters, and one message."""
    write(
        ScreenRow(site_id=SITE, position=0, **UPSTAIRS),
        MessageRow(site_id=SITE, position=0, **MESSAGE),
        way=Way.RIGHT,
        place={"fr": "1er étage", "en": "first floor"},
    )
    return own_device("display")


def board(display, screen=""):
    answer = display.get(f"/board?screen={screen}")
    assert answer.status_code == 200
    return answer.json


def test_the_site_tells_its_screens_and_messages_as_they_were_written(display):
    site = display.get().json
    assert site["screens"] == [UPSTAIRS]
    written = [message for message in site["messages"] if message["id"] == MESSAGE["id"]]
    assert written == [MESSAGE]


def test_a_counter_says_where_it_lies_and_one_of_which_nobody_has_said_it_does_not(display):
    counters = {each["id"]: each for each in display.get().json["counters"]}
    assert (counters["3"]["way"], counters["3"]["place"]) == ("right", {"fr": "1er étage", "en": "first floor"})
    assert (counters["1"]["way"], counters["1"]["place"]) == (None, {})


def test_a_screen_is_told_the_calls_of_its_counters_and_says_whose_board_it_is(display, own_device):
    for counter in ("1", "3"):
        own_device("kiosk").issue()
        own_device("counter").call(counter)
    seen = board(display, "etage")
    assert (seen["screen"], [call["counter"] for call in seen["calls"]]) == ("etage", ["3"])
    everything = board(display)
    assert (everything["screen"], [call["counter"] for call in everything["calls"]]) == (None, ["3", "1"])


def test_a_screen_that_nobody_knows_shows_the_whole_site(display, own_device):
    own_device("kiosk").issue()
    own_device("counter").call("1")
    seen = board(display, "ailleurs")
    assert (seen["screen"], len(seen["calls"])) == (None, 1)


def test_what_fell_between_two_boards_is_asked_for_by_seq_and_by_screen(display, own_device):
    for counter in ("1", "3", "4"):
        own_device("kiosk").issue()
        own_device("counter").call(counter)
    first, *_ = reversed(board(display)["calls"])
    missed = display.get(f"/calls?after={first['seq']}").json["calls"]
    assert [call["counter"] for call in missed] == ["3", "4"]
    assert missed == board(display)["calls"][1::-1]
    assert [call["counter"] for call in display.get("/calls?after=0&screen=etage").json["calls"]] == ["3", "4"]


@pytest.mark.parametrize("after", ["", "-1", "x", "1.5", str(2**60)])
def test_a_seq_that_is_none_is_refused(display, after):
    answer = display.get(f"/calls?after={after}")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid_field")


def test_boards_that_say_the_same_have_one_hash_whatever_their_time_and_version(display, own_device):
    own_device("kiosk").issue()
    own_device("counter").call("3")
    before = board(display)
    ticket = own_device("kiosk").issue().json
    own_device("counter").move(ticket["id"], "cancel")
    after = board(display)
    assert after["version"] > before["version"]
    assert after["hash"] == before["hash"]


def test_a_call_a_recall_and_one_more_who_waits_each_make_another_hash(display, own_device):
    seen = [board(display)["hash"]]
    ticket = own_device("kiosk").issue().json
    seen.append(board(display)["hash"])
    own_device("counter").call("3")
    seen.append(board(display)["hash"])
    own_device("counter").move(ticket["id"], "recall")
    seen.append(board(display)["hash"])
    own_device("counter").put("/issuing", issuing=False)
    seen.append(board(display)["hash"])
    assert len(set(seen)) == len(seen)


def test_a_hash_is_eight_hexadecimal_digits(display):
    assert len(board(display)["hash"]) == 8
    assert int(board(display)["hash"], 16) >= 0


@pytest.mark.parametrize(
    "news",
    [
        [MessageRow(site_id=SITE, position=0, id="accueil", texts={"fr": "Nous fermons à midi."})],
        [ScreenRow(site_id=SITE, position=0, **(UPSTAIRS | {"distance_m": 4.0}))],
        [ScreenRow(site_id=SITE, position=1, **(UPSTAIRS | {"id": "hall"}))],
    ],
)
def test_the_setup_changes_when_a_message_or_a_screen_does(display, write, news):
    before = board(display)["setup"]
    assert board(display)["setup"] == before
    write(*news)
    assert board(display)["setup"] != before


@pytest.mark.parametrize("news", [{"way": "up"}, {"place": {"fr": "2e étage"}}, {"label": "Bureau 3"}])
def test_the_setup_changes_when_a_counter_moves(display, write, news):
    before = board(display)["setup"]
    write(**news)
    assert board(display)["setup"] != before


def test_the_setup_stays_while_people_come_and_are_called(display, own_device):
    before = board(display)["setup"]
    own_device("kiosk").issue()
    own_device("counter").call("3")
    assert board(display)["setup"] == before


def test_the_page_of_a_screen_is_there_whatever_its_name_but_not_for_a_site_that_is_none(own_app):
    browser = own_app.test_client()
    assert [browser.get(f"/display/{SITE}{part}").status_code for part in ("", "/etage", "/ailleurs")] == [200] * 3
    assert browser.get("/display/nulle-part/etage").status_code == 404
