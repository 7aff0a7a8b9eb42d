/**
 * What the screen asks of the server over plain HTTP, as the device that it is.
 *
 * @typedef {{body: any} | {code: string, isBusy: boolean}} Answer isBusy: the server is there, and wants to be asked
 *   less often
 */
import { deviceToken } from "/look/device.js";
import { IS_COPY } from "./copy.js";

/** A request that takes longer has failed. */
const PATIENCE_MS = 4_000;
const TOO_MANY = 429;
const SERVER_FAULT = 500;
/** The server does not know this device, or not as a screen of this site. */
export const REFUSALS = new Set(["unauthenticated", "wrong_role", "foreign_site"]);

/** @param {string} site */
export function createAsking(site) {
	/** @type {Promise<string | null> | null} */
	let finding = null;
	/** @type {string | null} the token that the server did not know */
	let refused = null;

	/**
	 * One question at a time: the socket and HTTP start together, and must not be given two tokens. A copy at the desk
	 * needs none: who looks at it is signed in.
	 * @returns {Promise<string | null>}
	 */
	function token() {
		if (IS_COPY) return Promise.resolve(null);
		finding ??= deviceToken(site, "display", refused).finally(() => {
			finding = null;
		});
		return finding;
	}

	/** @param {string | null} shown the token that the server did not know: another is looked for */
	function refuse(shown) {
		refused = shown;
	}

	/**
	 * A token that is refused is replaced at once where another can be had.
	 * @param {string} path below the site
	 * @param {object} [body] put there; without one the path is read
	 * @returns {Promise<Answer>}
	 */
	async function ask(path, body) {
		const shown = await token();
		const answer = await send(path, shown, body);
		if ("body" in answer || !REFUSALS.has(answer.code)) return answer;
		refuse(shown);
		const other = await token();
		return other === shown ? answer : send(path, other, body);
	}

	/**
	 * @param {string} path
	 * @param {string | null} shown
	 * @param {object} [body]
	 * @returns {Promise<Answer>}
	 */
	async function send(path, shown, body) {
		if (shown === null && !IS_COPY) return { code: "unauthenticated", isBusy: true };
		try {
			return await answerOf(await fetch(`/api/v1/sites/${encodeURIComponent(site)}${path}`, request(shown, body)));
		} catch {
			// No network, no answer in time, or an answer that is not JSON: to this screen all are "not reached".
			return { code: "unreachable", isBusy: false };
		}
	}

	return { token, refuse, ask };
}

/**
 * @param {string | null} token
 * @param {object} [body]
 * @returns {RequestInit}
 */
function request(token, body) {
	const headers = new Headers();
	if (token !== null) headers.set("Authorization", `Bearer ${token}`);
	const common = { headers, cache: /** @type {const} */ ("no-store"), signal: signalAfter(PATIENCE_MS) };
	if (body === undefined) return common;
	headers.set("Content-Type", "application/json");
	return { ...common, method: "PUT", body: JSON.stringify(body) };
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

/**
 * @param {Response} response
 * @returns {Promise<Answer>}
 */
async function answerOf(response) {
	const isBusy = response.status === TOO_MANY || response.status >= SERVER_FAULT;
	const answer = await response.json();
	if (response.ok) return { body: answer };
	const code = String(answer.code);
	return { code, isBusy: isBusy || REFUSALS.has(code) };
}
