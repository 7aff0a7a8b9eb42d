"""The bar at the head of the staff pages: each place once, and only what the account is for."""

from __future__ import annotations

import re

import pytest

from server.domain.people import Job
from tests.support.team import HERE, THERE, joined
from tests.web.conftest import house_of

OF_A_SITE = [f"/staff/{HERE}/devices", f"/staff/{HERE}/settings", f"/staff/{HERE}/passes"]
OF_ALL = ["/staff/people", "/staff/trail"]


@pytest.fixture
def places(own_app):
    """A function that signs somebody in and gives the addresses which the bar of a page offers them."""

    def offered(job, *sites, page):
        colleague = joined(own_app, house_of(own_app), f"{job} {len(sites)}", job, *sites)
        assert colleague.open(page).status_code == 200
        bar = re.search(r'<header class="bar">.*?</header>', colleague.page, re.DOTALL)
        return re.findall(r'<li><a href="([^"]+)"', bar[0])

    return offered


def test_with_a_site_in_view_its_devices_are_offered_and_not_those_of_all(places):
    offered = places(Job.MANAGER, HERE, THERE, page=HERE)
    assert sorted(offered) == sorted(["/staff/", *OF_A_SITE, *OF_ALL])


def test_without_a_site_in_view_the_devices_of_all_are_offered(places):
    offered = places(Job.MANAGER, HERE, THERE, page="people")
    assert sorted(offered) == sorted(["/staff/", "/staff/devices", *OF_ALL])


def test_whoever_manages_one_site_has_it_in_view_on_every_page(places):
    offered = places(Job.MANAGER, HERE, page="people")
    assert sorted(offered) == sorted(["/staff/", *OF_A_SITE, *OF_ALL])


def test_a_mediator_is_offered_nothing_to_manage(places):
    assert places(Job.MEDIATOR, HERE, page=HERE) == ["/staff/", f"/staff/{HERE}/devices"]


@pytest.mark.parametrize(
    ("page", "current"),
    [
        (f"{HERE}/settings", ("Réglages", "page")),
        (f"{HERE}/settings/needs", ("Réglages", "true")),
        ("catalogue", ("Réglages", "true")),
        ("people", ("L’équipe", "page")),
        ("people/new", ("L’équipe", "true")),
        ("trail", ("Historique", "page")),
        (f"{HERE}/devices", ("Appareils", "page")),
        ("devices/pair", ("Appareils", "true")),
        (f"{HERE}/passes", ("Titres TCL", "page")),
        ("password", None),
    ],
)
def test_the_place_that_one_is_in_is_marked_on_each_of_its_pages(own_app, page, current):
    manager = joined(own_app, house_of(own_app), "Sofia", Job.MANAGER, HERE)
    marked = re.findall(r'<a href="[^"]+" aria-current="(\w+)">([^<]+)', manager.open(page).text)
    assert [(words.strip(), how) for how, words in marked] == ([current] if current else [])
