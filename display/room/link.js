/**
 * The road to the server: Socket.IO, and plain HTTP whenever the socket is down or silent. It carries boards and
 * decides nothing about them. It never gives up.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./setting.js").Site} Site
 * @typedef {{body: any} | {code: string}} Answer
 */
import { deviceToken } from "/look/device.js";
import { io } from "/look/vendor/socket.io.js";

const POLL_MS = 5_000;
/** A request that takes longer has failed: the next one is due. */
const PATIENCE_MS = 4_000;
/** The server speaks every 15 s; a socket that has not for 20 s may be dead without knowing it. */
const SILENCE_MS = 20_000;
const RECONNECT_MS = 3_000;
/** The server does not know this device, or not as a screen of this site. */
export const REFUSALS = new Set(["unauthenticated", "wrong_role", "foreign_site"]);

/**
 * @param {string} site
 * @param {object} on
 * @param {(site: Site) => void} on.site
 * @param {(board: Board, fresh: boolean) => void} on.board fresh: see hear() in board.js
 * @param {(code: string, since: number) => void} on.failure both ways failed; since on the page clock
 */
export function openLink(site, on) {
	let first = true;
	let described = false;
	let polling = false;
	let heardAt = performance.now();
	/** @type {Promise<string | null> | null} */
	let asking = null;
	/** @type {string | null} the token that the server did not know */
	let refused = null;
	/** @type {string | null} the token that the socket has shown */
	let shown = null;

	const socket = io("/board", {
		transports: ["websocket"],
		reconnectionDelay: 500,
		reconnectionDelayMax: RECONNECT_MS,
		// Asked for at each attempt, so that a token that was refused is replaced where another can be had.
		auth: (send) => {
			askToken().then((token) => {
				shown = token;
				send({ token });
			});
		},
	});
	socket.on("board", (board) => hear(board, first));
	socket.on("disconnect", () => {
		// Not at "connect": what the server says while it connects is handed over before that event.
		first = true;
		described = false;
		keepTrying();
		poll();
	});
	socket.on("connect_error", (error) => {
		if (REFUSALS.has(error.message)) refused = shown;
		keepTrying();
	});

	/** Socket.IO retries what the network broke, but not what the server ended or refused (`active` is false). */
	function keepTrying() {
		if (!socket.active) setTimeout(() => socket.connect(), RECONNECT_MS);
	}

	/** One question at a time: the socket and HTTP start together, and must not be given two tokens. */
	function askToken() {
		asking ??= deviceToken(site, "display", refused).finally(() => {
			asking = null;
		});
		return asking;
	}

	/**
	 * @param {Board} board
	 * @param {boolean} fresh
	 */
	function hear(board, fresh) {
		heardAt = performance.now();
		first = false;
		if (!described) describe();
		on.board(board, fresh);
	}

	function isSocketWell() {
		return socket.connected && performance.now() - heardAt < SILENCE_MS;
	}

	async function poll() {
		if (polling) return;
		polling = true;
		const since = performance.now();
		const answer = await get("/board");
		polling = false;
		// The server has read it for this very question, so each answer is as fresh as the first word of a connection.
		if ("body" in answer) hear(answer.body, true);
		// The socket may have come back while this request was dying.
		else if (!isSocketWell()) on.failure(answer.code, since);
	}

	/** The site's name and languages: asked again after each break, and with each board until they are known. */
	async function describe() {
		described = true;
		const answer = await get("");
		if ("body" in answer) on.site(answer.body);
		else described = false;
	}

	/**
	 * @param {string} path below the site
	 * @returns {Promise<Answer>}
	 */
	async function get(path) {
		try {
			const token = await askToken();
			if (token === null) return { code: "unauthenticated" };
			const response = await fetch(`/api/v1/sites/${encodeURIComponent(site)}${path}`, {
				headers: { Authorization: `Bearer ${token}` },
				cache: "no-store",
				signal: AbortSignal.timeout(PATIENCE_MS),
			});
			const body = await response.json();
			if (response.ok) return { body };
			if (REFUSALS.has(body.code)) refused = token;
			return { code: String(body.code) };
		} catch {
			// No network, no answer in time, or an answer that is not JSON: to this screen all are "not reached".
			return { code: "unreachable" };
		}
	}

	poll();
	setInterval(() => {
		if (!isSocketWell()) poll();
	}, POLL_MS);
}
