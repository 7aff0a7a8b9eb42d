"""A stand-in for the waiting room's loudspeaker: it makes no sound, and writes down what would be heard, and when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from playwright.sync_api import Page

from tests.browser.speech import Said, spoken
from tests.support.languages import LANGUAGES

LOCALES = Path(__file__).parents[2] / "display" / "room" / "locales"

STAND_IN = """({ voices, lasts }) => {
    const room = (window.room = { heard: [], most: 0, begun: 0, ended: 0 });
    const sounding = new Set();
    const begin = (what, told) => {
        sounding.add(what);
        room.begun += 1;
        room.most = Math.max(room.most, sounding.size);
        room.heard.push({ ...told, number: document.querySelector("[data-announcing]")?.dataset.number ?? null });
    };
    const over = (what) => {
        if (sounding.delete(what)) room.ended += 1;
    };
    // The notes of a chime are one sound. They end on the page's clock, which a test may turn, as everything else does:
    // in whole milliseconds, or the rounding of a difference lets the voice come a hair before their end.
    let notes = 0;
    OscillatorNode.prototype.start = () => {
        notes += 1;
        if (notes === 1) begin("chime", { kind: "chime", notes: 0 });
        room.heard.at(-1).notes += 1;
    };
    OscillatorNode.prototype.stop = function (when = 0) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            this.dispatchEvent(new Event("ended"));
            notes -= 1;
            if (notes === 0) over("chime");
        }, Math.floor(Math.max(0, when - this.context.currentTime) * 1_000));
    };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    let current = null;
    const finish = (utterance, how) => {
        if (current !== utterance) return;
        current = null;
        over("speech");
        utterance[how]?.({});
    };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices.map((lang) => ({ lang, localService: true, name: lang, voiceURI: lang })),
        speak(utterance) {
            current = utterance;
            begin("speech", { kind: "speech", language: utterance.lang, text: utterance.text });
            const heard = room.heard.at(-1);
            utterance.onstart?.({});
            setTimeout(() => {
                heard.caption = document.querySelector("[data-caption-now]")?.textContent ?? null;
                finish(utterance, "onend");
            }, lasts);
        },
        cancel: () => current && finish(current, "onerror"),
    } });
}"""


@dataclass(frozen=True)
class Heard(Said):
    """One sentence, and what stood on the screen with it."""

    number: str | None
    caption: str | None


def stand_in(page: Page, voices: Sequence[str] = LANGUAGES, lasts_s: float = 0.05) -> None:
    """The page's next documents have this loudspeaker, and a voice of the browser for these languages."""
    page.add_init_script(f"({STAND_IN})({json.dumps({'voices': list(voices), 'lasts': 1_000 * lasts_s})})")


def heard(page: Page) -> list[Heard]:
    """The sentences that were said, in their order."""
    found = page.evaluate("room.heard.filter(({ kind }) => kind === 'speech')")
    return [Heard(each["language"], each["text"], each["number"], each.get("caption")) for each in found]


def said(page: Page) -> list[Said]:
    """As above, without what stood on the screen."""
    return [Said(each.language, each.text) for each in heard(page)]


def course(page: Page) -> list[str]:
    """Everything that was heard: "chime" (or "chime of 1" note), and the language of each sentence."""
    notes = {2: "chime"}
    return [
        each["language"] if each["kind"] == "speech" else notes.get(each["notes"], f"chime of {each['notes']}")
        for each in page.evaluate("room.heard")
    ]


def one_at_a_time(page: Page) -> None:
    """Never two sounds at once; and what began has ended."""
    told = page.evaluate("room")
    assert told["most"] == 1
    assert told["begun"] == told["ended"]


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((LOCALES / f"{language}.ftl").read_text("utf-8")))
    return bundle


def sentence(language: str, name: str, **values: str) -> Said:
    """A message of the room, as it is to be heard."""
    found = _bundle(language).get_message(name)
    assert found.value is not None, name
    text, faults = _bundle(language).format_pattern(found.value, values)
    assert not faults
    return Said(language, spoken(text))


def call_of(language: str, number: str, counter: str, *, again: bool = False) -> Said:
    """What is said of a call in a language."""
    values = {"number": number, "counter": counter, "label": f"Guichet {counter}"}
    return sentence(language, "room-say-recall" if again else "room-say-call", **values)
