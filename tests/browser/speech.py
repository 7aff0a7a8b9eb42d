"""An ear at the kiosk: what it said, in which language, how it sounded, and whether two sounds were heard at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fluent.runtime import FluentBundle, FluentResource
from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004 - Playwright's own is not Python's

from tests.browser.conftest import Open
from tests.support.hearing import LOCALES

QUICK = 12
"""How many times quicker than a person the ear listens: twelve languages are a long talk."""
LISTEN = """(quick) => {
    const ear = (window.ear = { said: [], sounds: [], most: 0, level: 0 });
    addEventListener("accueil:said", ({ detail }) => ear.said.push(detail));
    const { start, stop } = AudioBufferSourceNode.prototype;
    const sounding = new Set();
    AudioBufferSourceNode.prototype.start = function (...when) {
        const samples = this.buffer.getChannelData(0);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        ear.sounds.push({ seconds: this.buffer.duration, loudness: Math.sqrt(power) });
        this.playbackRate.value = quick;
        this.addEventListener("ended", () => sounding.delete(this));
        sounding.add(this);
        ear.most = Math.max(ear.most, sounding.size);
        return start.apply(this, when);
    };
    AudioBufferSourceNode.prototype.stop = function (...when) {
        sounding.delete(this);
        return stop.apply(this, when);
    };
    // What leaves the page for the loudspeaker, however loud or soft it was made.
    const { connect } = AudioNode.prototype;
    AudioNode.prototype.connect = function (target, ...more) {
        if (target === this.context.destination) {
            const meter = new AnalyserNode(this.context);
            connect.call(this, meter);
            const now = new Float32Array(meter.fftSize);
            setInterval(() => {
                meter.getFloatTimeDomainData(now);
                ear.level = Math.max(ear.level, ...now.map(Math.abs));
            }, 10);
        }
        return connect.call(this, target, ...more);
    };
}"""
MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")
NUMBER = re.compile(r"(?<!\w)([A-Z])\s?(\d{3,})(?!\d)")


@dataclass(frozen=True)
class Said:
    """One sentence."""

    language: str
    text: str


def spoken(text: str) -> str:
    """As the ear gets what is written: no marks for the eye, a number as letter and digits."""
    flat = " ".join(MARKS.sub("", text).split())
    return NUMBER.sub(lambda found: " ".join(found[1] + found[2]), flat)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((LOCALES / f"{language}.ftl").read_text("utf-8")))
    return bundle


def message(language: str, name: str, **values: str | int) -> Said:
    """A message of the kiosk, as it is to be heard."""
    found = _bundle(language).get_message(name)
    assert found.value is not None, name
    text, faults = _bundle(language).format_pattern(found.value, values)
    assert not faults
    return Said(language, spoken(text))


class Ear:
    """Listens to a kiosk from its first moment on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._at = 0

    def said(self) -> list[Said]:
        """Everything that has been said, whether it was finished or not."""
        return [Said(each["language"], each["text"]) for each in self.page.evaluate("ear.said")]

    def hears(self, *expected: Said) -> None:
        """Waits until these were said, in this order, after what was heard before. Others may stand between."""
        want = [[each.language, each.text] for each in expected]
        found = """([want, at]) => {
            let next = 0;
            for (let said = at; said < ear.said.length; said += 1) {
                const { language, text } = ear.said[said];
                if (language === want[next][0] && text === want[next][1]) next += 1;
                if (next === want.length) return { at: said + 1 };
            }
            return false;
        }"""
        try:
            heard = self.page.wait_for_function(found, arg=[want, self._at], timeout=60_000)
        except TimeoutError as late:
            raise AssertionError(f"not heard: {expected}\nheard: {self.said()[self._at :]}") from late
        self._at = int(heard.json_value()["at"])

    def has_heard(self, expected: Said) -> None:
        """Waits until this has been said, whenever that was."""
        at, self._at = self._at, 0
        self.hears(expected)
        self._at = at

    def skip(self) -> None:
        """What was said until now is of no more interest."""
        self._at = len(self.said())

    def falls_silent(self) -> None:
        """Waits until nothing sounds and nothing is on its way to."""
        expect(self.page.locator("body")).not_to_have_attribute("data-speaking", "", timeout=60_000)

    def heard_real_speech(self) -> None:
        """Each sound was as long as its words need, and no silence; and never two at once."""
        ear = self.page.evaluate("ear")
        by_server = [each for each in ear["said"] if each["engine"] == "server"]
        assert len(by_server) == len(ear["sounds"]) > 0
        for said, sound in zip(by_server, ear["sounds"], strict=True):
            # Nobody speaks more than 25 letters in a second.
            assert sound["seconds"] == said["seconds"] > len(said["text"]) / 25, said
            assert sound["loudness"] > 0.01, said
        assert ear["level"] > 0.01
        assert ear["most"] == 1


def listening_kiosk(open_page: Open, url: str, quick: float = QUICK, before: str = "") -> tuple[Page, Ear]:
    """A kiosk at its start, with an ear. `before`: a script that runs in the page before its own."""
    page = open_page(url.split("/kiosk/", maxsplit=1)[0] + "/healthz")
    page.add_init_script(f"({LISTEN})({quick}); {before}")
    page.goto(url)
    page.locator("[data-language=fr]").wait_for()
    steady(page)
    return page, Ear(page)


def steady(page: Page) -> None:
    """What has just appeared is there for fingers."""
    expect(page.locator("body")).not_to_have_attribute("data-fresh", "")


def touch(where: Locator, times: int = 1) -> None:
    """Taps in the same place, of a finger that does not wait until it is understood."""
    steady(where.page)
    x, y = middle_of(where)
    for _ in range(times):
        where.page.touchscreen.tap(x, y)


def double_tap(where: Locator) -> None:
    """Chooses, where everything is read aloud."""
    touch(where, times=2)


def middle_of(where: Locator) -> tuple[float, float]:
    """In pixels of the page."""
    box = where.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def hold(where: Locator) -> None:
    """A finger that stays until everything is read aloud."""
    where.page.mouse.move(*middle_of(where))
    where.page.mouse.down()
    expect(where.page.locator("body")).to_have_attribute("data-aloud", "")
    where.page.mouse.up()
