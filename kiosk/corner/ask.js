/**
 * What the staff corner asks of the server: with the kiosk's own token, and, once the PIN was right, with the grant.
 */
import { deviceToken } from "/look/device.js";
import { siteId } from "../state.js";
import { ANSWER_MS } from "../timing.js";

/**
 * @typedef {{id: string, name: string, since: string, words: string, act: string, urgency: string, can_test: boolean}}
 *   PrinterLine
 * @typedef {{
 *   site: string, name: string, server: string, queue: boolean, phase: string | null, stopped: boolean | null,
 *   waiting: number | null, printers: PrinterLine[], paper: string, gaps: string[],
 * }} Corner
 * @typedef {{id: string, state: string, words: string}} Trial
 */

/**
 * done: the server answered what was asked. refused: it will not; `detail` says it to staff. away: nobody knows whether
 * it was carried out; asked again under the same request_id it happens once.
 *
 * @template T
 * @typedef {{kind: "done", body: T} | {kind: "refused", code: string, detail: string} | {kind: "away"}} Answer
 */

/**
 * @param {string} pin
 * @returns {Promise<Answer<{grant: string, lasts_s: number}>>}
 */
export function askGrant(pin) {
	return ask("POST", "", { pin });
}

/**
 * What can be asked with a grant.
 *
 * @param {string} grant
 */
export function asking(grant) {
	return {
		/** @returns {Promise<Answer<Corner>>} */
		corner: () => ask("GET", "", undefined, grant),
		/**
		 * @param {boolean} issuing
		 * @param {string} request_id
		 * @returns {Promise<Answer<{issuing: boolean}>>}
		 */
		issuing: (issuing, request_id) => ask("PUT", "/issuing", { issuing, request_id }, grant),
		/**
		 * @param {string} printer
		 * @param {string} request_id
		 * @returns {Promise<Answer<{id: string, state: string}>>}
		 */
		testPrint: (printer, request_id) => ask("POST", "/test-print", { printer, request_id }, grant),
		/**
		 * @param {string} job
		 * @returns {Promise<Answer<Trial>>}
		 */
		trial: (job) => ask("GET", `/test-print/${encodeURIComponent(job)}`, undefined, grant),
	};
}

/** @typedef {ReturnType<typeof asking>} Asking */

/**
 * @template T
 * @param {string} method
 * @param {string} path under the site's corner
 * @param {object} [body]
 * @param {string} [grant]
 * @returns {Promise<Answer<T>>}
 */
async function ask(method, path, body, grant) {
	const token = await deviceToken(siteId, "kiosk");
	if (token === null) return { kind: "away" };
	const giveUp = new AbortController();
	const timer = setTimeout(() => giveUp.abort(), ANSWER_MS);
	try {
		const answer = await fetch(`/api/v1/sites/${encodeURIComponent(siteId)}/corner${path}`, {
			method,
			headers: {
				Authorization: `Bearer ${token}`,
				...(grant && { "Accueil-Corner": grant }),
				...(body && { "Content-Type": "application/json" }),
			},
			body: body && JSON.stringify(body),
			signal: giveUp.signal,
		});
		const json = await answer.json();
		if (answer.ok) return { kind: "done", body: json };
		return answer.status < 500 ? { kind: "refused", code: json.code, detail: json.detail } : { kind: "away" };
	} catch {
		return { kind: "away" }; // no connection, no answer in time, or a page of some proxy that is not JSON
	} finally {
		clearTimeout(timer);
	}
}
