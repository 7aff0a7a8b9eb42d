/**
 * Fingers while everything is read aloud. One tap, or a finger that moves about, hears what is under it; two taps choose.
 * A tap by itself presses nothing.
 *
 * Two taps choose what was heard last, wherever on the screen they fall. Only when they fall on another choice than the
 * one heard last is it not clear which was meant: then that other one is heard, and two more taps choose it.
 */
import { choose, currentStop, hear, isAloud, stops } from "./aloud.js";
import { isChoice, shownPart } from "./reading.js";

/** Between two taps that belong together, from touch to touch. Slow fingers are given time. */
const DOUBLE_MS = 700;
/** The second tap falls about where the first did; and a finger that has moved further than this was exploring. */
const NEAR_PX = 80;

/** @typedef {{at: number, x: number, y: number}} Tap */

/** @type {(Tap & {hasMoved: boolean, isSecond: boolean}) | null} the finger on the screen */
let down = null;
/** @type {Tap | null} the tap before, which another may make a double one */
let before = null;
/** @type {HTMLElement | null} the choice that had been heard when the first tap fell */
let heardBefore = null;
/** Whether what the finger does is ours, up to the click that the browser makes of it. */
let isOurs = false;

/** Called once. */
export function startTouch() {
	addEventListener("pointerdown", onDown, { capture: true });
	addEventListener("pointermove", onMove, { capture: true });
	addEventListener("pointerup", onUp, { capture: true });
	addEventListener("pointercancel", forget, { capture: true });
	// Clicks that keys and programs make count no taps (detail 0): those press, as ever.
	addEventListener("click", (event) => isOurs && event.detail > 0 && stopHere(event), { capture: true });
	addEventListener("accueil:aloud", forget);
}

/** The click that the finger on the screen will make is dropped: it has done its work already. */
export function takeClick() {
	isOurs = true;
}

/** @param {PointerEvent} event */
function onDown(event) {
	if (!event.isPrimary) return;
	isOurs = isAloud() && shownPart().querySelector("[data-say]") !== null && !isAnswerAnywhere();
	down = null;
	// What has just appeared is not under the finger yet: see startFresh in page.js.
	if (!isOurs || document.body.dataset.fresh !== undefined) return;
	const { clientX: x, clientY: y } = event;
	const at = performance.now();
	const isSecond = before !== null && at - before.at <= DOUBLE_MS && isNear(before, x, y);
	down = { at, x, y, hasMoved: false, isSecond };
	if (isSecond) return;
	const heard = currentStop();
	heardBefore = heard !== null && isChoice(heard) ? heard : null;
	const stop = stopAt(x, y);
	if (stop !== null) hear(stop);
}

/** @param {PointerEvent} event */
function onMove({ isPrimary, clientX: x, clientY: y }) {
	if (!isPrimary || down === null || isNear(down, x, y, NEAR_PX / 2)) return;
	down.hasMoved = true;
	const stop = stopAt(x, y);
	if (stop !== null && stop !== currentStop()) hear(stop);
}

/** @param {PointerEvent} event */
function onUp({ isPrimary }) {
	if (!isPrimary || down === null) return;
	const tap = down;
	down = null;
	before = tap.hasMoved || tap.isSecond ? null : tap;
	if (tap.isSecond && !tap.hasMoved) chooseAt(tap);
}

/** @param {Tap} tap */
function chooseAt({ x, y }) {
	const under = stopAt(x, y);
	const isOnChoice = under !== null && isChoice(under);
	// Already heard by the first of the two taps: it is the current one now.
	if (isOnChoice && heardBefore !== null && heardBefore !== under) return;
	const meant = isOnChoice ? under : heardBefore;
	if (meant?.isConnected) choose(meant);
}

/**
 * @param {number} x
 * @param {number} y
 */
function stopAt(x, y) {
	const hit = document.elementFromPoint(x, y);
	const speaker = /** @type {HTMLElement | null | undefined} */ (hit?.closest(".tile-speaker"));
	// The speaker in a tile's corner is the tile, for who does not see it.
	const under = speaker ? document.getElementById(speaker.dataset.speaks ?? "") : hit;
	return stops().find((stop) => stop.contains(under)) ?? null;
}

/**
 * @param {Tap} tap
 * @param {number} x
 * @param {number} y
 * @param {number} [limit] in pixels
 */
function isNear(tap, x, y, limit = NEAR_PX) {
	return Math.hypot(tap.x - x, tap.y - y) <= limit;
}

/** "Are you still there?" is answered by any tap at all. */
function isAnswerAnywhere() {
	return shownPart().id === "still-here";
}

/** @param {Event} event */
function stopHere(event) {
	event.preventDefault();
	event.stopImmediatePropagation();
}

function forget() {
	down = null;
	before = null;
	heardBefore = null;
}
