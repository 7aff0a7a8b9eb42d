/**
 * What the waiting-room screen knows, and how it changes; hear.js adds what comes. Nothing here touches the page, the
 * network or a clock: each function takes the state and the time and answers the next state, so that every case can
 * be thought through.
 *
 * `now` is the page's own monotonic clock (performance.now(), in ms). A wall clock that is set in the middle of the
 * day must neither age what is shown nor make it young again.
 *
 * @typedef {object} Call
 * @property {number} seq the site's version that it made: tells calls apart and orders them
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
 * @property {string | null} screen the screen that it is for; null for the whole site
 * @property {number} oldest every call that stands from this seq on is among `calls`
 * @property {string} hash stands for what the board says; see digest.js
 * @property {string} setup stands for what the page reads of its site but once
 * @property {string} build of the page that the server would serve now
 *
 * @typedef {object} State
 * @property {Board | null} board the newest believed
 * @property {number} heardAt when it came (page clock)
 * @property {number | null} failingSince since when the screen could learn nothing, holding nothing, or is refused (page
 *   clock). One that holds a board says how old it is instead
 * @property {number[]} heard the seqs of the calls already known, newest first
 * @property {Call[]} pending calls to announce, in the order they were made
 * @property {Showing | null} showing the call that fills the screen
 * @property {number} announced how many announcements were made
 *
 * @typedef {object} Showing
 * @property {Call} call
 * @property {boolean} inHaste whether others wait for their turn
 * @property {number} until it fills the screen at least (page clock)
 * @property {boolean} said whether it has been said to its end, or could not be
 */
import { conditionOf } from "./truth.js";

const SHOW_MS = 6_000;
/** With many calls waiting for their turn, each is shown for less, so that the last is not told too late. */
const SHOW_IN_HASTE_MS = 4_000;
/** Calls that wait for their turn, from which on there is haste. */
const HASTE = 3;
/** The voice has watchdogs of its own. Should it hang all the same, people are still called. */
const UNSAID_MS = 60_000;

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
 * The server could be reached neither way, or did not want this screen.
 * @param {State} state
 * @param {number} since
 * @param {boolean} isRefused
 * @returns {State}
 */
export function fail(state, since, isRefused) {
	if (state.failingSince !== null || (state.board !== null && !isRefused)) return state;
	return { ...state, failingSince: since };
}

/**
 * An announcement has been said to its end, or could not be.
 * @param {State} state
 * @param {number} announced which one: as many as had been made with it
 * @returns {State}
 */
export function told(state, announced) {
	if (state.showing === null || state.announced !== announced) return state;
	return { ...state, showing: { ...state.showing, said: true } };
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
	if (state.showing !== null && !hasHadItsTime(state.showing, now)) return state;
	const [call, ...pending] = state.pending;
	if (call === undefined) return state.showing === null ? state : { ...state, showing: null };
	const inHaste = pending.length >= HASTE;
	const until = now + (inHaste ? SHOW_IN_HASTE_MS : SHOW_MS);
	return { ...state, showing: { call, inHaste, until, said: false }, pending, announced: state.announced + 1 };
}

/**
 * @param {Showing} showing
 * @param {number} now
 */
function hasHadItsTime({ until, said }, now) {
	return now >= until && (said || now >= until + UNSAID_MS);
}
