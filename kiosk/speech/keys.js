/**
 * Arrow keys without speech: the focus moves to the nearest button in that direction, and Enter or the space bar presses
 * it, as the browser does by itself.
 */
import { isAloud } from "./aloud.js";
import { shownPart } from "./reading.js";

/** What lies to the side of the way counts this much more than what lies along it. */
const ASIDE = 2;

const AROUND = "#sound-strip button, #frame button";

/** By what the key writes, else by its place: keypads lead about where they do not read aloud, in the staff's corner. */
/** @type {Record<string, [number, number]>} */
const WAYS = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
	Numpad6: [1, 0],
	Numpad4: [-1, 0],
	Numpad2: [0, 1],
	Numpad8: [0, -1],
};

/** Called once. */
export function startKeys() {
	addEventListener("keydown", (event) => {
		const way = WAYS[event.key] ?? WAYS[event.code];
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
	const goals = all
		.filter((each) => each !== from)
		.map((each) => ({ each, cost: costOf(from, each, way) }))
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
 * To the left and right one stays in one's row: the bar, which is near, would else come before wide buttons beside.
 *
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 * @param {[number, number]} way
 */
function costOf(from, to, [right, down]) {
	const [start, end] = [middleOf(from), middleOf(to)];
	const [byX, byY] = [end.x - start.x, end.y - start.y];
	const along = byX * right + byY * down;
	const aside = Math.abs(byX * down) + Math.abs(byY * right);
	const isThatWay = along > 1 && (down !== 0 || isInRow(from, to));
	return isThatWay ? along + ASIDE * aside : Number.POSITIVE_INFINITY;
}

/**
 * @param {HTMLElement} one
 * @param {HTMLElement} other
 */
function isInRow(one, other) {
	const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
	return a.top < b.bottom && b.top < a.bottom;
}

/** @param {HTMLElement} element */
function middleOf(element) {
	const { x, y, width, height } = element.getBoundingClientRect();
	return { x: x + width / 2, y: y + height / 2 };
}
