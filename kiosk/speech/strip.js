/**
 * The strip of sound, beside the bar's speaker: softer, louder, silence, and reading everything. It opens with the speaker,
 * where what changes the looks of the page stood, and gives its place back: when silence is asked for, when the person
 * has gone, or when it has been silent for a while and nothing was pressed.
 */
import { barButton, element } from "../dom.js";
import { STRIP_MS } from "../timing.js";
import { isAloud, setAloud } from "./aloud.js";
import { hush, isSounding, say, sayAtNewVolume } from "./voice.js";
import { changeVolume, LOUDEST, volume } from "./volume.js";

/** @typedef {import("/look/words.js").Words} Words */

const strip = /** @type {HTMLElement} */ (document.querySelector("#sound-strip"));

/** @type {Words | null} */
let shown = null;
let timer = 0;

/** Called once. */
export function startStrip() {
	for (const sign of ["pointerdown", "keydown", "accueil:speaking"]) addEventListener(sign, wait, { capture: true });
}

export function openStrip() {
	strip.hidden = false;
	wait();
}

export function closeStrip() {
	clearTimeout(timer);
	const hasFocus = strip.contains(document.activeElement);
	strip.hidden = true;
	// Who goes by keys goes on from the button that opened it.
	if (hasFocus) /** @type {HTMLElement | null} */ (document.querySelector("#frame-speak button"))?.focus();
}

/** From the end of the sound on, and anew after each press. */
function wait() {
	clearTimeout(timer);
	if (!strip.hidden && !isSounding()) timer = setTimeout(closeStrip, STRIP_MS);
}

/** @param {Words} words */
export function drawStrip(words) {
	shown = words;
	const had = strip.contains(document.activeElement) ? document.activeElement?.getAttribute("data-action") : null;
	const isOn = isAloud();
	const all = barButton("sound-all", "ear", words.say(isOn ? "sound-all-off" : "sound-all"), () => setAloud(!isOn));
	all.setAttribute("aria-pressed", String(isOn));
	strip.setAttribute("role", "group");
	strip.setAttribute("aria-label", words.say("listen"));
	strip.replaceChildren(
		louder("sound-quieter", "minus", words, -1),
		steps(),
		louder("sound-louder", "plus", words, 1),
		barButton("sound-stop", "speaker-x", words.say("sound-stop"), stop),
		all,
	);
	if (had) /** @type {HTMLElement | null} */ (strip.querySelector(`[data-action="${had}"]`))?.focus();
}

/**
 * Another volume. What sounds shows it by itself; in silence, the button's own words do.
 *
 * @param {number} by steps
 */
export function turnVolume(by) {
	if (shown === null) return;
	changeVolume(by);
	drawStrip(shown);
	const id = by > 0 ? "sound-louder" : "sound-quieter";
	if (isSounding()) sayAtNewVolume();
	else say([{ text: shown.say(id), language: shown.language }]);
}

function stop() {
	hush();
	if (!isAloud()) closeStrip();
}

/**
 * @param {string} action
 * @param {string} icon
 * @param {Words} words
 * @param {number} by
 */
function louder(action, icon, words, by) {
	const made = barButton(action, icon, words.say(action), () => turnVolume(by));
	made.dataset.repeats = "";
	made.setAttribute("aria-disabled", String(volume() === (by > 0 ? LOUDEST : 1)));
	return made;
}

/** The volume for the eye. */
function steps() {
	const bars = Array.from({ length: LOUDEST }, (_, at) => {
		const bar = element("i", at < volume() ? { class: "on" } : {});
		bar.style.setProperty("--height", String(at + 1));
		return bar;
	});
	return element("span", { class: "volume", "data-volume": String(volume()), "aria-hidden": "true" }, ...bars);
}
