/**
 * The road between the server and a resident's phone: plain HTTP for the first truth and for wishes; a socket as soon as
 * that is there, and HTTP again while the socket is down or silent.
 * Phones sleep, change networks and lose sockets without noticing, so coming back to the page asks at once.
 *
 * @typedef {import("../../types/phone.js").Ticket} Ticket
 * @typedef {import("../../types/phone.js").Road} Road
 */

const POLL_MS = 10_000;
const AGAIN_MS = 2_000;
const PATIENCE_MS = 12_000;
/** A server that is asked too often is left alone, and so is one that knows nothing under this link. */
const BUSY_MS = 20_000;
const UNKNOWN_MS = 60_000;
/** The server speaks every 15 s. */
const SILENCE_MS = 25_000;
/** Until a wish is given up; each try bears the same request_id, so it is carried out once. */
const WISH_TRIES = 8;

export const UNKNOWN = "unknown_follow_link";
export const BUSY = "too_many_requests";
export const UNREACHABLE = "unreachable";

/**
 * @param {string} secret
 * @param {object} on
 * @param {(ticket: Ticket) => void} on.ticket
 * @param {() => void} on.unknown nothing hangs on this link (any more)
 * @param {() => void} on.busy the server has been asked too often
 */
export function follow(secret, on) {
	/** @type {Road} */
	const road = { socket: null, timer: 0, failures: 0, heardAt: 0, alone: 0, full: 0 };
	let asking = false;

	/** @param {Ticket} ticket */
	function hear(ticket) {
		road.heardAt = Date.now();
		on.ticket(ticket);
		openSocket();
	}

	function isSocketWell() {
		return road.socket?.connected === true && Date.now() - road.heardAt < SILENCE_MS;
	}

	async function poll() {
		if (asking) return;
		asking = true;
		const outcome = await ask(address(secret), { cache: "no-store" });
		asking = false;
		if (typeof outcome !== "string") hear(outcome);
		else if (outcome === UNKNOWN) on.unknown();
		else if (outcome === BUSY) on.busy();
		road.alone = outcome === BUSY ? Date.now() + BUSY_MS : 0;
		road.failures = outcome === UNREACHABLE ? road.failures + 1 : 0;
		next(pauseAfter(outcome));
	}

	/** For what happens by itself: the timer asks again when the server has been left alone for long enough. */
	function pollUnlessBusy() {
		if (Date.now() >= road.alone) poll();
	}

	/** @param {Ticket | string} outcome */
	function pauseAfter(outcome) {
		if (outcome === UNKNOWN) return UNKNOWN_MS;
		if (outcome === BUSY) return BUSY_MS;
		return road.failures > 0 ? Math.min(road.failures * AGAIN_MS, POLL_MS) : POLL_MS;
	}

	/** @param {number} pause in ms, until the next look at the road */
	function next(pause) {
		clearTimeout(road.timer);
		road.timer = setTimeout(() => (isSocketWell() ? next(POLL_MS) : poll()), pause);
	}

	let opening = false;

	/**
	 * HTTP says why, in words that it can also say when sockets cannot be had. It may well go on where sockets are too
	 * many, and each of its answers would ask for one again.
	 * @param {string} code
	 */
	function refuseSocket(code) {
		if (code === BUSY) road.full = Date.now() + BUSY_MS;
		pollUnlessBusy();
	}

	/** The page stands already: what the socket weighs holds nothing up. */
	async function openSocket() {
		if (Date.now() < road.full) return;
		// A socket that the server has closed or refused is not retried by itself.
		if (road.socket !== null && !road.socket.active) road.socket.connect();
		if (road.socket !== null || opening) return;
		opening = true;
		try {
			const { io } = await import("/look/vendor/socket.io.js");
			road.socket = socketOf(io, secret, hear, pollUnlessBusy, refuseSocket);
		} catch {
			// The next truth that comes over HTTP tries again.
		}
		opening = false;
	}

	poll();
	const again = () => {
		if (!document.hidden) pollUnlessBusy();
	};
	document.addEventListener("visibilitychange", again);
	// The first one tells that the page has opened, and it has asked by then.
	addEventListener("pageshow", ({ persisted }) => {
		if (persisted) again();
	});
	addEventListener("online", again);
	return { hear };
}

/**
 * @param {typeof import("socket.io-client").io} io
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear
 * @param {() => void} poll
 * @param {(code: string) => void} refuse
 */
function socketOf(io, secret, hear, poll, refuse) {
	const socket = io("/follow", {
		transports: ["websocket"],
		auth: { secret },
		reconnectionDelay: 1_000,
		reconnectionDelayMax: POLL_MS,
	});
	socket.on("ticket", hear);
	socket.on("disconnect", poll);
	socket.on("connect_error", ({ message }) => {
		if (!socket.active) refuse(message);
	});
	return socket;
}

/**
 * Asks for something until it is answered, under one request_id.
 *
 * @param {string} secret
 * @param {string} verb "cancel", "let_pass" or "set_language"
 * @param {Record<string, string | number>} [more]
 * @returns {Promise<Ticket | string>} the ticket as it stands then, or the code of the refusal
 */
export async function wish(secret, verb, more = {}) {
	const body = JSON.stringify({ verb, request_id: freshId(), ...more });
	const headers = { "Content-Type": "application/json" };
	/** @type {Ticket | string} */
	let outcome = UNREACHABLE;
	for (let left = WISH_TRIES; left > 0; left -= 1) {
		outcome = await ask(`${address(secret)}/moves`, { method: "POST", headers, body });
		if (outcome !== UNREACHABLE && outcome !== BUSY) return outcome;
		await new Promise((resolve) => setTimeout(resolve, outcome === BUSY ? POLL_MS : AGAIN_MS));
	}
	return outcome;
}

/** @param {string} secret */
function address(secret) {
	return `/api/v1/follow/${encodeURIComponent(secret)}`;
}

function freshId() {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} url
 * @param {RequestInit} how
 * @returns {Promise<Ticket | string>} the ticket, or the code of the refusal
 */
async function ask(url, how) {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
	try {
		const response = await fetch(url, { ...how, credentials: "omit", signal: patience.signal });
		const body = await response.json();
		if (response.ok) return body;
		// A server in trouble was not reached, as far as this page goes.
		return response.status >= 500 ? UNREACHABLE : String(body.code);
	} catch {
		// No network, no answer in time, or an answer that is not JSON.
		return UNREACHABLE;
	} finally {
		clearTimeout(timer);
	}
}
