/**
 * Makes what is shown fit its screen, whatever the language and however long a site's own words are: the letters grow
 * as far as there is room, and never under the size that can be read (see measure.js). Nothing scrolls at a kiosk.
 */

/** Shares of the wanted size, the largest first; under all of them the style sheets hold --text as the floor. */
const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44];
/** Boxes that must hold their words; the same in each of them on one screen. */
const HOLDERS = "main, main > *, main button, main [data-fit]";
/** A rounded pixel is not a word cut off, nor is the room above a letter where lines stand close. */
const SLACK_PX = 1;
const SLACK_EM = 0.1;

/**
 * Sets --fit on the screen; where even the smallest letters are too many, `data-tight` leaves examples and ornaments
 * out, and `data-tightest` what a picture beside it says as well.
 *
 * @param {HTMLElement} screen
 */
export function fit(screen) {
	for (const tightness of [0, 1, 2]) {
		screen.toggleAttribute("data-tight", tightness > 0);
		screen.toggleAttribute("data-tightest", tightness > 1);
		for (const step of STEPS) {
			screen.style.setProperty("--fit", String(step));
			if (overflowing(screen).length === 0) return;
		}
	}
}

/**
 * What is too small for its content.
 *
 * @param {HTMLElement} screen
 * @returns {Element[]}
 */
export function overflowing(screen) {
	return [screen, ...screen.ownerDocument.querySelectorAll(HOLDERS)].filter(isTooSmall);
}

/** @param {Element} box */
function isTooSmall(box) {
	// What is hidden, or drawn as a picture, has no words to hold.
	if (box.clientWidth === 0) return false;
	const high = SLACK_PX + SLACK_EM * Number.parseFloat(getComputedStyle(box).fontSize);
	return box.scrollHeight > box.clientHeight + high || box.scrollWidth > box.clientWidth + SLACK_PX;
}
