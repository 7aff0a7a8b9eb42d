/**
 * The road from the server to a resident's phone: Socket.IO, and plain HTTP while the socket is down or silent.
 * Phones sleep, change networks and lose sockets without noticing, so coming back to the page asks at once.
 *
 * @typedef {object} Ticket what the server tells about it
 * @property {string} number "A012"
 * @property {{id: string, name: string}} site
 * @property {string} language
 * @property {string} state
 * @property {number} ahead people called before
 * @property {{low_min: number, high_min: number} | null} wait
 * @property {{id: string, label: string} | null} counter
 * @property {number} call_count
 * @property {string} at when this was true: RFC 3339, UTC
 */
import { io } from "/look/vendor/socket.io.js";

const POLL_MS = 10_000;
const PATIENCE_MS = 8_000;
/** The server speaks every 15 s. */
const SILENCE_MS = 25_000;
const UNKNOWN = "unknown_follow_link";

/**
 * @param {string} secret
 * @param {object} on
 * @param {(ticket: Ticket) => void} on.ticket
 * @param {() => void} on.unknown nothing hangs on this link (any more)
 * @param {() => void} on.failure both ways failed
 */
export function follow(secret, on) {
	let polling = false;
	// The wall clock, because the page's own stands still while a phone sleeps.
	let heardAt = Date.now();

	const socket = io("/follow", {
		transports: ["websocket"],
		auth: { secret },
		reconnectionDelay: 1_000,
		reconnectionDelayMax: POLL_MS,
	});
	socket.on("ticket", hear);
	socket.on("disconnect", poll);
	// Refused: HTTP says why, in words that it can also say when sockets cannot be had.
	socket.on("connect_error", () => {
		if (!socket.active) poll();
	});

	/** @param {Ticket} ticket */
	function hear(ticket) {
		heardAt = Date.now();
		on.ticket(ticket);
	}

	function isSocketWell() {
		return socket.connected && Date.now() - heardAt < SILENCE_MS;
	}

	async function poll() {
		if (polling) return;
		polling = true;
		const outcome = await ask(secret);
		polling = false;
		if (typeof outcome !== "string") hear(outcome);
		else if (outcome === UNKNOWN) on.unknown();
		else if (!isSocketWell()) on.failure();
		// A socket that the server has closed or refused is not retried by itself.
		if (typeof outcome !== "string" && !socket.active) socket.connect();
	}

	poll();
	setInterval(() => {
		if (!isSocketWell()) poll();
	}, POLL_MS);
	document.addEventListener("visibilitychange", () => {
		if (!document.hidden) poll();
	});
}

/**
 * @param {string} secret
 * @returns {Promise<Ticket | string>} the ticket, or the code of the refusal
 */
async function ask(secret) {
	try {
		const response = await fetch(`/api/v1/follow/${encodeURIComponent(secret)}`, {
			cache: "no-store",
			credentials: "omit",
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		const body = await response.json();
		return response.ok ? body : String(body.code);
	} catch {
		// No network, no answer in time, or an answer that is not JSON: to this page all are "not reached".
		return "unreachable";
	}
}
