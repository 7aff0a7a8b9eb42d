/**
 * No way out of the page, and nothing about it that can be pulled out of shape. Whoever stands before the kiosk can
 * touch, press, pinch and drag as they like, on the glass or with whatever keyboard and mouse they find.
 * What a page cannot hold (Ctrl+W, Alt+F4, another console, the address bar) the machine does: see kiosk/host/.
 */

/** What a browser does with fingers, a mouse, a pen or a file, and a kiosk does not. */
const WAYS = [
	"contextmenu",
	"dragstart",
	"dragover",
	"drop",
	"selectstart",
	"copy",
	"cut",
	"paste",
	"auxclick",
	"gesturestart",
];

/** Keys of more than a letter with which one moves, chooses, writes a PIN or leaves a question. All others do nothing. */
const KEYS = new Set([
	"Tab",
	"Enter",
	"Escape",
	"ArrowUp",
	"ArrowDown",
	"ArrowLeft",
	"ArrowRight",
	"Home",
	"End",
	"PageUp",
	"PageDown",
	"Backspace",
	"Delete",
	"Shift",
]);

/** Called once. */
export function guardPage() {
	for (const way of WAYS) addEventListener(way, refuse, { capture: true });
	// The middle button scrolls, the fourth and fifth go back and forward: on pressing or on letting go, as browsers like.
	addEventListener("mousedown", refuseOtherButtons, { capture: true });
	addEventListener("mouseup", refuseOtherButtons, { capture: true });
	// Not passive: what is passive cannot be prevented.
	addEventListener("wheel", refuseZoom, { capture: true, passive: false });
	addEventListener("touchmove", refusePinch, { capture: true, passive: false });
	addEventListener("keydown", refuseKey, { capture: true });
	holdHistory();
}

/** @param {Event} event */
function refuse(event) {
	event.preventDefault();
}

/** @param {MouseEvent} event */
function refuseOtherButtons(event) {
	if (event.button !== 0) event.preventDefault();
}

/**
 * A pinch on a touchpad arrives as a wheel with Ctrl.
 *
 * @param {WheelEvent} event
 */
function refuseZoom(event) {
	if (event.ctrlKey) event.preventDefault();
}

/**
 * The style sheet's touch-action holds two fingers as well; not every browser keeps to it.
 *
 * @param {TouchEvent} event
 */
function refusePinch(event) {
	if (event.touches.length > 1) event.preventDefault();
}

/** @param {KeyboardEvent} event */
function refuseKey(event) {
	const { key, repeat } = event;
	const isShortcut = event.ctrlKey || event.altKey || event.metaKey;
	const isHere = key.length === 1 || KEYS.has(key);
	// A key held down is one press, unless it moves something.
	const isAgain = repeat && key !== "Tab" && key !== "Backspace" && !key.startsWith("Arrow");
	if (isShortcut || !isHere || isAgain) event.preventDefault();
}

/**
 * The page stands on a second entry of its own: going back lands on the first, and comes back from there. Browsers skip
 * an entry that a page made before anybody touched it, so it is made at the first touch; and by then the device's token,
 * which comes in the address, has been taken out of it.
 */
function holdHistory() {
	const stand = () => {
		if (history.state !== "held") history.pushState("held", "");
	};
	for (const sign of ["pointerup", "keyup"]) addEventListener(sign, stand, { capture: true });
	addEventListener("popstate", ({ state }) => {
		if (state !== "held") history.forward();
	});
}
