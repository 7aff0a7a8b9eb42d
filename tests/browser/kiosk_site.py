"""A kiosk that is told of its site in another way: the server's real answer, changed on its way to the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import token
from tests.support.api import Client
from tests.support.processes import Demo

Told = dict[str, Any]


def retell(demo: Demo, page: Page, site: str, change: Callable[[Told], Told]) -> None:
    """From the next time the page asks for its site."""
    told = change(Client(demo.url, site, token(demo, site, "kiosk")).get_site().json())
    page.route(f"**/api/v1/sites/{site}", lambda route: route.fulfill(json=told))


def with_needs(count: int, *, unsure: bool = True) -> Callable[[Told], Told]:
    """So many needs, made of the site's own; with "I do not know" as the last of them, or without."""

    def change(told: Told) -> Told:
        known = {need["id"]: need for need in told["needs"]}
        last = [known.pop("aide")] if unsure else []
        models = list(known.values())
        certain = [models[at % len(models)] for at in range(count - len(last))]
        named = [
            need if at < len(models) else need | {"id": f"{need['id']}-{at}", "labels": {"fr": f"Besoin {at}"}}
            for at, need in enumerate(certain)
        ]
        return told | {"needs": named + last}

    return change


def asking(told: Told) -> Told:
    """The site has its kiosk ask who needs to be seen earlier."""
    return told | {"priorities": [each | {"kiosk": True} for each in told["priorities"]]}


def shows(page: Page, screen: str) -> None:
    """That screen comes, and takes taps."""
    expect(page.locator("main")).to_have_attribute("data-screen", screen)
    expect(page.locator("body")).not_to_have_attribute("data-fresh", "")
