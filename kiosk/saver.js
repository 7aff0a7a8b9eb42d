/**
 * Spares the screen: the same picture for days leaves its mark on it. A dark cover on which the house's mark wanders,
 * with what to do in one language after another. The first touch or key takes it away, and does nothing else; only a key
 * that asks for speech does that as well, as whoever feels for it does not know of any cover.
 *
 * It is nothing to whoever does not see it: the page under it stays what it is, for a screen reader and its clicks too.
 */
import { element, inLanguage, picture } from "./dom.js";
import { startFresh } from "./page.js";
import { HOUSE_MARK } from "./screens/language.js";
import { asksForSpeech } from "./speech/keypad.js";
import { SAVER_MOVE_MS } from "./timing.js";

/** @typedef {import("/look/words.js").Words} Words */

const COLOURS = ["blue", "green", "violet", "teal", "amber", "rose", "indigo", "slate"];
/** Steps that fill a screen evenly, however long one goes on: the parts of the golden ratio and of the root of two. */
const STEPS = [Math.sqrt(5) / 2 - 0.5, Math.SQRT2 - 1];

/** @type {HTMLElement | null} */
let cover = null;
let timer = 0;

/** @param {Words[]} languages in the order in which they take turns */
export function coverScreen(languages) {
	if (cover !== null) return;
	const words = element("p", { class: "saver-words" });
	const drift = element("div", { class: "saver-drift" }, element("div", { class: "saver-mark" }, ...mark()), words);
	cover = element("div", { class: "saver", "aria-hidden": "true" }, drift);
	let turn = 0;
	const move = () => {
		const language = languages[turn % languages.length];
		if (language) words.replaceChildren(inLanguage("span", language, {}, language.say("touch-screen")));
		for (const [axis, step] of [
			["--x", STEPS[0]],
			["--y", STEPS[1]],
		]) {
			drift.style.setProperty(String(axis), String((0.5 + turn * Number(step)) % 1));
		}
		turn += 1;
	};
	move();
	timer = setInterval(move, SAVER_MOVE_MS);
	document.body.append(cover);
}

export function uncoverScreen() {
	clearInterval(timer);
	cover?.remove();
	cover = null;
}

function mark() {
	return HOUSE_MARK.map((shape, index) => {
		const made = element("span", {}, picture(shape, "/look/shapes.svg"));
		made.style.setProperty("--need", `var(--need-${COLOURS[index]})`);
		return made;
	});
}

/**
 * A finger is let go above the cover, and what is under it is not there for fingers for a moment (see page.js): the click
 * that a browser makes of the touch finds nothing.
 */
function touched() {
	if (cover === null) return;
	startFresh();
	uncoverScreen();
}

/**
 * This file is loaded before any of those that listen to keys too, and whoever listens first is told first.
 *
 * @param {KeyboardEvent} event
 */
function swallowed(event) {
	if (cover === null) return;
	if (asksForSpeech(event)) {
		uncoverScreen();
		return;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
	uncoverScreen();
}

for (const sign of ["pointerup", "pointercancel", "click"]) addEventListener(sign, touched, { capture: true });
addEventListener("keydown", swallowed, { capture: true });
