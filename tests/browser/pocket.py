"""A phone's browser with the page of a ticket: what a test gives it, and what it sees of its service worker."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import ROOT
from tests.support.push_phone import Phone

AXE = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
OFFER = """async ([secret, language]) => {
    const { loadWords } = await import("/look/words.js");
    const { offerPush } = await import("/assets/display/phone/push.js");
    const words = await loadWords("/assets/display/phone/locales", language);
    const place = document.createElement("div");
    await offerPush(secret, words, place);
    return place.childNodes.length;
}"""
SUBSCRIBED = """subscription => {
    // A browser of a test reaches no push service: it is given what one would give.
    let there = null;
    const given = { ...subscription, toJSON: () => subscription };
    PushManager.prototype.subscribe = async (options) => {
        window.asked = { ...options, applicationServerKey: options.applicationServerKey.length };
        return (there = given);
    };
    PushManager.prototype.getSubscription = async () => there;
    const unregister = ServiceWorkerRegistration.prototype.unregister;
    ServiceWorkerRegistration.prototype.unregister = function () {
        there = null;
        return unregister.call(this);
    };
}"""
SHOWN = """async () => {
    const registration = await navigator.serviceWorker.getRegistration(location.pathname);
    const shown = await registration.getNotifications();
    return shown.map(({ title, body, lang, dir, tag }) => ({ title, body, lang, dir, tag }));
}"""
SCOPES = "async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)"


class Pocket:
    """A phone's browser, with the page of a ticket. It subscribes at once, as `phone`, or finds no push service."""

    def __init__(self, browser: Browser, url: str, address: str, phone: Phone | None, *, granted: bool) -> None:
        self.url = url
        self.secret = address.rpartition("/")[2]
        self.context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
        if granted:
            self.context.grant_permissions(["notifications"], origin=url)
        if phone is not None:
            self.context.add_init_script(f"({SUBSCRIBED})({json.dumps(phone.subscription)})")
        self.page = self.context.new_page()
        self._known: list[dict[str, Any]] = []
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.on(
            "ServiceWorker.workerRegistrationUpdated", lambda said: self._known.extend(said["registrations"])
        )
        self.devtools.send("ServiceWorker.enable")
        self.page.goto(address)

    def _hear(self, said: dict[str, Any]) -> None:
        self._known += said["registrations"]

    def wish(self) -> None:
        """Ask to be rung: then the page offers to tell the phone too."""
        self.page.locator("[data-ring]").tap()

    def offered(self) -> int:
        """How much the page would offer, asked of it straight, and answered when it has made up its mind."""
        return int(self.page.evaluate(OFFER, [self.secret, "fr"]))

    @property
    def place(self) -> Locator:
        return self.page.locator("[data-push]")

    def say(self, text: str) -> None:
        """The browser hands a message to the worker of this ticket's page."""
        scope = f"{self.url}/t/{self.secret}"
        [ident] = {known["registrationId"] for known in self._known if known["scopeURL"] == scope}
        said = {"origin": self.url, "registrationId": ident, "data": text}
        self.devtools.send("ServiceWorker.deliverPushMessage", said)

    def shown(self) -> list[dict[str, str]]:
        """The notifications that stand there."""
        return self.page.evaluate(SHOWN)

    def faults(self) -> list[str]:
        """What axe-core finds wrong with the page."""
        found = AXE.run(self.page).response["violations"]
        return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]

    def scopes(self) -> list[str]:
        """What is registered in this browser."""
        return self.page.evaluate(SCOPES)

    def ask(self, state: str) -> None:
        """Tap the button; that is what comes of it."""
        self.place.locator("button").tap()
        expect(self.place).to_have_attribute("data-push", state)
