"""The phone behind the QR code: what it says is the latest truth, and it keeps nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser.conftest import Open, emptied
from tests.browser.setbacks import end_for, holding, let_pass
from tests.support.api import Client
from tests.support.processes import Demo, until

PHONE_SITE = "site-6"
WIDTH, HEIGHT = 390, 844

# What a resident reads, in the order of a visit.
WORDS = {
    "fr": {
        "waiting": "Il n’y a personne avant vous",
        "called": "C’est à vous",
        "no_show": "Votre numéro est passé. Venez nous voir à l’accueil.",
        "serving": "Nous nous occupons de vous.",
        "done": "C’est terminé.",
        "parked": "Nous gardons votre place. Restez près d’ici, nous vous rappelons.",
        "cancelled": "Ce numéro est annulé. Venez à l’accueil.",
        "expired": "La journée est finie. Pour revenir, prenez un nouveau ticket.",
    },
    "ar": {
        "waiting": "لا أحد قبلكم",
        "called": "حان دوركم",
        "no_show": "لقد فات رقمكم. تعالوا إلينا في الاستقبال.",
        "serving": "نحن نهتم بكم الآن.",
        "done": "انتهى الأمر.",
        "parked": "نحتفظ بمكانكم. ابقوا قريبين من هنا، سنناديكم من جديد.",
        "cancelled": "هذا الرقم ملغى. تفضّلوا إلى مكتب الاستقبال.",
        "expired": "انتهى اليوم. للعودة خذوا تذكرة جديدة.",
    },
}

WRITE_DOWN_STATES = """() => {
    const main = document.querySelector("main");
    window.states = [];
    new MutationObserver(() => {
        if (window.states.at(-1) !== main.dataset.state) window.states.push(main.dataset.state);
    }).observe(main, { attributes: true });
}"""


@pytest.fixture
def desk(demo: Demo) -> Client:
    return emptied(demo, PHONE_SITE)


def shows(phone: Page, state: str, language: str) -> None:
    expect(phone.locator("main")).to_have_attribute("data-state", state)
    expect(phone.locator("main")).to_contain_text(WORDS[language][state])


def keeps_nothing(phone: Page) -> bool:
    return phone.context.cookies() == [] and phone.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("endings", [{"no_show": "no_show"}, {"serve": "serving", "complete": "done"}])
def test_a_visit_is_followed_to_its_end(
    demo: Demo, desk: Client, open_page: Open, language: str, direction: str, endings: dict[str, str]
) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    shows(phone, "waiting", language)
    expect(phone.locator("html")).to_have_attribute("lang", language)
    expect(phone.locator("html")).to_have_attribute("dir", direction)
    expect(phone.locator("[data-digits]")).to_have_text(f"{ticket['number'][0]}\u202f{ticket['number'][1:]}")
    desk.call("2")
    shows(phone, "called", language)
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 2")
    for verb, state in endings.items():
        desk.move(ticket["id"], verb)
        shows(phone, state, language)
        expect(phone.locator("[data-ahead]")).to_be_hidden()
    assert keeps_nothing(phone)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_number_that_waits_again_is_told_of_as_waiting_and_called_anew(
    desk: Client, open_page: Open, language: str
) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    desk.call("2")
    shows(phone, "called", language)
    desk.move(ticket["id"], "transfer", to_counter="3")
    shows(phone, "waiting", language)
    expect(phone.locator("[data-counter]")).to_be_hidden()
    desk.call("3")
    shows(phone, "called", language)
    expect(phone.locator("[data-counter]")).to_have_text("Guichet 3")
    desk.move(ticket["id"], "no_show")
    shows(phone, "no_show", language)
    desk.move(ticket["id"], "restore")
    shows(phone, "waiting", language)
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_number_put_aside_is_kept_and_one_taken_back_is_not(desk: Client, open_page: Open, language: str) -> None:
    ticket = desk.issue(language=language).json()
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    desk.call("2")
    desk.move(ticket["id"], "park")
    shows(phone, "parked", language)
    desk.move(ticket["id"], "cancel")
    shows(phone, "cancelled", language)
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_at_the_end_of_the_day_the_number_says_that_it_is_over(
    demo: Demo, desk: Client, open_page: Open, language: str
) -> None:
    ticket = desk.issue(language=language).json()
    end_for(demo, PHONE_SITE, ticket["id"])
    phone = open_page(ticket["follow_url"], WIDTH, HEIGHT)
    shows(phone, "expired", language)
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    expect(phone.locator("main")).to_have_attribute("data-number", ticket["number"])


def test_who_comes_before_counts_down(desk: Client, open_page: Open) -> None:
    desk.issue()
    phone = open_page(desk.issue().json()["follow_url"], WIDTH, HEIGHT)
    expect(phone.locator("[data-ahead]")).to_have_text("1 personne avant vous")
    desk.call("2")
    expect(phone.locator("[data-ahead]")).to_have_text("Il n’y a personne avant vous")


def test_a_link_that_leads_nowhere_says_where_to_go_in_every_language(demo: Demo, open_page: Open) -> None:
    phone = open_page(f"{demo.url}/t/AAAAAAAAAAAAAAAAAAAAAA", WIDTH, HEIGHT)
    expect(phone.locator("main")).to_have_attribute("data-state", "unknown")
    for words in ("Venez à l’accueil", "Come to the reception", "تعالوا إلى الاستقبال"):
        expect(phone.locator("[data-unknown]")).to_contain_text(words)
    assert keeps_nothing(phone)


class Network:
    """The phone's way to the server, which can be cut."""

    def __init__(self, phone: Page) -> None:
        self.cut = False
        self.open: list[WebSocketRoute] = []
        phone.route_web_socket("**/socket.io/**", self._socket)
        phone.route("**/api/v1/follow/*", self._request)

    def break_down(self) -> None:
        self.cut = True
        for socket in self.open:
            socket.close()

    def heal(self) -> None:
        self.cut = False

    def _socket(self, socket: WebSocketRoute) -> None:
        if self.cut:
            socket.close()
            return
        socket.connect_to_server()
        self.open.append(socket)

    def _request(self, route: Route) -> None:
        if self.cut:
            route.abort("internetdisconnected")
        else:
            route.continue_()


