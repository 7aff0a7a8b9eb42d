"""What saving settings does beyond the records: the queue, those who wait, a whole file at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.actions import setup
from server.domain.catalogue import Choice
from server.domain.errors import CounterBusyError
from server.domain.people import COMMAND
from server.domain.setup import InvalidSettingError, StaleSettingsError
from server.queues import house as queue_house
from server.queues.news import Change, changes
from server.records.tables import CounterRow
from server.told.setup import told_difference
from tests.support.devices import SITE
from tests.web.conftest import house_of


@pytest.fixture
def house(own_app):
    return house_of(own_app)


@pytest.fixture
def here(house):
    return house.catalogue.site(SITE)


def without(site, counter):
    return replace(site, counters=tuple(each for each in site.counters if each.id != counter))


def test_a_change_is_announced_and_is_no_change_of_the_queue(house, here, own_device):
    heard = changes(house.queue)
    assert next(heard) == [Change(None, jobs=True, about_site=True, setup=True)]
    version = own_device("display").get("/board").json["version"]
    setup.save(house, replace(here, name="Un autre nom"), COMMAND)
    assert next(heard) == [Change(SITE, jobs=False, about_site=True, setup=True)]
    assert own_device("display").get("/board").json["version"] == version


def test_saving_what_stands_there_already_announces_nothing(house, here):
    heard = changes(house.queue)
    next(heard)
    setup.save(house, here, COMMAND)
    setup.save(house, replace(here, name="Un autre nom"), COMMAND)
    assert next(heard) == [Change(SITE, jobs=False, about_site=True, setup=True)]


def test_who_waits_for_a_need_that_is_taken_out_is_called_in_their_turn(house, here, own_device):
    kiosk, desk = own_device("kiosk"), own_device("counter")
    first, second = kiosk.issue("papiers").json, kiosk.issue("energie").json
    setup.save(house, replace(here, needs=here.needs[1:]), COMMAND)
    assert kiosk.issue("papiers").json["code"] == "unknown_need"
    assert kiosk.ask("GET", f"{kiosk.at}/tickets/{second['id']}").json["ahead"] == 1
    assert [desk.call(counter).json["number"] for counter in ("1", "4")] == [first["number"], second["number"]]


def test_who_was_sent_to_a_counter_that_is_taken_out_waits_for_their_need_again(house, here, own_device):
    kiosk, desk = own_device("kiosk"), own_device("counter")
    sent = kiosk.issue("papiers").json
    assert desk.move(sent["id"], "transfer", to_counter="4").status_code == 200
    setup.save(house, without(here, "4"), COMMAND)
    assert desk.call("1").json["id"] == sent["id"]


def test_a_counter_with_somebody_in_hand_is_not_taken_out(house, here, own_device):
    own_device("kiosk").issue()
    own_device("counter").call("4")
    with pytest.raises(CounterBusyError):
        setup.save(house, without(here, "4"), COMMAND)
    assert house.catalogue.site(SITE) == here


def test_a_call_that_comes_just_before_a_counter_is_closed_keeps_it(house, here, own_device, monkeypatch):
    own_device("kiosk").issue()
    desk, set_counter = own_device("counter"), queue_house.set_counter

    def called_meanwhile(queue, site, change, *given):
        if not change.opens:
            desk.call("4")
        return set_counter(queue, site, change, *given)

    monkeypatch.setattr(queue_house, "set_counter", called_meanwhile)
    with pytest.raises(CounterBusyError):
        setup.save(house, without(here, "4"), COMMAND)
    assert house.catalogue.site(SITE) == here
    assert next(each["open"] for each in desk.get("/queue").json["counters"] if each["id"] == "4")


def test_what_would_be_saved_can_be_looked_at_before(house, here):
    need = replace(here.needs[0], labels={"fr": "  Autrement "})
    looked = setup.check(house, replace(here, needs=(need,)))
    assert (looked.needs[0].labels, looked.counters[0].needs) == ({"fr": "Autrement"}, ("papiers",))
    with pytest.raises(InvalidSettingError):
        setup.check(house, replace(here, needs=()))
    assert house.catalogue.site(SITE) == here


def edited(house):
    """What goes out, with some of it changed by hand: a site's name, an operator of all, a new site."""
    text = setup.export(house)
    text = text.replace("PIMMS Médiation, site 2", "La Duchère").replace('name = "CAF"', 'name = "Caf du Rhône"')
    van = '{ id = "unite-mobile",'
    assert van in text
    return text.replace(van, '{ id = "van-2", name = "Le second van", counters = 1 },\n    ' + van)


def test_a_file_is_compared_before_it_is_taken(house):
    differences = setup.compare(house, edited(house))
    told = {each.after.id: told_difference(each) for each in differences}
    assert told["site-3"] == ("Organismes, changés\u00a0: Caf du Rhône.",)
    assert told["van-2"] == ("Nouveau site\u00a0: Le second van.",)
    assert "Nom\u00a0: «\u00a0PIMMS Médiation, site 2\u00a0» devient «\u00a0La Duchère\u00a0»." in told["site-2"]
    assert setup.compare(house, setup.export(house)) == ()


def test_a_file_that_is_taken_adds_and_changes_and_the_second_time_does_nothing(house):
    text = edited(house)
    taken = setup.take(house, text, COMMAND)
    assert {site.id for site in taken} == {"van-2", *house.catalogue.site_ids()}
    assert house.catalogue.site("site-2").name == "La Duchère"
    assert Choice("caf", "Caf du Rhône") in house.catalogue.site("unite-mobile").operators
    assert setup.take(house, text, COMMAND) == ()


def test_a_file_does_not_overwrite_what_others_changed_since_it_was_compared(house, here):
    text = edited(house)
    seen = {each.after.id: each.before.revision if each.before else 0 for each in setup.compare(house, text)}
    setup.save(house, replace(here, name="Entre-temps"), COMMAND)
    with pytest.raises(StaleSettingsError):
        setup.take(house, text, COMMAND, seen)
    assert house.catalogue.site("site-2").name == "PIMMS Médiation, site 2"


def test_one_site_alone_can_go_out(house):
    assert [each.id for each in house.catalogue.sites() if f'id = "{each.id}"' in setup.export(house, ["site-2"])] == [
        "site-2"
    ]


def test_a_need_that_a_counter_still_names_though_it_is_no_more_stops_no_setting(house, here):
    setup.save(house, replace(here, needs=here.needs[1:]), COMMAND)
    with house.catalogue.store.session() as session:
        session.get_one(CounterRow, (SITE, "1")).needs = [here.needs[0].id, here.needs[1].id]
    house.catalogue.forget(SITE)
    after = setup.save(house, replace(house.catalogue.site(SITE), name="Un autre nom"), COMMAND)
    assert after.counter("1").needs == (here.needs[1].id,)
