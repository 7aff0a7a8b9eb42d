/**
 * Makes what is shown fit its screen, whatever the language and however long a site's own words are: the letters grow
 * as far as there is room, and never under the size that can be read (see measure.js). Nothing scrolls at a kiosk.
 */

/** Shares of the wanted size, the largest first; under all of them the style sheets hold --text as the floor. */
const STEPS = [1, 0.92, 0.84, 0.8, 0.76, 0.68, 0.6, 0.52, 0.44];
/** Boxes that must hold their words; the same in each of them on one screen. */
const HOLDERS = "main, main > *, main button, main [data-fit]";
/** A rounded pixel is not a word cut off, nor is the room above a letter where lines stand close. */
const SLACK_PX = 1;
const SLACK_EM = 0.1;

/**
 * Sets --fit on the screen; where even the smallest letters are too many, `data-tight` leaves examples and ornaments
 * out, `data-tightest` what a picture beside it says as well, and `data-cut` the end of a site's own very long words.
 *
 * @param {HTMLElement} screen
 */
export function fit(screen) {
	const least = leastShare(screen);
	for (const tightness of [0, 1, 2]) {
		tighten(screen, tightness);
		if (shrink(screen, tightness === 0 ? least : 0)) return;
	}
	// As little as possible: with the smallest letters, as they stand now.
	tighten(screen, 3);
}

/**
 * Who asks for larger letters gets larger ones: before those shrink under their usual size, examples go.
 *
 * @param {HTMLElement} screen
 */
function leastShare(screen) {
	const grown = Number(getComputedStyle(screen).getPropertyValue("--grow"));
	if (grown <= 1) return 0;
	tighten(screen, 0);
	screen.style.setProperty("--grow", "1");
	const usual = shrink(screen) ?? 0;
	screen.style.removeProperty("--grow");
	return usual / grown;
}

/**
 * @param {HTMLElement} screen
 * @param {number} tightness
 */
function tighten(screen, tightness) {
	screen.toggleAttribute("data-tight", tightness > 0);
	screen.toggleAttribute("data-tightest", tightness > 1);
	screen.toggleAttribute("data-cut", tightness > 2);
}

/**
 * @param {HTMLElement} screen
 * @param {number} [least]
 * @returns {number | undefined} the share with which all fits, if there is one
 */
function shrink(screen, least = 0) {
	return STEPS.find((step) => {
		screen.style.setProperty("--fit", String(step));
		return step >= least && overflowing(screen).length === 0;
	});
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
