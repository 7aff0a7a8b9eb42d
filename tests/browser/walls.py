"""The page of screens and devices under test, and the screens and kiosks of its site."""

from __future__ import annotations

import redis
from playwright.sync_api import Page, expect

from server.embedded import valkey_url
from server.queues.keys import DEVICE_SILENT_MS, base
from tests.browser.conftest import Open
from tests.support.processes import Demo

SITE = "unite-mobile"

# A browser that lets no page sound before somebody has touched it; the tests' own lets all of them.
LOCKED = "Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });"


def devices_page(demo: Demo, open_page: Open) -> Page:
    """Somebody signed in looks at the site's screens and devices; none was heard of yet."""
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"))
    queue.delete(f"{base(SITE)}devices")
    queue.close()
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(f"{demo.url}/staff/{SITE}/devices")
    return page


def wall(demo: Demo, open_page: Open, script: str = "", screen: str = "") -> Page:
    """A screen on the wall, live, that has said so."""
    page = open_page("about:blank", 1920, 1080)
    if script:
        page.add_init_script(script)
    with page.expect_response("**/devices/self"):
        page.goto(f"{demo.url}/display/{SITE}{screen}")
    expect(page.locator("body")).to_have_attribute("data-state", "live")
    return page


def a_minute_goes_by(demo: Demo) -> None:
    """Without a word of any device."""
    queue = redis.Redis.from_url(valkey_url(demo.folder / "queue"), decode_responses=True)
    for device in queue.zrange(f"{base(SITE)}devices", 0, -1):
        queue.zincrby(f"{base(SITE)}devices", -DEVICE_SILENT_MS, device)
    queue.close()
