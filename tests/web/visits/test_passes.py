"""A manager counts the transport passes of a site."""

from __future__ import annotations

import pytest

from server.domain.people import Job
from server.domain.visits import Stock
from server.records.trail import Trail
from tests.support.desk import PASSWORD, read
from tests.support.devices import SITE, Mediator

HERE = f"{SITE}/passes"


@pytest.fixture
def manager(app, house):
    """A manager of the first site, before its passes."""
    if house.people.named("Nadia") is None:
        house.people.add("Nadia", Job.MANAGER, PASSWORD, sites=(SITE,))
    nadia = Mediator(app)
    nadia.sign_in("Nadia", PASSWORD)
    nadia.open(HERE)
    return nadia


@pytest.fixture
def stock(house):
    """A function that reads the stock of a site."""
    return lambda site=SITE: house.visits.stock(house.catalogue.site(site))


def count(manager, **form):
    answer = manager.http.post(f"/staff/{HERE}", data={"csrf_token": manager.csrf} | form)
    manager.page = answer.text
    return answer


def test_before_anybody_has_counted_the_page_says_so(manager):
    assert "Le stock n’est pas compté." in read(manager.page)


def test_what_is_counted_is_kept_and_shown_and_in_the_trail(manager, house, stock):
    assert count(manager, left="40", low="10", reason="livraison du lundi").status_code == 200
    assert stock() == Stock(40, 10)
    assert "Il en reste 40." in read(manager.page)
    assert "data-low" not in manager.page
    entry = Trail(house.catalogue.store).newest((SITE,), 1)[0]
    assert (entry.by.name, entry.change.what, entry.change.reason) == ("Nadia", "passes.counted", "livraison du lundi")


def test_few_passes_are_told_as_few(manager):
    count(manager, left="3", low="10")
    assert "Il en reste 3. C’est peu : rapportez-en, puis notez ici combien il y en a." in read(manager.page)


def test_they_may_be_counted_no_more(manager, stock):
    count(manager, left="3", low="10")
    count(manager, uncounted="1")
    assert stock() is None


@pytest.mark.parametrize("wrong", ["", "-1", "2.5", "many", "100000", "²", "1e3"])
def test_what_is_no_figure_is_refused_and_changes_nothing(manager, stock, wrong):
    count(manager, left="3", low="10")
    assert count(manager, left=wrong, low="10").status_code == 422
    assert "Écrivez deux nombres entiers, à partir de 0." in read(manager.page)
    assert stock() == Stock(3, 10)


def test_a_reason_is_shown_as_it_was_written_and_never_as_markup(manager):
    count(manager, left="3", low="10", reason="<b>x</b>")
    assert "<b>x</b>" not in manager.page


def test_a_mediator_counts_nothing(zoe, stock):
    assert zoe.http.get(f"/staff/{HERE}").status_code == 403
    zoe.open(f"{SITE}/1")
    answer = zoe.http.post(f"/staff/{HERE}", data={"csrf_token": zoe.csrf, "left": "9", "low": "1"})
    assert answer.status_code == 403
    assert stock() is None


def test_a_manager_of_another_site_counts_nothing(manager, stock):
    answer = manager.http.post("/staff/site-2/passes", data={"csrf_token": manager.csrf, "left": "9", "low": "1"})
    assert answer.status_code == 403
    assert stock("site-2") is None


def test_the_bar_leads_there(manager):
    manager.open("")
    assert f'href="/staff/{HERE}"' in manager.page
