"""A phone's browser with the page of a ticket: what a test gives it, and what it sees of its service worker."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Locator, expect

from tests.support.push_phone import Phone

OFFER = """async ([secret, language]) => {
    const { loadWords } = await import("/look/words.js");
    const { offerPush } = await import("/assets/display/phone/push.js");
    const words = await loadWords("/assets/display/phone/locales", language);
    const place = document.querySelector("#push") ?? document.createElement("div");
    place.id = "push";
    document.querySelector("main").append(place);
    await offerPush(secret, words, place);
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
    """A phone's browser, with the page of a ticket."""

    def __init__(self, context: BrowserContext, url: str, address: str) -> None:
        self.context = context
        self.url = url
        self.secret = address.rpartition("/")[2]
        self.page = context.new_page()
        self._known: list[dict[str, Any]] = []
        self.devtools = context.new_cdp_session(self.page)
        self.devtools.on(
            "ServiceWorker.workerRegistrationUpdated", lambda said: self._known.extend(said["registrations"])
        )
        self.devtools.send("ServiceWorker.enable")
        self.page.goto(address)

    def _hear(self, said: dict[str, Any]) -> None:
        self._known += said["registrations"]

    def offer(self, language: str = "fr") -> None:
        """What the page does when it is there."""
        self.page.evaluate(OFFER, [self.secret, language])

    @property
    def place(self) -> Locator:
        return self.page.locator("#push")

    def say(self, text: str) -> None:
        """The browser hands a message to the worker of this ticket's page."""
        scope = f"{self.url}/t/{self.secret}"
        [ident] = {known["registrationId"] for known in self._known if known["scopeURL"] == scope}
        said = {"origin": self.url, "registrationId": ident, "data": text}
        self.devtools.send("ServiceWorker.deliverPushMessage", said)

    def shown(self) -> list[dict[str, str]]:
        """The notifications that stand there."""
        return self.page.evaluate(SHOWN)

    def scopes(self) -> list[str]:
        """What is registered in this browser."""
        return self.page.evaluate(SCOPES)

    def ask(self, state: str) -> None:
        """Tap the button; that is what comes of it."""
        self.place.locator("button").tap()
        expect(self.place).to_have_attribute("data-push", state)


def subscribed(phone: Phone) -> str:
    """A script for a browser that subscribes at once, as this phone."""
    return f"({SUBSCRIBED})({json.dumps(phone.subscription)})"
