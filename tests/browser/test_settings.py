"""The settings in a real browser: by keyboard alone, on a laptop and on a phone, and what a draft shows of itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Open, token
from tests.browser.test_accessibility import faults
from tests.browser.test_desk_look import HARD_TO_TOUCH, SIZES
from tests.support.api import Client
from tests.support.processes import Demo, until

SITE = "site-7"
ROOMS = ("site", "hours", "needs", "counters", "messages", "notices", "priorities", "screens", "requests")


@pytest.fixture
def manager(demo: Demo, open_page: Open) -> Page:
    """Signed in, at the tiles of a site."""
    page = open_page(f"{demo.url}/staff/", 1366, 768)
    page.get_by_role("button", name="Entrer dans la démonstration").click()
    page.goto(f"{demo.url}/staff/{SITE}/settings")
    return page


def looked_at(page: Page) -> None:
    """Nothing to find on the page, at either size. At its end: there the foot covers nothing."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        to_its_end(page)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        # axe looks about, and letters that come late make a page longer.
        to_its_end(page)
        assert page.evaluate(HARD_TO_TOUCH) == []


def to_its_end(page: Page) -> None:
    """Once its letters are there: they have their own breadth."""
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, document.documentElement.scrollHeight))")


def test_the_tiles(manager: Page) -> None:
    looked_at(manager)


@pytest.mark.parametrize("room", ROOMS)
def test_a_form_with_its_first_card_open(manager: Page, room: str) -> None:
    manager.locator(f"[data-room={room}]").click()
    manager.locator("#publish").wait_for()
    if room in {"screens", "hours"}:
        manager.locator(f"#add-{'screens' if room == 'screens' else 'monday'}").click()
        expect(manager.locator("[data-unsaved]")).to_be_visible()
    for summary in ("details.card:not([open]) > summary", "details.others > summary"):
        if manager.locator(summary).count():
            manager.locator(summary).first.click()
    looked_at(manager)


def test_translations_to_be_read_and_hours_the_wrong_way_round(manager: Page) -> None:
    manager.locator("[data-room=priorities]").click()
    manager.locator("main summary").first.click()
    field = manager.locator("[id='priorities.handicap.labels.fr']")
    french = field.input_value()
    field.fill("J’ai une carte de priorité")
    manager.locator("#publish").click()
    expect(manager.get_by_role("status")).to_be_visible()
    for summary in ("details.card > summary", "details.others > summary"):
        manager.locator(summary).first.click()
    expect(manager.locator("[name='priorities.handicap.read.labels']")).to_have_count(12)
    looked_at(manager)
    manager.locator("[id='priorities.handicap.labels.fr']").fill(french)
    manager.locator("#publish").click()
    expect(manager.get_by_role("status")).to_be_visible()
    expect(manager.locator("[data-to-read]")).to_have_count(0)
    manager.get_by_role("link", name="Tous les réglages").click()
    manager.locator("[data-room=hours]").click()
    manager.locator("#add-monday").click()
    manager.locator("[id='monday.+1.opens']").fill("17:00")
    manager.locator("[id='monday.+1.closes']").fill("09:00")
    manager.locator("#publish").click()
    expect(manager.locator("[id='monday.+1.night']")).to_be_focused()
    looked_at(manager)


def test_a_file_is_compared_before_it_is_published(manager: Page, demo: Demo) -> None:
    manager.goto(f"{demo.url}/staff/catalogue")
    looked_at(manager)
    with manager.expect_download() as taken:
        manager.get_by_role("link", name="Télécharger le fichier").click()
    text = taken.value.path().read_text("utf-8").replace("Mes allocations et mes aides", "Mes aides")
    file = {"name": "accueil.toml", "mimeType": "application/toml", "buffer": text.encode()}
    manager.locator("#file").set_input_files(file)  # type: ignore[arg-type]
    manager.locator("#compare").click()
    expect(manager.locator("[data-site]")).to_have_count(8)
    expect(manager.locator(f"[data-site={SITE}]")).to_contain_text("Mes aides")
    looked_at(manager)


def test_a_site_more(manager: Page, demo: Demo) -> None:
    manager.goto(f"{demo.url}/staff/sites/new")
    looked_at(manager)
    manager.locator("#add-site").click()
    expect(manager.get_by_role("alert")).to_contain_text("Écrivez quelque chose ici.")
    looked_at(manager)


def test_a_form_with_faults_leads_to_them(manager: Page) -> None:
    manager.locator("[data-room=needs]").click()
    field = manager.locator("[id='needs.energie.labels.tr']")
    field.evaluate("(field) => { field.value = 'x'.repeat(201) }")
    manager.locator("#publish").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    looked_at(manager)
    manager.locator("[data-row=energie] > details > summary").click()
    expect(field).to_be_hidden()
    manager.locator(".notice a").click()
    expect(field).to_be_focused()


