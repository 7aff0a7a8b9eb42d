/**
 * Screens and devices: the copies of the screens fitted into the page, and what is told beneath them kept true. The
 * copies themselves are pages that live on by themselves: no new drawing touches them.
 */
import "/look/vendor/htmx.js";
import { sayChanges } from "./said.js";

const told = /** @type {HTMLElement} */ (document.getElementById("devices"));
const offline = /** @type {HTMLElement} */ (document.getElementById("offline"));

/** A button that is replaced between press and release would lose the click. */
let isPressed = false;

const copies = () => told.querySelector("[data-copies]")?.getAttribute("data-copies");
/** A screen that came into the site's catalogue or left it has no place on a page drawn before. */
const drawnFor = copies();

/** Each copy at its screen's own size, then as a whole as small as its frame. */
function fit() {
	for (const copy of document.querySelectorAll("[data-copy]")) {
		const [wide, high] = copy.querySelector("[data-size]")?.getAttribute("data-size")?.split("x").map(Number) ?? [];
		const frame = /** @type {HTMLElement} */ (copy.querySelector(".frame"));
		frame.style.setProperty("--wide", String(wide));
		frame.style.setProperty("--high", String(high));
		frame.style.setProperty("--smaller", String(frame.clientWidth / Number(wide)));
	}
}

for (const [sign, pressed] of [
	["pointerdown", true],
	["pointerup", false],
	["pointercancel", false],
]) {
	document.addEventListener(/** @type {string} */ (sign), () => {
		isPressed = Boolean(pressed);
	});
}

document.body.addEventListener("htmx:beforeSwap", (event) => {
	const { detail } = /** @type {CustomEvent} */ (event);
	if (isPressed && detail.requestConfig.verb === "get") detail.shouldSwap = false;
});
document.body.addEventListener("htmx:afterSettle", () => {
	offline.hidden = true;
	if (copies() !== drawnFor) location.reload();
	fit();
	sayChanges(document.body);
});
for (const failure of ["htmx:sendError", "htmx:timeout"]) {
	document.body.addEventListener(failure, () => {
		offline.hidden = false;
	});
}
document.body.addEventListener("htmx:responseError", (event) => {
	const { status } = /** @type {CustomEvent} */ (event).detail.xhr;
	// Signed out meanwhile, a page of another session, or a site that is gone: as at the desk.
	if (status === 400 || status === 401 || status === 404) location.reload();
	else offline.hidden = false;
});

// Its buttons work from here on: htmx, which was there first, has seen to them.
document.addEventListener("DOMContentLoaded", () => {
	told.inert = false;
});

new ResizeObserver(fit).observe(document.body);
fit();
sayChanges(document.body);
