/**
 * What a new board changes in what the screen knows. Pure, like board.js.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("./board.js").State} State
 */
import { conditionOf, STALE_MS } from "./truth.js";

/** A page that has just been opened repeats only what the room may still be getting up for. */
const RECENT_AT_START_MS = 20_000;
/** A screen that comes back announces what it missed, but not the calls of the whole morning. */
const RECENT_MS = 120_000;
/** As many as the server keeps: a call that leaves the board and comes back is not a new call. */
const REMEMBERED = 240;

/**
 * A board came, over the socket or HTTP.
 * @param {State} state
 * @param {Board} board
 * @param {number} now
 * @param {boolean} fresh did the server read it for this screen: the first word of a connection, an answer to a question?
 * @param {Call[]} missed calls that fell between the board before and this one, the earliest first
 * @returns {State}
 */
export function hear(state, board, now, fresh, missed) {
	if (isOutdated(state, board, now, fresh)) return { ...state, failingSince: null };
	const held = isReset(state, board) ? { ...state, heard: [], pending: [] } : state;
	const told = toldSince(held, board, now, missed);
	const news = newsOf(held, board, told);
	const numbers = news.map((call) => call.number);
	const seqs = told.map((call) => call.seq).reverse();
	return {
		...held,
		board,
		heardAt: now,
		failingSince: null,
		heard: [...seqs, ...held.heard.filter((seq) => !seqs.includes(seq))].slice(0, REMEMBERED),
		// A recall takes the place of its own call that was still waiting to be announced.
		pending: [
			...stillPending(held, board, now).filter((call) => !numbers.includes(call.number) && !wasTakenBack(call, board)),
			...news,
		],
		showing: held.showing !== null && wasTakenBack(held.showing.call, board) ? null : held.showing,
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
 * A lower version that is believed begins another life of the data: its seqs have nothing to do with those heard.
 * @param {State} state
 * @param {Board} board
 */
function isReset({ board: held }, board) {
	return held !== null && board.version < held.version;
}

/**
 * The calls told by a board and those that fell before it, the earliest first, so that simultaneous calls are told in
 * the order they were made. After an outage only what still stands on the board is worth telling.
 * @param {State} state
 * @param {Board} board
 * @param {number} now
 * @param {Call[]} missed
 */
function toldSince(state, board, now, missed) {
	const told = [...board.calls].reverse();
	if (conditionOf(state, now).name === "offline") return told;
	const listed = told.map((call) => call.seq);
	return [...missed.filter((call) => call.seq < board.oldest && !listed.includes(call.seq)), ...told];
}

/**
 * The calls to announce.
 * @param {State} state
 * @param {Board} board
 * @param {Call[]} told
 */
function newsOf(state, board, told) {
	const oldest = state.board === null ? RECENT_AT_START_MS : RECENT_MS;
	const at = Date.parse(board.at);
	return told.filter((call) => !state.heard.includes(call.seq) && at - Date.parse(call.called_at) <= oldest);
}

/**
 * As above: without an outage nothing is dropped, for a burst may push a call off the board before its turn comes.
 * @param {State} state
 * @param {Board} board
 * @param {number} now
 */
function stillPending(state, { calls }, now) {
	if (conditionOf(state, now).name !== "offline") return state.pending;
	return state.pending.filter((call) => calls.some(({ seq }) => seq === call.seq));
}

/**
 * Whoever was called waits again, or is called to another counter by now: a transfer. To send them to the first one
 * would be wrong, so the call is told no more, and nothing is said of it. It shows by the call's absence from a board
 * that lists all calls from its `oldest` on; a call that newer ones have pushed off the board is still good.
 * @param {Call} call
 * @param {Board} board
 */
function wasTakenBack(call, { calls, oldest }) {
	const same = calls.find(({ number }) => number === call.number);
	return same === undefined ? call.seq >= oldest : same.counter !== call.counter;
}
