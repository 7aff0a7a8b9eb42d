/**
 * What a call goes without where the screen has no room for all of it in letters that the last row can read. Letters
 * are never made smaller (measure.js): parts are left out, those first that the room misses least. Each scene says in
 * `data-spares` which it can spare, in the order in which they go; tight.css knows what each leaves out.
 */

const A_PIXEL = 1;
/** The word of a recall is told by its picture too: it may cost the number nothing. */
const RECALL_WORD = "recall-word";
/** How much larger than the rest the number of a call is at least: it is what is looked for. */
const LARGE = 1.35;

/**
 * Leaves out of a scene what has no room, and nothing else.
 * @param {HTMLElement} scene
 */
export function fit(scene) {
	/** @type {string[]} */
	let without = [RECALL_WORD];
	leaveOut(scene, without);
	measureNumber(scene);
	for (const part of scene.dataset.spares?.split(" ") ?? []) {
		if (isWhole(scene) && isLarge(scene)) break;
		without.push(part);
		leaveOut(scene, without);
	}
	// A number of five signs on a screen that is too small for its room is as large as it can be.
	const isWell = isLarge(scene) ? (/** @type {HTMLElement} */ one) => isWhole(one) && isLarge(one) : isWhole;
	// What went in vain comes back, the dearest first: leaving out a row of the list makes no room beside it.
	for (const part of without.slice(1).reverse()) {
		const fewer = without.filter((other) => other !== part);
		leaveOut(scene, fewer);
		if (isWell(scene)) without = fewer;
	}
	leaveOut(scene, without);
	giveWord(scene, without, isWell);
}

/**
 * Whoever missed a call looks for the number again: the word to a recall stands where the number stays as large.
 * @param {HTMLElement} scene
 * @param {string[]} without
 * @param {(scene: HTMLElement) => boolean} isWell
 */
function giveWord(scene, without, isWell) {
	const large = numberSize(scene);
	leaveOut(scene, without.slice(1));
	if (!isWell(scene) || numberSize(scene) < large - A_PIXEL) leaveOut(scene, without);
}

/** @param {HTMLElement} scene */
function numberSize(scene) {
	const number = scene.querySelector(".number-box .number");
	return number === null ? 0 : Number.parseFloat(getComputedStyle(number).fontSize);
}

/**
 * How wide the large number is in its own em, whatever its letter: the style sheet makes it as large as it may be.
 * @param {HTMLElement} scene
 */
function measureNumber(scene) {
	const number = scene.querySelector(".number-box .number");
	if (number === null) return;
	const wide = number.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(number).fontSize);
	scene.style.setProperty("--wide", wide.toFixed(3));
}

/**
 * @param {HTMLElement} scene
 * @param {string[]} parts
 */
function leaveOut(scene, parts) {
	scene.dataset.without = parts.join(" ");
}

/**
 * Whether all that stands in a scene, and in those parts of it that hold lines of their own, has its place there.
 * @param {HTMLElement} scene
 */
function isWhole(scene) {
	return [scene, ...scene.querySelectorAll("[data-whole]")].every((box) => {
		const { top, bottom } = box.getBoundingClientRect();
		// By their boxes: a letter's own is higher than its line, and so would be what scrolls.
		return [...box.children].filter(isSeen).every((part) => {
			const at = part.getBoundingClientRect();
			const isWide = part.scrollWidth > part.clientWidth + A_PIXEL;
			return at.top >= top - A_PIXEL && at.bottom <= bottom + A_PIXEL && !isWide;
		});
	});
}

/** @param {HTMLElement} scene */
function isLarge(scene) {
	const [number, other] = [".number-box .number", ".counter"].map((name) => scene.querySelector(name));
	if (!number || !other) return true;
	const [large, size] = [number, other].map((part) => Number.parseFloat(getComputedStyle(part).fontSize));
	return Number(large) >= LARGE * Number(size) - A_PIXEL;
}

/**
 * Whether a box of a fixed height holds the text that is written in it.
 * @param {HTMLElement} box
 */
export function holds(box) {
	// A letter's own box is higher than its line: a line too many shows by half a line at least.
	const halfLine = Number.parseFloat(getComputedStyle(box).lineHeight) / 2;
	return box.scrollHeight - box.clientHeight < halfLine && box.scrollWidth <= box.clientWidth + A_PIXEL;
}

/** @param {Element} part */
function isSeen(part) {
	return part.getClientRects().length > 0 && getComputedStyle(part).position !== "absolute";
}
