/**
 * What the kiosk knows, in one plain object, and the visit that outlives a reload.
 */
import { REQUEST_KEPT_MS, TICKET_KEPT_MS } from "./timing.js";

/** @typedef {import("./api.js").Site} Site */
/** @typedef {import("./api.js").Ticket} Ticket */
/** @typedef {import("/look/words.js").Words} Words */

/**
 * One person's visit, kept from the tap on a need until they leave. `request_id` is made before the server is asked,
 * so whatever is retried, reloaded or answered twice, it is one ticket.
 *
 * @typedef {object} Visit
 * @property {string} request_id
 * @property {string} need
 * @property {string} language
 * @property {string} [priority] the reason to be called earlier that they gave, if any
 * @property {number} asked_at milliseconds since the epoch, by this machine's clock
 * @property {Ticket} [ticket] once the server has answered
 */

/** Read from the page's own address: /kiosk/{site}. */
export const siteId = decodeURIComponent(location.pathname.split("/")[2] ?? "");

const VISIT_KEY = `accueil.kiosk.${siteId}.visit`;

/**
 * @type {{
 *   site: Site | null,
 *   words: Words[],
 * }}
 * words: every language of the kiosk, French first.
 */
export const state = { site: null, words: [] };

/**
 * @param {string} language
 * @returns {Words} French when the kiosk does not speak it
 */
export function wordsOf(language) {
	const words = state.words.find((each) => each.language === language) ?? state.words[0];
	if (!words) throw new Error("The kiosk has no words yet.");
	return words;
}

/** The languages that both the site and the kiosk have. */
export function spokenHere() {
	const offered = state.site?.languages;
	return offered ? state.words.filter((words) => offered.includes(words.language)) : state.words;
}

/**
 * @param {string} need
 * @param {string} language
 * @param {string} [priority]
 * @returns {Visit}
 */
export function beginVisit(need, language, priority) {
	const visit = { request_id: newRequestId(), need, language, priority, asked_at: Date.now() };
	keep(visit);
	return visit;
}

/**
 * @param {Visit} visit
 * @param {Ticket} ticket
 */
export function keepTicket(visit, ticket) {
	keep({ ...visit, ticket });
}

export function forgetVisit() {
	localStorage.removeItem(VISIT_KEY);
}

/**
 * @returns {Visit | null} null when there is none, when it cannot be read, or when it is so old that the person has gone
 */
export function storedVisit() {
	const visit = parsed(localStorage.getItem(VISIT_KEY));
	if (isVisit(visit) && Date.now() - visit.asked_at <= (visit.ticket ? TICKET_KEPT_MS : REQUEST_KEPT_MS)) return visit;
	forgetVisit();
	return null;
}

/**
 * @param {string | null} text
 * @returns {any} null for what is not JSON
 */
function parsed(text) {
	try {
		return JSON.parse(text ?? "null");
	} catch {
		return null; // a machine that loses its power in the middle of writing leaves half a text
	}
}

/**
 * Another version of the kiosk may have written it: only what the screens can show is taken.
 *
 * @param {any} visit
 * @returns {visit is Visit}
 */
function isVisit(visit) {
	return (
		areTexts(visit?.request_id, visit?.need, visit?.language) &&
		(visit.priority === undefined || areTexts(visit.priority)) &&
		typeof visit.asked_at === "number" &&
		(visit.ticket === undefined || isTicket(visit.ticket))
	);
}

/** @param {any} ticket */
function isTicket(ticket) {
	const isWaitKnown = typeof ticket?.wait?.low_min === "number" && typeof ticket.wait.high_min === "number";
	return (
		areTexts(ticket?.id, ticket?.number, ticket?.need, ticket?.state, ticket?.print?.state, ticket?.follow_url) &&
		typeof ticket.ahead === "number" &&
		(ticket.counter === null || areTexts(ticket.counter)) &&
		(ticket.wait === null || isWaitKnown)
	);
}

/** @param {unknown[]} values */
function areTexts(...values) {
	return values.every((value) => typeof value === "string");
}

/** @param {Visit} visit */
function keep(visit) {
	localStorage.setItem(VISIT_KEY, JSON.stringify(visit));
}

/** 122 random bits. `crypto.randomUUID` exists only on https and on this machine itself; a kiosk may be on a plain LAN. */
export function newRequestId() {
	if ("randomUUID" in crypto) return crypto.randomUUID();
	const bytes = new Uint8Array(16);
	/** @type {Crypto} */ (crypto).getRandomValues(bytes);
	// Version 4, variant 1 (RFC 9562): the sixth and the eighth byte say so.
	const stamped = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
	const hex = Array.from(stamped, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
