/**
 * The way into the staff corner: a press so long that nobody makes it in passing, where nothing shows that there is
 * anything to press. Only while nobody is being served. This part alone is loaded with the page; the rest comes once
 * somebody has pressed, and what staff can do comes once the server has taken their PIN.
 */
import { CORNER_KEY_MS, CORNER_PRESS_MS } from "../timing.js";

/**
 * The house's name and mark at the start, the picture of a screen that says why there are no tickets. Not where the
 * kiosk says that it does not work: without its server nobody could look at a PIN.
 */
const AT_REST = ["language", "closed", "last_tickets", "stopped", "no_needs"]
	.map((screen) => `main[data-screen="${screen}"]`)
	.join();
const PLACES = ".site-name, .house-mark, .notice > .picture";
/** On a keypad, which has no corner to press; by its place too, as without NumLock it writes no 0. */
const KEYS = ["0", "Numpad0"];
/** A finger that has moved further than this is on its way elsewhere. CSS pixels. */
const STILL_PX = 40;

/** @type {{x: number, y: number} | null} where the finger went down */
let down = null;
let timer = 0;
let isOpening = false;
/** @type {() => void} */
let leave = () => {};

/**
 * Called once.
 *
 * @param {{onClose: () => void}} tell onClose: the corner was closed, the kiosk may rest
 */
export function installCorner({ onClose }) {
	leave = onClose;
	addEventListener("pointerdown", onDown, { capture: true });
	addEventListener("pointermove", onMove, { capture: true });
	for (const end of ["pointerup", "pointercancel"]) addEventListener(end, forget, { capture: true });
	// Of the window alone: what had the focus loses it as soon as a finger goes down elsewhere.
	addEventListener("blur", forget);
	addEventListener("keydown", onKey, { capture: true });
	addEventListener("keyup", forget, { capture: true });
}

/** @param {PointerEvent} event */
function onDown(event) {
	forget();
	const place = event.target instanceof Element ? event.target.closest(PLACES) : null;
	// A second finger, or another button than the first, is no press of this kind.
	if (!event.isPrimary || event.button !== 0 || !place?.closest(AT_REST)) return;
	down = { x: event.clientX, y: event.clientY };
	openAfter(CORNER_PRESS_MS, place);
}

/** @param {PointerEvent} event */
function onMove({ clientX, clientY }) {
	if (down !== null && Math.hypot(clientX - down.x, clientY - down.y) > STILL_PX) forget();
}

/** @param {KeyboardEvent} event */
function onKey({ key, code, repeat }) {
	const isKey = KEYS.includes(key) || KEYS.includes(code);
	if (repeat && isKey) return;
	forget();
	const rest = document.querySelector(AT_REST);
	if (isKey && rest?.firstElementChild) openAfter(CORNER_KEY_MS, rest.firstElementChild);
}

function forget() {
	clearTimeout(timer);
	down = null;
}

/**
 * @param {number} milliseconds
 * @param {Element} place the press ends with the screen on which it began
 */
function openAfter(milliseconds, place) {
	// Drawn again, because the site or its letters have changed, it is the same screen; no more so once something on it
	// was chosen, and the answer is awaited.
	const main = /** @type {HTMLElement} */ (place.closest("main"));
	const { screen } = main.dataset;
	const stands = () => main.dataset.screen === screen && !main.inert;
	timer = setTimeout(async () => {
		forget();
		if (!stands() || isOpening) return;
		isOpening = true;
		try {
			const { openDoor } = await import("./door.js");
			await openDoor(leave, stands);
		} finally {
			isOpening = false;
		}
	}, milliseconds);
}