def test_a_lost_connection_is_told_and_what_was_missed_is_told_when_it_is_back(desk: Client, open_page: Open) -> None:
    ticket = desk.issue().json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    network = Network(phone)
    phone.clock.install()
    phone.goto(ticket["follow_url"])
    shows(phone, "waiting", "fr")
    network.break_down()
    let_pass(phone, 7)
    expect(phone.locator("main")).to_have_attribute("data-state", "lost")
    expect(phone.locator("[data-lost]")).to_contain_text("Pas de connexion depuis")
    expect(phone.locator("main")).to_contain_text("Regardez l’écran de la salle")
    expect(phone.locator("[data-ahead]")).to_be_hidden()
    desk.call("2")
    network.heal()
    let_pass(phone, 10)
    shows(phone, "called", "fr")
    expect(phone.locator("[data-lost]")).to_be_hidden()
    assert keeps_nothing(phone)


def has_come(told: list[str], state: str) -> bool:
    """Whether the socket has told of a ticket in this state."""
    return any('"ticket"' in frame and f'"state":"{state}"' in frame for frame in told)


def test_an_answer_from_before_the_call_does_not_take_the_call_back(desk: Client, open_page: Open) -> None:
    ticket = desk.issue(language="ar").json()
    phone = open_page("about:blank", WIDTH, HEIGHT)
    words: list[Route] = []
    told: list[str] = []
    phone.on("websocket", lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame))))
    phone.route("**/locales/ar.ftl", holding(words))
    with phone.expect_response("**/api/v1/follow/*"):
        phone.goto(ticket["follow_url"])
    # The first truths, of HTTP and of the socket, and then the call: all wait for the words in Arabic.
    until(lambda: bool(phone.evaluate("1")) and len(words) == 1 and has_come(told, "waiting"), "both first truths came")
    phone.evaluate(WRITE_DOWN_STATES)
    desk.call("2")
    until(lambda: bool(phone.evaluate("1")) and has_come(told, "called"), "the call came")
    words[0].continue_()
    shows(phone, "called", "ar")
    desk.move(ticket["id"], "serve")
    shows(phone, "serving", "ar")
    assert phone.evaluate("window.states") == ["called", "serving"]
