/**
 * The page itself: the one place where a screen takes another's place, and where taps are let through or not.
 */
import { fit } from "./fit.js";
import { drawFrame, holdFrame } from "./frame.js";
import { measureScreen } from "./measure.js";
import { screenShown } from "./speech/speech.js";
import { FRESH_MS, MOMENT_MS } from "./timing.js";

/** @typedef {import("/look/words.js").Words} Words */

const main = /** @type {HTMLElement} */ (document.querySelector("main"));

let freshTimer = 0;
let longTimer = 0;
let turn = 0;

/**
 * Shows a screen: language and direction of the whole page, then the screen, then focus on its heading.
 *
 * @param {string} name
 * @param {Words} words
 * @param {Node[]} nodes with one h1 that takes focus
 * @param {import("./frame.js").Ways} [ways] besides its choices
 * @returns {() => boolean} whether this very screen is still shown: whatever goes on in the background asks it first
 */
export function show(name, words, nodes, ways = {}) {
	clearTimeout(longTimer);
	main.inert = false;
	holdFrame(false);
	document.documentElement.lang = words.language;
	document.documentElement.dir = words.dir;
	main.dataset.screen = name;
	main.replaceChildren(...nodes);
	drawFrame(words, ways);
	fit(main);
	main.querySelector("h1")?.focus({ preventScroll: true });
	startFresh();
	screenShown(words);
	turn += 1;
	const mine = turn;
	return () => mine === turn;
}

/** Called once: the sizes of this screen, and what is shown fitted into it again whenever they change. */
export function startPage() {
	const refit = () => {
		measureScreen();
		fit(main);
	};
	addEventListener("resize", refit);
	// Words take another width once their own face is there.
	document.fonts.addEventListener("loadingdone", () => fit(main));
	refit();
}

/** What is shown, fitted again: its words have changed, or the person wants them larger. */
export function refit() {
	fit(main);
}

/**
 * Taps wait until the next screen. When that lasts, `onLong` shows a screen that says so.
 *
 * @param {() => void} onLong
 */
export function holdTaps(onLong) {
	main.inert = true;
	holdFrame(true);
	clearTimeout(longTimer);
	longTimer = setTimeout(onLong, MOMENT_MS);
}

/**
 * Something new under the finger: for a moment it is not there for fingers (the style sheet sees to that), so that the
 * second half of a double tap finds nothing. Keys and switch devices are not held up.
 */
export function startFresh() {
	clearTimeout(freshTimer);
	document.body.dataset.fresh = "";
	freshTimer = setTimeout(() => delete document.body.dataset.fresh, FRESH_MS);
}

/**
 * Buttons that move something on by a step (volume, sizes): there, each of several quick taps is meant.
 *
 * @param {EventTarget | null} target
 */
function goesOn(target) {
	return target instanceof Element && target.closest("[data-repeats]") !== null;
}

/** Called once: from here on, only taps that were meant come through. */
export function guardTaps() {
	addEventListener(
		"click",
		(event) => {
			// detail counts taps in quick succession; keys and screen readers give 0.
			const meant = event.detail <= 1 || goesOn(event.target);
			// "inert" stops fingers and keys; a click made by a program (a switch device, a script) still arrives.
			const held = main.inert && event.target instanceof Node && main.contains(event.target);
			if (meant && !held) return;
			event.preventDefault();
			event.stopImmediatePropagation();
		},
		{ capture: true },
	);
}