def test_a_need_is_renamed_moved_and_published_by_keyboard_alone(manager: Page) -> None:
    manager.locator("[data-room=needs]").focus()
    manager.keyboard.press("Enter")
    manager.locator("[data-row=transports] summary").first.focus()
    manager.keyboard.press("Enter")
    manager.keyboard.press("Tab")
    expect(manager.locator("[id='needs.transports.name']")).to_be_focused()
    manager.keyboard.press("Control+A")
    manager.keyboard.type("Transports")
    manager.locator("#up-needs-transports").focus()
    manager.keyboard.press("Enter")
    expect(manager.locator("[data-row]").nth(2)).to_have_attribute("data-row", "transports")
    expect(manager.locator("#up-needs-transports")).to_be_focused()
    expect(manager.locator("[id='needs.transports.name']")).to_have_value("Transports")
    manager.keyboard.press("Shift+Tab")
    manager.locator("#publish").focus()
    manager.keyboard.press("Enter")
    expect(manager.get_by_role("status")).to_have_text("Publié. Les bornes et les écrans suivent.")
    expect(manager.locator("[data-row]").nth(2)).to_contain_text("Transports")
    manager.locator("#down-needs-transports").click()
    manager.locator("[id='needs.transports.name']").evaluate("(field) => { field.value = 'Transports TCL' }")
    manager.locator("#publish").click()
    expect(manager.get_by_role("status")).to_be_visible()


def test_the_enter_key_in_a_field_shows_the_preview_and_moves_no_row(manager: Page) -> None:
    manager.locator("[data-room=needs]").click()
    manager.locator("[data-row=aide] summary").first.click()
    manager.locator("[id='needs.aide.name']").press("Enter")
    expect(manager.get_by_role("heading", level=1)).to_have_text("Aperçu avant publication")


def test_leaving_with_changes_is_asked_about(manager: Page) -> None:
    asked: list[str] = []
    manager.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    manager.locator("[data-room=messages]").click()
    manager.get_by_role("link", name="Tous les réglages").click()
    assert asked == [], "nothing was changed"
    manager.locator("[data-room=messages]").click()
    manager.locator("main summary").first.click()
    manager.locator("[id='messages.question.texts.fr']").press_sequentially("a")
    expect(manager.locator("[data-unsaved]")).to_be_visible()
    manager.get_by_role("link", name="Tous les réglages").click()
    manager.wait_for_url("**/settings")
    assert asked == ["beforeunload"]


def preview(manager: Page, room: str = "needs") -> FrameLocator:
    """The copy of the kiosk, once it stands."""
    manager.locator(f"[data-room={room}]").click()
    manager.locator("#preview").click()
    kiosk = manager.frame_locator("iframe")
    kiosk.locator("main:not([data-screen=starting])").wait_for()
    return kiosk


def test_the_copy_of_the_kiosk_is_worked_through_to_a_ticket_that_nobody_holds(manager: Page, demo: Demo) -> None:
    desk = Client(demo.url, SITE, token(demo, SITE, "counter"))
    # Other tests of this worker may have left somebody there.
    before = desk.queue().json()
    kiosk = preview(manager)
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "language")
    kiosk.locator("[data-language=ar]").press("Enter")
    kiosk.locator("[data-need=papiers]").press("Enter")
    expect(kiosk.locator("[data-number]")).to_have_attribute("data-number", "A012")
    assert manager.evaluate("Object.keys(localStorage)") == [], "nothing is left on the manager's machine"
    assert manager.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    after = desk.queue().json()
    assert (after["version"], after["total"]) == (before["version"], before["total"])


def test_the_preview_takes_no_focus_from_the_page_around_it(manager: Page) -> None:
    preview(manager)
    assert manager.evaluate("document.activeElement.tagName") != "IFRAME"
    looked_at(manager)


def test_the_kiosk_that_has_stopped_says_the_draft(manager: Page) -> None:
    manager.locator("[data-room=notices]").click()
    manager.locator("main summary").first.click()
    manager.locator("[id='notices.complet.texts.fr']").fill("Trop de monde. Revenez demain.")
    manager.locator("#preview").click()
    kiosk = manager.frame_locator("iframe")
    expect(kiosk.locator("main")).to_have_attribute("data-screen", "stopped")
    expect(kiosk.locator("main")).to_contain_text("Trop de monde. Revenez demain.")
    looked_at(manager)


def test_a_label_that_a_manager_publishes_is_on_a_running_kiosk(manager: Page, demo: Demo, open_page: Open) -> None:
    kiosk = open_page(f"{demo.url}/kiosk/{SITE}")
    kiosk.locator("[data-language=fr]").wait_for()
    manager.locator("[data-room=needs]").click()
    manager.locator("[data-row=papiers] summary").first.click()
    manager.locator("[id='needs.papiers.labels.fr']").fill("Mes papiers d’abord")
    manager.locator("#preview").click()
    manager.frame_locator("iframe").locator("[data-language=fr]").press("Enter")
    expect(manager.frame_locator("iframe").locator("[data-need=papiers]")).to_contain_text("Mes papiers d’abord")
    manager.locator("#publish").click()
    expect(manager.get_by_role("status")).to_be_visible()

    def has_it() -> bool:
        kiosk.locator("[data-language=fr]").tap()
        found = "Mes papiers d’abord" in kiosk.locator("[data-need=papiers]").inner_text()
        if not found:
            kiosk.locator("[data-action=back]").tap()
        return found

    until(has_it, "the kiosk says it")
