"""The queue full, read-only or gone, under a kiosk: it says so before anybody taps, shows no number, and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from server.domain.people import Role
from tests.browser.conftest import Open, numbers, take_ticket
from tests.browser.setbacks import let_pass
from tests.support.api import Client
from tests.support.processes import Valkey, Web, free_port
from tests.support.seeded import seeded, settings_in

KIOSK_SITE = "site-2"
LOOK_S = 10

WRITE_DOWN_NUMBERS = """() => {
    window.numbers = new Set();
    new MutationObserver(() => {
        for (const shown of document.querySelectorAll("[data-number]")) window.numbers.add(shown.dataset.number);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""


@dataclass(frozen=True)
class Office:
    """A site over a queue that a test may harm, as long as it mends it."""

    queue: Valkey
    kiosk_url: str
    desk: Client


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    queue = Valkey(folder / "queue")
    settings = settings_in(folder, queue.url, port=free_port())
    house = seeded(settings)
    kiosk, desk = (house.devices.create(KIOSK_SITE, role) for role in (Role.KIOSK, Role.COUNTER))
    web = Web(settings, folder / "web.log")
    yield Office(queue, f"{web.url}/kiosk/{KIOSK_SITE}#token={kiosk}", Client(web.url, KIOSK_SITE, desk))
    web.kill()
    queue.stop()


@dataclass(frozen=True)
class Harm:
    """What befalls a queue, and how it is mended."""

    befall: Callable[[Valkey], object]
    mend: Callable[[Valkey], object]


HARMS = {
    "full": Harm(
        lambda queue: queue.client.config_set("maxmemory", 1),
        lambda queue: queue.client.config_set("maxmemory", 0),
    ),
    "read-only": Harm(
        lambda queue: queue.client.replicaof("127.0.0.1", free_port()),
        lambda queue: queue.client.replicaof("no", "one"),
    ),
    "gone": Harm(Valkey.kill, Valkey.start),
}


@pytest.fixture
def kiosk(office: Office, open_page: Open) -> Page:
    """A kiosk on whose clock time may pass faster, and whose numbers are written down; nobody waits at its site."""
    while office.desk.call().status_code in {200, 201}:
        pass
    page = open_page("about:blank")
    page.clock.install()
    page.goto(office.kiosk_url)
    page.locator("[data-language=fr]").wait_for()
    page.evaluate(WRITE_DOWN_NUMBERS)
    return page


def numbers_shown(kiosk: Page) -> list[str]:
    """Every number that ever stood on the screen."""
    return list(kiosk.evaluate("[...window.numbers]"))


def says_that_it_does_not_work(kiosk: Page) -> None:
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "unavailable")
    for words in ("La borne ne marche pas.", "Please come to the reception desk.", "تفضّلوا إلى مكتب الاستقبال."):
        expect(kiosk.locator("main")).to_contain_text(words)


@pytest.mark.parametrize("harm", HARMS)
def test_nobody_has_to_tap_to_learn_that_no_ticket_can_be_had(office: Office, kiosk: Page, harm: str) -> None:
    HARMS[harm].befall(office.queue)
    let_pass(kiosk, LOOK_S)
    says_that_it_does_not_work(kiosk)
    assert numbers_shown(kiosk) == []
    HARMS[harm].mend(office.queue)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    number = take_ticket(kiosk, "fr", "papiers")
    assert numbers_shown(kiosk) == numbers(office.desk) == [number]


@pytest.mark.parametrize("harm", HARMS)
def test_a_tap_gets_no_number_until_the_queue_has_given_one(office: Office, kiosk: Page, harm: str) -> None:
    kiosk.locator("[data-language=fr]").tap()
    kiosk.locator("[data-need=papiers]").wait_for()
    HARMS[harm].befall(office.queue)
    kiosk.locator("[data-need=papiers]").tap()
    says_that_it_does_not_work(kiosk)
    assert numbers_shown(kiosk) == []
    HARMS[harm].mend(office.queue)
    # The person who tapped is not forgotten.
    number = kiosk.locator("[data-number]").get_attribute("data-number")
    assert numbers_shown(kiosk) == numbers(office.desk) == [number]


@pytest.mark.parametrize("harm", HARMS)
def test_a_kiosk_that_is_switched_on_without_its_queue_waits_for_it(office: Office, kiosk: Page, harm: str) -> None:
    HARMS[harm].befall(office.queue)
    kiosk.reload()
    says_that_it_does_not_work(kiosk)
    HARMS[harm].mend(office.queue)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
