/**
 * How a page gets its token: it shows a code, somebody at the desk types it, and the page fetches the token with a proof
 * that it shows nobody. After RFC 8628. The kiosk and the waiting-room screen share this.
 */
import { keepToken } from "/look/device.js";

const PATIENCE_MS = 8_000;
/** Asked sooner, the server wants to be asked so much less often (RFC 8628, 3.5). */
const SLOWER_S = 5;

/**
 * One code from its beginning to its end.
 *
 * @param {string} site
 * @param {"kiosk" | "display"} role
 * @param {(code: string) => void} show
 * @param {() => boolean | Promise<boolean>} isOver asked after each pause: the page may be known again by itself
 * @returns {Promise<"paired" | "over" | "expired" | "none">} none: there is no code to be had now
 */
export async function pair(site, role, show, isOver) {
	const opened = await ask("", { role, site });
	if (opened.status !== 201) return "none";
	const { code, proof, expires_in, interval } = opened.body;
	const end = performance.now() + 1_000 * expires_in;
	let seconds = interval;
	show(code);
	while (performance.now() < end) {
		await pause(1_000 * seconds);
		if (await isOver()) return "over";
		const { status, body } = await ask("/claim", { proof });
		if (status === 200 && body.state === "paired") {
			keepToken(site, role, body.token);
			return "paired";
		}
		if (status === 404) return "expired";
		if (status === 429) seconds += SLOWER_S;
	}
	return "expired";
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<{status: number, body: any}>} status 0: no whole answer came
 */
async function ask(path, body) {
	try {
		const answer = await fetch(`/api/v1/pairings${path}`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(body),
			cache: "no-store",
			signal: signalAfter(PATIENCE_MS),
		});
		return { status: answer.status, body: await answer.json() };
	} catch {
		return { status: 0, body: null }; // away or silent: the code stands, and is asked about again
	}
}

/**
 * As AbortSignal.timeout(), by the page's own clock.
 * @param {number} ms
 */
function signalAfter(ms) {
	const end = new AbortController();
	setTimeout(() => end.abort(), ms);
	return end.signal;
}

/** @param {number} ms */
function pause(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
