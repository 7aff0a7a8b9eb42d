"""A counter is one person's: taken, taken over, left; and a desk that lost its counter shows so and changes nothing."""

from __future__ import annotations

import pytest
from werkzeug.routing import Rule

from server.domain.people import Job
from tests.support.desk import COLLEAGUE, FIRST, HERE, NAME, NEXT, PASSWORD, Sheet, numbers, read, staffed
from tests.support.devices import SITE, Mediator
from tests.support.hands import Hands
from tests.web.conftest import house_of


@pytest.fixture
def zoe_sits(app, zoe):
    """Zoé, at counter 1."""
    zoe.open(f"{SITE}/1")
    return zoe


@pytest.fixture
def karim(app, zoe):
    """Karim, signed in beside her."""
    colleague = Mediator(app)
    colleague.sign_in(COLLEAGUE, PASSWORD)
    colleague.open(SITE)
    return colleague


def test_a_free_counter_is_taken_by_its_button(app, zoe):
    zoe.page = zoe.http.get(f"/staff/{SITE}/1").text
    assert "Ce guichet est libre." in read(zoe.page)
    answer = zoe.take(f"{SITE}/1")
    assert (answer.status_code, answer.location) == (303, HERE)
    zoe.page = zoe.http.get(HERE).text
    assert "Vous êtes libre" in read(zoe.page)


def test_looking_at_a_counter_takes_nothing(app, zoe, everything):
    before = everything()
    zoe.http.get(f"/staff/{SITE}/1")
    zoe.http.get(f"/staff/{SITE}")
    assert everything() == before


def test_whoever_comes_to_a_taken_counter_is_asked(zoe_sits, karim):
    karim.take(f"{SITE}/1")
    karim.open(f"{SITE}/1")
    assert "Zoé Martin est à ce guichet depuis" in read(karim.page)
    assert "Prendre sa place ?" in read(karim.page)
    assert 'name="over" value="yes"' in karim.page
    assert NEXT not in karim.page


def test_the_desk_of_whoever_was_taken_over_says_who_sits_there(zoe_sits, karim):
    karim.take(f"{SITE}/1", over="yes")
    page = zoe_sits.http.get(f"{HERE}/now?held").text
    assert "Karim Benali est à ce guichet depuis" in read(page)
    assert ">Reprendre</button>" in page
    assert NEXT not in page


def test_a_press_at_a_lost_desk_is_refused_and_shows_why(zoe_sits, karim, device, everything):
    device("kiosk").issue()
    zoe_sits.open(f"{SITE}/1")
    karim.take(f"{SITE}/1", over="yes")
    before = everything()
    zoe_sits.press(NEXT)
    assert "data-notice>Quelqu’un d’autre est à ce guichet." in zoe_sits.page
    assert "Karim Benali est à ce guichet" in read(zoe_sits.page)
    assert everything() == before


def test_no_address_beneath_a_counter_changes_anything_for_who_sits_elsewhere(app, zoe, karim, everything, device):
    zoe.open(f"{SITE}/1")
    device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    rules: list[Rule] = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/staff/<site_id>/<counter_id>/") and "POST" in (rule.methods or ())
    ]
    pressed = [rule for rule in rules if not rule.rule.endswith(("/seat", "/leave"))]
    assert len(pressed) >= 8
    before = everything()
    fields = {"need": "papiers", "language": "fr", "open": "", "issuing": "", "bare": "yes", "to_need": "energie"}
    for rule in pressed:
        verbs = ("serve", "complete", "transfer", "undo", "no_show") if "verb" in rule.arguments else ("",)
        for verb in verbs:
            named = {"site_id": SITE, "counter_id": "1", "ticket_id": FIRST, "printer": "accueil", "verb": verb}
            _, address = rule.build({name: named[name] for name in rule.arguments})
            answer = karim.http.post(
                address, data=fields | {"request_id": f"{address} pressed"[-100:]}, headers={"X-CSRFToken": karim.csrf}
            )
            assert answer.status_code in {200, 404, 409}, (address, answer.text)
    assert everything() == before


def test_the_counters_page_shows_who_sits_where_and_which_rest(zoe_sits, karim):
    Sheet.opened(zoe_sits, 'id="close-counter"').press('data-why="meeting"')
    karim.open(SITE)
    page = read(karim.page)
    assert "Zoé Martin, depuis" in page
    assert "en réunion depuis" in page
    assert page.count("libre") == 3
    assert "vous y êtes depuis" in read(zoe_sits.http.get(f"/staff/{SITE}").text)


