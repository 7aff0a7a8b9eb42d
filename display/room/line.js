/**
 * The socket. What breaks is tried again within a second. A line may also die without a word (a cable, a router that
 * forgot it): so it is asked every second whether it stands, and given up for a new one when it does not answer.
 *
 * @typedef {import("./board.js").Board} Board
 */
import { io } from "/look/vendor/socket.io.js";
import { REFUSALS } from "./asking.js";
import { now } from "./clock.js";
import { IS_COPY } from "./copy.js";

const BEAT_MS = 1_000;
/** How long an answer may take; over a slow line, as the line has it. */
const BEAT_PATIENCE_MS = 1_000;
const MOST_PATIENCE_MS = 8_000;
/** The server speaks within 15 s: after this it has forgotten us, however well the line answers. */
const SILENCE_MS = 17_000;
/** An attempt that went into a gap is not waited for; every fourth is, for who sits behind a slow line. */
const ATTEMPT_MS = 1_200;
const PATIENT_ATTEMPT_MS = 8_000;
/** Before it asks again a server that has refused it. */
const REFUSED_MS = 3_000;
const RECONNECT_MS = 250;

/**
 * @param {string} site
 * @param {string | null} screen
 * @param {ReturnType<typeof import("./asking.js").createAsking>} asking
 * @param {object} on
 * @param {(board: Board, fresh: boolean) => void} on.board fresh: the first word of a connection
 * @param {() => void} on.down
 */
export function openLine(site, screen, asking, on) {
	let first = true;
	let isAsked = false;
	let patience = BEAT_PATIENCE_MS;
	let heardAt = now();
	/** @type {string | null} the token that the socket has shown */
	let shown = null;

	const socket = io("/board", {
		transports: ["websocket"],
		timeout: ATTEMPT_MS,
		reconnectionDelay: RECONNECT_MS,
		reconnectionDelayMax: 750,
		// Asked for at each attempt, so that a token that was refused is replaced where another can be had.
		auth: (send) => {
			asking.token().then((token) => {
				shown = token;
				send(IS_COPY ? { site, screen } : { token, screen });
			});
		},
	});
	socket.on("board", (board) => {
		const fresh = first;
		[first, heardAt] = [false, now()];
		on.board(board, fresh);
	});
	socket.on("disconnect", () => {
		// Not at "connect": what the server says while it connects is handed over before that event.
		first = true;
		on.down();
		keepTrying(RECONNECT_MS);
	});
	socket.on("connect_error", (error) => {
		if (REFUSALS.has(error.message)) asking.refuse(shown);
		keepTrying(REFUSED_MS);
	});

	/**
	 * Socket.IO retries what the network broke, but not what the server ended or refused (`active` is false).
	 * @param {number} pause in ms
	 */
	function keepTrying(pause) {
		if (socket.active) return;
		setTimeout(() => {
			if (!socket.active) socket.connect();
		}, pause);
	}

	socket.io.on("reconnect_attempt", (count) => {
		socket.io.timeout(count % 4 === 0 ? PATIENT_ATTEMPT_MS : ATTEMPT_MS);
	});

	function beat() {
		if (!socket.connected || isAsked) return;
		isAsked = true;
		const since = now();
		socket.timeout(patience).emit("beat", (/** @type {Error | null} */ silence) => {
			isAsked = false;
			if (silence === null) patience = Math.max(BEAT_PATIENCE_MS, 2 * (now() - since), 0.95 * patience);
			else doubt();
		});
	}

	function doubt() {
		patience = Math.min(2 * patience, MOST_PATIENCE_MS);
		renew();
	}

	/** A line that was good may be dead; a new one is made in no time. */
	function renew() {
		if (!socket.connected) return;
		socket.disconnect();
		socket.connect();
	}

	/** Whether what the server has to say comes over this line. */
	function isWell() {
		return socket.connected && now() - heardAt < SILENCE_MS;
	}

	setInterval(beat, BEAT_MS);
	return { isWell, renew };
}
