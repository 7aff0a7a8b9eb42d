"""The kiosk's words about paper at every size, in every language: whole, in their place, and a code that is large."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open
from tests.browser.paper import SITE, SIZES
from tests.support.processes import Demo

LANGUAGES = ("fr", "en", "ar", "uk", "pt", "zh")
STATES = ("queued", "claimed", "printed", "unconfirmed", "failed", "expired", "late", "absent")

CODE_AT_LEAST_MM = 30
SHORT_SIDE_MM = {"portrait": 268, "landscape": 268, "tablet": 136}
"""Of a screen of 21.5 inches, standing or lying, and of a tablet of 10.1 inches."""
MODULES = 33 / 41
"""The share of the code's picture that its modules take: 4 of 41 are blank on each side."""

# Every screen that speaks of paper, drawn by the kiosk's own parts, with a long number and many people: what is cut or
# outside, where each part stands, how wide the code is. What has to be read is measured by test_kiosk_every_screen.
DRAW = """async ([language, states]) => {
    const { ticketScreen } = await import("/assets/kiosk/screens/ticket.js");
    const { languageScreen } = await import("/assets/kiosk/screens/language.js");
    const { needScreen } = await import("/assets/kiosk/screens/need.js");
    const { noPaperNote } = await import("/assets/kiosk/screens/no_paper.js");
    const { state, wordsOf, spokenHere } = await import("/assets/kiosk/state.js");
    const { show } = await import("/assets/kiosk/page.js");
    const nothing = () => {};
    const words = wordsOf(language);
    const main = document.querySelector("main");
    for (const weight of [400, 700]) {
        await document.fonts.load(`${weight} 16px "Atkinson Hyperlegible Next"`, "A");
        await document.fonts.load(`${weight} 16px "Noto Sans Arabic"`, "ا");
    }

    const isCut = (part) => {
        const at = part.getBoundingClientRect();
        const frame = part.closest(".paper, .no-paper, .tile, main").getBoundingClientRect();
        const isBeside = at.left < frame.left - 1 || at.right > frame.right + 1;
        // The room above and below the letters of a line may stand out, the letters may not.
        const room = 1 + 0.1 * Number.parseFloat(getComputedStyle(part).fontSize);
        return at.width > 0 && (isBeside || at.top < frame.top - room || at.bottom > frame.bottom + room);
    };
    const look = (name) => ({
        name,
        cut: [...main.querySelectorAll("*:not(svg, use)")].filter(isCut).map((part) => part.outerHTML),
        taller: main.scrollHeight > innerHeight + 1 || main.scrollWidth > innerWidth + 1,
        places: [...main.querySelectorAll(":scope > *, button, .number, .step")].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [x, y, width, height];
        }),
        code: main.querySelector(".follow-code")?.getBoundingClientRect().width ?? null,
    });

    const need = state.site.needs.reduce((most, each) =>
        each.labels[language].length > most.labels[language].length ? each : most);
    const ticket = {
        id: "000000000001", number: "A1000", need: need.id, state: "waiting", ahead: 112, counter: null,
        wait: { low_min: 110, high_min: 120 }, print: { state: "queued" },
        follow_url: `${location.origin}/t/1-${"A".repeat(22)}`,
    };
    const tickets = [];
    for (const said of states) {
        const screen = ticketScreen(ticket, { ...state.site, paper: said !== "absent" }, words, nothing);
        show("ticket", words, screen.nodes);
        screen.update(ticket, said === "absent" ? "queued" : said);
        if (!["queued", "claimed", "printed"].includes(said)) {
            for (let turn = 0; turn < 500 && !main.querySelector(".follow-code"); turn += 1) {
                await new Promise((ready) => requestAnimationFrame(ready));
            }
        }
        tickets.push(look(said));
    }
    const notes = [];
    for (const paper of [true, false]) {
        const start = noPaperNote([wordsOf("fr")], paper).node;
        const ways = { onChoose: nothing, note: start, again: null };
        show("language", wordsOf("fr"), languageScreen(state.site.name, spokenHere(), ways));
        notes.push(look("language"));
        const note = noPaperNote([words], paper, "paper-absent").node;
        const screen = needScreen(state.site.needs, 0, words, { onChoose: nothing, onMore: nothing, note });
        show("need", words, screen.nodes);
        notes.push(look("need"));
    }
    return { tickets, notes };
}"""


@pytest.mark.parametrize("size", SIZES)
def test_every_word_about_paper_is_whole_and_moves_nothing(demo: Demo, open_page: Open, size: str) -> None:
    kiosk = open_page(f"{demo.url}/kiosk/{SITE}", *SIZES[size])
    kiosk.locator("[data-language=fr]").wait_for()
    per_mm = min(SIZES[size]) / SHORT_SIDE_MM[size]
    for language in LANGUAGES:
        drawn: dict[str, Any] = kiosk.evaluate(DRAW, [language, STATES])
        seen = drawn["tickets"] + drawn["notes"]
        assert [f"{language} {one['name']}: {one['cut']}" for one in seen if one["cut"] or one["taller"]] == []
        first = drawn["tickets"][0]["places"]
        assert [one["name"] for one in drawn["tickets"] if one["places"] != first] == []
        with_paper, without = drawn["notes"][:2], drawn["notes"][2:]
        assert [one["places"] for one in without] == [one["places"] for one in with_paper]
        codes = [one["code"] for one in drawn["tickets"] if one["code"] is not None]
        assert len(codes) == 5
        assert min(codes) * MODULES / per_mm >= CODE_AT_LEAST_MM
