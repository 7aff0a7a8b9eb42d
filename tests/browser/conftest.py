"""A real Chromium before a real demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.own_server import OwnServer
from tests.support.api import Client
from tests.support.processes import Demo

ROOT = Path(__file__).parents[2]
SITE = "etats-unis"
# What Chromium leaves: first all that Playwright has it leave, for a second list takes the place of its own; then three
# pages behind the address bar, which nobody sees and each new page would draw for twice the work of an empty one.
LEFT = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "MediaRouter"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup"),
)
# Root needs no-sandbox; the others keep Chromium from asking the outside world for anything.
FLAGS = (
    f"--disable-features={','.join(LEFT)}",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)

Open = Callable[..., Page]

# A busy machine may take its time; what is expected still has to come.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


def launch(playwright: Playwright, found: str) -> Browser:
    """A browser that `make browser` found: "headless-path", or "chromium-path" where a page needs all of Chromium."""
    path = (ROOT / "build" / found).read_text().strip()
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, without what stands around a page."""
    launched = launch(playwright, "headless-path")
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium itself: without its windows it knows neither pushes nor notifications."""
    launched = launch(playwright, "chromium-path")
    yield launched
    launched.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens an address in a profile of its own. An error in a page's script fails the test.

    Without a service worker, unless it is asked for: what one answers, `page.route` does not see.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(url: str, width: int = 1080, height: int = 1920, workers: Literal["allow", "block"] = "block") -> Page:
        viewport: ViewportSize = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, has_touch=True, service_workers=workers)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(f"{url}: {fault}"))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    """A kiosk's own server, for a worker's tests that cut it off, kill or update it: each leaves it as it was."""
    server = OwnServer(tmp_path_factory.mktemp("own"))
    yield server
    server.stop()


@cache
def token(demo: Demo, site: str, role: str) -> str:
    """A device's token: `accueil token` takes a second or two, so each is asked for once."""
    return demo.token(site, role)


def emptied(demo: Demo, site: str) -> Client:
    """A counter's way to a site, where nobody waits any more."""
    client = Client(demo.url, site, token(demo, site, "counter"))
    # Each counter: who was sent to one by name is called from there only.
    for place in client.get_site().json()["counters"]:
        while client.call(place["id"]).status_code in {200, 201}:
            pass
    return client


@pytest.fixture
def counter(demo: Demo) -> Client:
    """A counter's way to the first site, where nobody waits any more."""
    return emptied(demo, SITE)


def take_ticket(page: Page, language: str, need: str) -> str:
    """Two taps on the kiosk. The number it shows."""
    page.locator(f"[data-language={language}]").tap()
    choose_need(page, need)
    return str(page.locator("[data-number]").get_attribute("data-number"))


def find_need(page: Page, need: str) -> Locator:
    """A need's tile, on whichever of the screens of needs it stands."""
    tile = page.locator(f"[data-need={need}]")
    page.locator("[data-need]").first.wait_for()
    if tile.count() == 0:
        page.locator("[data-need-more]").tap()
    return tile


def choose_need(page: Page, need: str) -> None:
    """Tap a need's tile."""
    find_need(page, need).tap()


def sign_in(page: Page, site: str = SITE, counter_id: str = "3") -> None:
    """From the desk's door to a counter, in the place of whoever sat there in another test."""
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(page.url.rstrip("/") + f"/{site}")
    page.locator(f"[data-counter='{counter_id}']").click()
    page.locator("#desk:not([inert])").wait_for()
    if page.locator("#take-counter").count() > 0:
        page.locator("#take-counter").click()
    page.locator("#call-next").wait_for()


def numbers(desk: Client) -> list[str]:
    """Who waits at a site, in the order of call."""
    return [row["number"] for row in desk.queue().json()["waiting"]]
