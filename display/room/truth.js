/**
 * How far the screen's knowledge can be believed, and what that asks it to show. Pure, like board.js.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./board.js").State} State
 * @typedef {{name: "connecting" | "live" | "stale" | "offline", age: number}} Condition age in ms
 */

/** The server sends the whole truth every 15 s: after 20 s without it, one was lost. */
export const STALE_MS = 20_000;
/** What is older is not shown as current. */
const OFFLINE_MS = 60_000;
/** How long a screen that holds nothing, or is refused, tries before it says so: a restart of the server takes less. */
const FAILING_MS = 5_000;
/** A closed site keeps its last call on the screen this long. */
const LAST_CALL_MS = 300_000;

/**
 * How far what is held can be believed.
 * @param {State} state
 * @param {number} now
 * @returns {Condition}
 */
export function conditionOf(state, now) {
	const age = state.board === null ? 0 : now - state.heardAt;
	const failing = state.failingSince !== null && now - state.failingSince > FAILING_MS;
	if (failing || age > OFFLINE_MS) return { name: "offline", age };
	if (state.board === null) return { name: "connecting", age };
	return { name: age > STALE_MS ? "stale" : "live", age };
}

/**
 * The site's time now, in ms since 1970; null while it is not known.
 * @param {State} state
 * @param {number} now
 */
export function siteTime(state, now) {
	return state.board === null ? null : Date.parse(state.board.at) + now - state.heardAt;
}

/**
 * What a board that can be believed calls for.
 * @param {Board} board
 * @param {number} time the site's
 * @returns {"welcome" | "no-tickets" | "calls" | "closed"}
 */
export function sceneOf(board, time) {
	const newest = board.calls[0];
	if (newest === undefined) {
		if (!board.open) return "closed";
		return givesTickets(board) ? "welcome" : "no-tickets";
	}
	const over = !board.open && board.waiting === 0 && time - Date.parse(newest.called_at) > LAST_CALL_MS;
	return over ? "closed" : "calls";
}

/**
 * Whether who comes in now can take a ticket at the kiosk; the people who wait are called all the same.
 * @param {Board} board
 */
export function givesTickets({ open, phase, stopped }) {
	return open && phase !== "last_tickets" && !stopped;
}
