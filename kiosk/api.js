/**
 * What the kiosk asks of the server, and the three ways it can be answered.
 */
import { deviceToken } from "/look/device.js";
import { siteId } from "./state.js";
import { ANSWER_MS, NEWS_WAIT_S } from "./timing.js";

/**
 * @typedef {{
 *   id: string, pictogram: string, colour: string, shape: string, name: string,
 *   labels: Record<string, string>, hints: Record<string, string>, full: boolean,
 * }} Need
 * @typedef {{id: string, labels: Record<string, string>, kiosk: boolean}} Priority
 * @typedef {"open" | "last_tickets" | "closed"} Phase
 * @typedef {{
 *   name: string, open: boolean, phase: Phase, stopped: boolean, paper: boolean, message: Record<string, string>,
 *   languages: string[], needs: Need[], priorities: Priority[], counters: {id: string, label: string}[],
 * }} Site
 * @typedef {{
 *   id: string, number: string, need: string, state: string, ahead: number,
 *   wait: {low_min: number, high_min: number} | null, counter: string | null, print: {state: string},
 *   follow_url: string,
 * }} Ticket
 */

/**
 * done: the server answered what was asked. refused: it will not, and asking again changes nothing; "site_closed" says
 * in which state the site is.
 * away: nobody knows, it may work later; a changing request may have been carried out. isStranger: the server does not
 * know this kiosk.
 *
 * @template T
 * @typedef {{kind: "done", body: T} | {kind: "refused", code: string, state?: string} | {kind: "away", isStranger?: boolean}} Answer
 */

/** @returns {Promise<Answer<Site>>} */
export function askSite() {
	return ask("");
}

/**
 * Answered once the site says something else of itself, or after NEWS_WAIT_S.
 *
 * @param {string} mark from the answer before
 * @returns {Promise<Answer<{mark: string}>>}
 */
export function askNews(mark) {
	const query = `mark=${encodeURIComponent(mark)}&wait=${NEWS_WAIT_S}`;
	return ask(`/news?${query}`, undefined, "GET", NEWS_WAIT_S * 1000 + ANSWER_MS);
}

/**
 * @param {import("./state.js").Visit} visit asking again with the same visit gives the same ticket
 * @returns {Promise<Answer<Ticket>>}
 */
export function askForTicket({ need, language, priority, request_id }) {
	return ask("/tickets", { need, language, priority, request_id });
}

/**
 * @param {string} id
 * @returns {Promise<Answer<Ticket>>}
 */
export function askTicket(id) {
	return ask(`/tickets/${encodeURIComponent(id)}`);
}

/**
 * @param {string} id of the ticket
 * @param {string} language in which it is to be called
 * @param {string} request_id
 * @returns {Promise<Answer<Ticket>>}
 */
export function setLanguage(id, language, request_id) {
	return ask(`/tickets/${encodeURIComponent(id)}/moves`, { verb: "set_language", language, request_id });
}

/**
 * @param {object} health see DeviceAsked in server/api/schemas.py
 * @returns {Promise<Answer<{reloads: number}>>}
 */
export function tellHealth(health) {
	return ask("/devices/self", health, "PUT");
}

/**
 * @template T
 * @param {string} path under this site
 * @param {object} [body] sent as JSON; without one it is a GET
 * @param {string} [method]
 * @param {number} [patience] milliseconds
 * @returns {Promise<Answer<T>>}
 */
async function ask(path, body, method = body ? "POST" : "GET", patience = ANSWER_MS) {
	let token = await deviceToken(siteId, "kiosk");
	let answer = await send(path, token, method, body, patience);
	if (isNotKnown(answer)) {
		// The token was revoked, the demo's data was wiped, or the server is not itself: another may be had.
		const refused = token;
		token = await deviceToken(siteId, "kiosk", refused);
		if (token !== refused) answer = await send(path, token, method, body, patience);
	}
	// Not known is no refusal: it may pass, and the token is kept for then.
	if (answer === null || isNotKnown(answer)) return { kind: "away", isStranger: token === null || answer !== null };
	const { status, json } = answer;
	if (status >= 200 && status < 300) return { kind: "done", body: json };
	// 429 and every 5xx pass by themselves.
	if (status >= 400 && status < 500 && status !== 429) return { kind: "refused", code: json.code, state: json.state };
	return { kind: "away" };
}

/**
 * @param {string} path
 * @param {string | null} token
 * @param {string} method
 * @param {object | undefined} body
 * @param {number} patience milliseconds
 * @returns {Promise<{status: number, json: any} | null>} null when no whole answer came in time
 */
async function send(path, token, method, body, patience) {
	if (token === null) return null;
	const giveUp = new AbortController();
	const timer = setTimeout(() => giveUp.abort(), patience);
	try {
		const response = await fetch(`/api/v1/sites/${encodeURIComponent(siteId)}${path}`, {
			method,
			headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
			body: body && JSON.stringify(body),
			signal: giveUp.signal,
		});
		return { status: response.status, json: await response.json() };
	} catch {
		return null; // no connection, no answer in time, or a page of some proxy that is not JSON: all the same here
	} finally {
		clearTimeout(timer);
	}
}

/** @param {{status: number} | null} answer */
function isNotKnown(answer) {
	return answer?.status === 401 || answer?.status === 403;
}
