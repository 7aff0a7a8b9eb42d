/**
 * Arrow keys without speech: the focus moves to the nearest button in that direction, and Enter or the space bar presses
 * it, as the browser does by itself.
 */
import { isAloud } from "./aloud.js";
import { shownPart } from "./reading.js";

/** What lies to the side of the way counts this much more than what lies along it. */
const ASIDE = 2;

const AROUND = "#sound-strip button, #frame button";

/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Called once. */
export function startKeys() {
	addEventListener("keydown", (event) => {
		const way = WAYS[event.key];
		if (way === undefined || isAloud() || event.ctrlKey || event.altKey || event.metaKey) return;
		if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
		event.preventDefault();
		goalOf(way)?.focus();
	});
}

/**
 * @param {[number, number]} way
 * @returns {HTMLElement | undefined}
 */
function goalOf(way) {
	const all = buttons();
	const from = all.find((each) => each === document.activeElement);
	if (from === undefined) return all[0];
	const start = middleOf(from);
	const goals = all
		.filter((each) => each !== from)
		.map((each) => ({ each, cost: costOf(start, middleOf(each), way) }))
		.filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
		.sort((one, other) => one.cost - other.cost);
	return goals[0]?.each;
}

/** Choices first: the first arrow finds one of them. A tile's own speaker is reached with the Tab key. */
function buttons() {
	const part = shownPart();
	const around = part instanceof HTMLDialogElement ? [] : document.querySelectorAll(AROUND);
	const all = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("button:not(.tile-speaker)"), ...around]);
	return all.filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[inert]"));
}

/**
 * How far a button is along the way, with what it lies aside counted more; infinite when it is not that way.
 *
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 * @param {[number, number]} way
 */
function costOf(from, to, [right, down]) {
	const [byX, byY] = [to.x - from.x, to.y - from.y];
	const along = byX * right + byY * down;
	const aside = Math.abs(byX * down) + Math.abs(byY * right);
	return along > 1 ? along + ASIDE * aside : Number.POSITIVE_INFINITY;
}

/** @param {HTMLElement} element */
function middleOf(element) {
	const { x, y, width, height } = element.getBoundingClientRect();
	return { x: x + width / 2, y: y + height / 2 };
}
