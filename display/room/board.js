/**
 * What the waiting-room screen knows, and how it changes. Nothing here touches the page, the network or a clock:
 * each function takes the state and the time and answers the next state, so that every case can be thought through.
 *
 * `now` is the page's own monotonic clock (performance.now(), in ms). A wall clock that is set in the middle of the
 * day must neither age what is shown nor make it young again.
 *
 * @typedef {object} Call
 * @property {string} number as it is called: "A012"
 * @property {string} counter the counter's id: "3"
 * @property {string} label the words on its sign: "Guichet 3"
 * @property {number} count 1 for a call, more for a recall
 * @property {string} called_at RFC 3339, UTC
 * @property {string} language what the resident chose at the kiosk
 *
 * @typedef {object} Board the site's snapshot, as the server sends it
 * @property {string} site
 * @property {number} version raised by each change of the queue
 * @property {string} at when the snapshot was read, on the site's clock: RFC 3339, UTC
 * @property {boolean} open whether the site receives people
 * @property {"open" | "last_tickets" | "closed"} phase
 * @property {boolean} stopped whether a mediator has stopped the kiosk's tickets
 * @property {Call[]} calls newest first, at most six
 * @property {number} waiting
 *
 * @typedef {object} State
 * @property {Board | null} board the newest believed
 * @property {number} heardAt when it came (page clock)
 * @property {number | null} failingSince when neither the socket nor HTTP reached the server any more (page clock)
 * @property {string[]} heard the calls already known, newest first; see keyOf
 * @property {Call[]} pending calls to announce, in the order they were made
 * @property {{call: Call, until: number} | null} showing the call that fills the screen
 * @property {number} announced how many announcements were made
 */
import { conditionOf, STALE_MS } from "./truth.js";

const SHOW_MS = 6_000;
/** With many calls waiting for their turn, each is shown for less, so that the last is not told too late. */
const SHOW_IN_HASTE_MS = 4_000;
/** A page that has just been opened repeats only what the room may still be getting up for. */
const RECENT_AT_START_MS = 20_000;
/** A screen that comes back announces what it missed, but not the calls of the whole morning. */
const RECENT_MS = 120_000;
const REMEMBERED = 100;
/** The calls that a board holds. */
const MOST_CALLS = 6;

/** @type {Readonly<State>} */
export const START = {
	board: null,
	heardAt: 0,
	failingSince: null,
	heard: [],
	pending: [],
	showing: null,
	announced: 0,
};

/**
 * A board came, over the socket or HTTP.
 * @param {State} state
 * @param {Board} board
 * @param {number} now
 * @param {boolean} fresh did the server read it for this screen: the first word of a connection, an answer to a question?
 * @returns {State}
 */
export function hear(state, board, now, fresh) {
	if (isOutdated(state, board, now, fresh)) return { ...state, failingSince: null };
	const news = newsOf(state, board);
	const keys = board.calls.map(keyOf);
	return {
		...state,
		board,
		heardAt: now,
		failingSince: null,
		// Remembered beyond the board's six: a call that leaves it and comes back is not a new call.
		heard: [...keys, ...state.heard.filter((key) => !keys.includes(key))].slice(0, REMEMBERED),
		// A recall takes the place of its own call that was still waiting to be announced.
		pending: [
			...stillPending(state, keys, now).filter(
				(call) => !numbersOf(news).includes(call.number) && !wasTakenBack(call, board),
			),
			...news,
		],
		showing: state.showing !== null && wasTakenBack(state.showing.call, board) ? null : state.showing,
	};
}

/**
 * Versions decide: within one life of the server's data, a lower version is an older truth that comes late. But data
 * can be reset (a restored backup, a wiped volume), and then lower versions are the truth from now on. A reset shows as
 * a *later* date under a *lower* version. A date alone is only as good as the clock behind it, so one thing more is
 * asked: that the server has just read the board for this screen (the first word of a connection, an answer over HTTP),
 * or that what is held has gone stale, in case the data was reset behind a connection that stayed up. A screen that is
 * offline shows nothing it holds, so it has nothing to defend: it believes whatever comes.
 * @param {State} state
 * @param {Board} board
 * @param {number} now
 * @param {boolean} fresh
 */
function isOutdated(state, board, now, fresh) {
	const held = state.board;
	if (held === null || conditionOf(state, now).name === "offline") return false;
	if (board.version > held.version) return false;
	const later = Date.parse(board.at) - Date.parse(held.at);
	if (board.version === held.version) return later < 0;
	return !(later > 0 && (fresh || now - state.heardAt > STALE_MS));
}

/**
 * The calls to announce, the earliest first, so that simultaneous calls are told in the order they were made.
 * @param {State} state
 * @param {Board} board
 */
function newsOf(state, board) {
	const oldest = state.board === null ? RECENT_AT_START_MS : RECENT_MS;
	const at = Date.parse(board.at);
	return board.calls
		.filter((call) => !state.heard.includes(keyOf(call)) && at - Date.parse(call.called_at) <= oldest)
		.reverse();
}

/**
 * After an outage only what is still on the board is worth announcing. Without one nothing is dropped: a burst may
 * push a call off the board before its turn comes.
 * @param {State} state
 * @param {string[]} keys
 * @param {number} now
 */
function stillPending(state, keys, now) {
	if (conditionOf(state, now).name !== "offline") return state.pending;
	return state.pending.filter((call) => keys.includes(keyOf(call)));
}

/**
 * Whoever was called waits again, or is called to another counter by now: a transfer. To send them to the first one
 * would be wrong, so the call is told no more, and nothing is said of it. It shows by the call's absence from a board
 * that has room for it, or that holds an older one; a call that newer ones have pushed off the board is still good.
 * @param {Call} call
 * @param {Board} board
 */
function wasTakenBack(call, { calls }) {
	const same = calls.find(({ number }) => number === call.number);
	if (same !== undefined) return same.counter !== call.counter;
	const calledAt = Date.parse(call.called_at);
	return calls.length < MOST_CALLS || calls.some((each) => Date.parse(each.called_at) < calledAt);
}

/**
 * The server could be reached neither way at `since`.
 * @param {State} state
 * @param {number} since
 * @returns {State}
 */
export function fail(state, since) {
	return state.failingSince === null ? { ...state, failingSince: since } : state;
}

/**
 * Time went by: end the announcement that has had its time, begin the next.
 * @param {State} state
 * @param {number} now
 * @returns {State}
 */
export function advance(state, now) {
	if (conditionOf(state, now).name === "offline") {
		if (state.showing === null) return state;
		return { ...state, showing: null, pending: [state.showing.call, ...state.pending] };
	}
	if (state.showing !== null && now < state.showing.until) return state;
	const [call, ...pending] = state.pending;
	if (call === undefined) return state.showing === null ? state : { ...state, showing: null };
	const until = now + (pending.length > 2 ? SHOW_IN_HASTE_MS : SHOW_MS);
	return { ...state, showing: { call, until }, pending, announced: state.announced + 1 };
}

/** @param {Call} call */
function keyOf(call) {
	return `${call.number} ${call.count} ${call.called_at}`;
}

/** @param {Call[]} calls */
function numbersOf(calls) {
	return calls.map((call) => call.number);
}
