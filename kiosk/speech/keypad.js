/**
 * Keys while everything is read aloud: those of a USB keypad, found by its raised 5, and the same on a keyboard.
 *
 * Any key of a keypad turns reading aloud on: whoever feels for a keypad needs it, and that first key does nothing else.
 * On a keyboard it is `*`: the arrows move the focus of who sees (keys.js), and must not begin to speak.
 */
import { choose, currentStop, explain, isAloud, sayScreen, setAloud, step } from "./aloud.js";
import { shownPart } from "./reading.js";
import { turnVolume } from "./strip.js";

/** By place on the keyboard (keypads with and without NumLock), else by what the key writes. */
/** @type {Map<string, () => void>} */
const KEYS = new Map([
	["Numpad2", () => step(1)],
	["Numpad8", () => step(-1)],
	["Numpad6", () => step(1)],
	["Numpad4", () => step(-1)],
	["ArrowDown", () => step(1)],
	["ArrowUp", () => step(-1)],
	["ArrowRight", () => step(towardsEnd(1))],
	["ArrowLeft", () => step(towardsEnd(-1))],
	["Numpad5", () => choose()],
	["NumpadEnter", () => choose()],
	["Enter", () => choose()],
	[" ", () => choose()],
	["5", () => choose()],
	["Numpad0", sayScreen],
	["0", sayScreen],
	["+", () => turnVolume(1)],
	["-", () => turnVolume(-1)],
	["/", explain],
	["NumpadDecimal", back],
	[".", back],
	["Escape", back],
	["*", () => setAloud(false)],
]);
/** Held down, these go on; the others are one press. */
const REPEATING = /^(Arrow|Numpad[2468]$)/;

/** Called once. */
export function startKeypad() {
	addEventListener("keydown", onKey, { capture: true });
	addEventListener("keyup", onKeyUp, { capture: true });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
	if (isForOthers(event)) return;
	if (!isAloud()) {
		if (!turnsOn(event)) return;
		take(event);
		if (!event.repeat) setAloud(true);
		return;
	}
	const act = KEYS.get(event.code) ?? KEYS.get(event.key);
	if (act === undefined) return;
	take(event);
	if (event.repeat && !REPEATING.test(event.code)) return;
	if (shownPart().id === "still-here") answerYes();
	else act();
}

/**
 * Whether this key will begin to read everything aloud.
 *
 * @param {KeyboardEvent} event
 */
export function asksForSpeech(event) {
	return !isAloud() && !isForOthers(event) && turnsOn(event);
}

/** @param {KeyboardEvent} event */
function isForOthers({ ctrlKey, altKey, metaKey, target }) {
	return ctrlKey || altKey || metaKey || isElsewhere(target);
}

/** @param {KeyboardEvent} event */
function turnsOn({ code, key }) {
	// Who sees and has a button in focus presses it with the Enter key that is nearest.
	if (code === "NumpadEnter") return !(document.activeElement instanceof HTMLButtonElement);
	return code.startsWith("Numpad") || key === "*";
}

/**
 * A key's way up presses a button too (the space bar): it goes the way of its way down.
 *
 * @param {KeyboardEvent} event
 */
function onKeyUp(event) {
	if (!isAloud() || isElsewhere(event.target)) return;
	if (event.key === " ") take(event);
}

/** Whatever key it is, somebody is there. */
function answerYes() {
	const yes = /** @type {HTMLElement | null} */ (shownPart().querySelector("button"));
	choose(yes);
}

/** A dialog is closed by going back; a screen by the bar's own button, where it has one. */
function back() {
	const part = shownPart();
	const button = part instanceof HTMLDialogElement ? part.querySelector("button") : document.querySelector(BACK);
	if (button instanceof HTMLElement) choose(button);
	else if (currentStop() === null) sayScreen();
}

const BACK = "#frame [data-action='back']";

/**
 * Right is onwards, except where one reads from right to left.
 *
 * @param {1 | -1} toTheRight
 */
function towardsEnd(toTheRight) {
	return document.documentElement.dir === "rtl" ? /** @type {1 | -1} */ (-toTheRight) : toTheRight;
}

/**
 * Somebody writes, a dialog without anything to say stands there, or the staff's corner: its keys are the browser's own
 * and those of keys.js.
 *
 * @param {EventTarget | null} target
 */
function isElsewhere(target) {
	const isWriting = target instanceof Element && target.matches("input, textarea, select");
	const part = shownPart();
	const isMute = part instanceof HTMLDialogElement && !part.querySelector("[data-say]");
	return isWriting || isMute || part.dataset.screen === "corner";
}

/** @param {Event} event */
function take(event) {
	event.preventDefault();
}