def test_words_of_ones_own_tell_why_a_counter_is_closed(zoe_sits, karim):
    sheet = Sheet.opened(zoe_sits, 'id="close-counter"')
    assert 'maxlength="80"' in sheet.page
    zoe_sits.send(
        f"{HERE}/counter", {"request_id": "closes", "open": "", "why": "J’accompagne <b>quelqu’un</b>" + "x" * 80}
    )
    karim.open(SITE)
    assert "J’accompagne &lt;b&gt;quelqu’un&lt;/b&gt;xxx" in karim.page
    assert "x" * 60 not in karim.page


def test_who_leaves_a_counter_frees_it(zoe_sits, karim):
    form = {"csrf_token": zoe_sits.csrf, "request_id": "leaves"}
    answer = zoe_sits.http.post(f"{HERE}/leave", data=form)
    assert (answer.status_code, answer.location) == (303, f"/staff/{SITE}")
    karim.open(f"{SITE}/1")
    assert NEXT in karim.page


def sits_alone(own_app):
    """Zoé at counter 1, where the records may change; and Karim, who looks."""
    zoe, karim = staffed(own_app, house_of(own_app)), Mediator(own_app)
    karim.sign_in(COLLEAGUE, PASSWORD)
    karim.open(SITE)
    zoe.open(f"{SITE}/1")
    return zoe, karim


def signs_out(mediator):
    assert mediator.http.post("/staff/sign-out", data={"csrf_token": mediator.csrf}).status_code == 302


def test_who_signs_out_leaves_their_counter(own_app):
    zoe, karim = sits_alone(own_app)
    karim.take(f"{SITE}/2")
    signs_out(zoe)
    karim.open(f"{SITE}/2")
    assert NEXT in karim.page
    karim.open(SITE)
    assert "Zoé Martin" not in read(karim.page)


def test_who_signs_out_with_somebody_in_hand_leaves_them_to_the_colleagues(own_app, own_device):
    zoe, karim = sits_alone(own_app)
    own_device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    signs_out(zoe)
    karim.open(SITE)
    assert "Zoé Martin" not in read(karim.page)
    assert "avec A001" in read(karim.page)
    karim.open(f"{SITE}/2")
    assert numbers(karim.page, "alone") == ["A001"]


def test_who_signs_out_on_a_second_device_stays_at_their_counter(own_app, own_device):
    zoe, karim = sits_alone(own_app)
    own_device("kiosk").issue()
    zoe.open(f"{SITE}/1")
    zoe.press(NEXT)
    phone = Mediator(own_app)
    phone.sign_in(NAME, PASSWORD)
    phone.open(SITE)
    signs_out(phone)
    assert 'data-hand="A001"' in zoe.seen(f"{SITE}/1")
    signs_out(zoe)
    karim.open(SITE)
    assert "Zoé Martin" not in read(karim.page)


def test_a_browser_that_was_only_closed_keeps_nobody_at_their_counter(own_app):
    zoe, karim = sits_alone(own_app)
    Mediator(own_app).sign_in(NAME, PASSWORD)
    Hands(house_of(own_app).people.store).move(minutes=5)
    signs_out(zoe)
    karim.open(SITE)
    assert "Zoé Martin" not in read(karim.page)


def test_who_takes_another_counter_leaves_the_first(zoe_sits, karim):
    zoe_sits.open(f"{SITE}/2")
    assert "Vous n’êtes plus à ce guichet." in zoe_sits.send(f"{HERE}/call", {"request_id": "late"}).text
    karim.open(f"{SITE}/1")
    assert NEXT in karim.page


def test_the_person_in_hand_stays_with_the_counter(zoe_sits, karim, device):
    device("kiosk").issue()
    zoe_sits.open(f"{SITE}/1")
    zoe_sits.press(NEXT)
    karim.open(SITE)
    assert "avec A001" in read(karim.page)
    karim.take(f"{SITE}/1", over="yes")
    karim.open(f"{SITE}/1")
    assert 'data-hand="A001"' in karim.page


def test_a_manager_takes_a_counter_like_everybody_else(own_app):
    mediator = staffed(own_app, house_of(own_app))
    mediator.open(f"{SITE}/1")
    house_of(own_app).people.add("Awa Diop", Job.MANAGER, PASSWORD)
    manager = Mediator(own_app)
    manager.sign_in("Awa Diop", PASSWORD)
    manager.open(f"{SITE}/1")
    assert "Zoé Martin est à ce guichet" in read(manager.page)
    manager.open(f"{SITE}/2")
    assert "Vous êtes libre" in read(manager.page)


def test_all_keys_are_told_in_one_sheet(zoe_sits):
    page = Sheet.opened(zoe_sits, 'data-key="?"').page
    for key in ("Espace", "R", "P", "A", "T", "M", "F", "Z", "I", "G", "V", "D", "U", "O", "?", "Échap"):
        assert f"<kbd>{key}</kbd>" in page
