/**
 * The phone page's DOM. Each state shows its own lines; a line that has nothing to say is hidden.
 *
 * @typedef {import("./follow.js").Ticket} Ticket
 * @typedef {import("/look/words.js").Words} Words
 * @typedef {import("../../types/phone.js").View} View
 */
import { spaced } from "/look/words.js";

/** Signs of a word that can be written so large: "2", "B2". */
const LARGEST = 2;

const main = find("main");
const themeColour = find('meta[name="theme-color"]');
const unknown = find("[data-unknown]");

/** @param {View} view */
export function paint(view) {
	const { state, ticket, words } = view;
	const root = document.documentElement;
	root.lang = words.language;
	root.dir = words.dir;
	root.dataset.state = state;
	main.dataset.state = state;
	if (ticket !== null) main.dataset.number = ticket.number;
	for (const [selector, text] of Object.entries(linesOf(view))) put(selector, text);
	paintCounter(state === "called" ? (ticket?.counter?.label ?? "") : "");
	document.title = titleOf(view);
	themeColour.setAttribute("content", getComputedStyle(main).backgroundColor);
	if (state === "unknown" && unknown.childElementCount !== view.everyone.length) paintUnknown(view.everyone);
	unknown.hidden = state !== "unknown";
}

/**
 * @param {View} view
 * @returns {Record<string, string>}
 */
function linesOf({ state, ticket, words, oldSeconds, lostSince, isBusy }) {
	const isWaiting = state === "waiting" && ticket !== null;
	const counter = state === "called" ? (ticket?.counter ?? null) : null;
	return {
		"[data-site]": ticket?.site.name ?? "",
		"[data-heading]": headingOf(state, ticket, words),
		"[data-digits]": ticket === null ? "" : spaced(ticket.number),
		// Below the words of the sign, as the person will see it: the same in their own language.
		"[data-counter-own]":
			counter === null || words.language === "fr"
				? ""
				: words.say("phone-counter", { counter: counter.id, label: counter.label }),
		"[data-way]": counter === null ? "" : wayOf(counter, words),
		"[data-ahead]": isWaiting ? words.say("phone-ahead", { count: ticket.ahead }) : "",
		"[data-wait]": isWaiting && ticket.wait !== null ? waitOf(ticket.wait, words) : "",
		"[data-todo]": todoOf(state, words),
		"[data-old]": oldSeconds === 0 ? "" : words.say("phone-old", { seconds: oldSeconds }),
		"[data-lost]": troubleOf(lostSince, isBusy, words),
	};
}

/**
 * @param {string} lostSince
 * @param {boolean} isBusy
 * @param {Words} words
 */
function troubleOf(lostSince, isBusy, words) {
	if (lostSince !== "") return words.say("phone-lost", { time: lostSince });
	return isBusy ? words.say("phone-busy") : "";
}

/**
 * Where the counter is, as far as somebody has written it down: a sign's words only in a language that has them.
 *
 * @param {NonNullable<Ticket["counter"]>} counter
 * @param {Words} words
 */
function wayOf({ way, place }, words) {
	const sign = place[words.language] ?? place.fr ?? "";
	return [way === null ? "" : words.say(`phone-way-${way}`), sign].filter((part) => part !== "").join(" ");
}

/**
 * As the kiosk and the paper say it.
 *
 * @param {{low_min: number, high_min: number}} wait
 * @param {Words} words
 */
function waitOf({ low_min: low, high_min: high }, words) {
	const kind = low === high ? "about" : low === 0 ? "less" : "range";
	return words.say(`phone-wait-${kind}`, { low, high });
}

/**
 * @param {string} state
 * @param {Ticket | null} ticket
 * @param {Words} words
 */
function headingOf(state, ticket, words) {
	if (state === "called") return words.say((ticket?.call_count ?? 0) > 1 ? "phone-recalled" : "phone-called");
	return ticket === null ? "Accueil" : words.say("phone-number");
}

/**
 * @param {string} state
 * @param {Words} words
 */
function todoOf(state, words) {
	if (state === "unknown") return "";
	if (state === "called") return words.say("phone-go");
	if (state === "lost") return words.say("phone-lost-do");
	if (state === "busy") return words.say("phone-connecting");
	return words.say(`phone-${state.replace("_", "-")}`);
}

/** @param {View} view */
function titleOf({ state, ticket, words }) {
	if (ticket === null) return "Accueil";
	const number = spaced(ticket.number);
	return state === "called" ? `${words.say("phone-called")} · ${number}` : number;
}

/** @param {Words[]} everyone */
function paintUnknown(everyone) {
	const lines = everyone.map((words) => {
		const line = document.createElement("p");
		line.lang = words.language;
		line.dir = words.dir;
		line.textContent = words.say("phone-unknown");
		return line;
	});
	unknown.replaceChildren(...lines);
}

/**
 * The words of the sign, as the person will see it. What tells one counter from another, mostly a figure, is largest.
 *
 * @param {string} label
 */
function paintCounter(label) {
	const place = find("[data-counter]");
	place.hidden = label === "";
	if (place.textContent === label) return;
	const words = label.split(" ");
	const last = words[words.length - 1] ?? "";
	const figure = document.createElement("span");
	figure.className = "figure";
	figure.textContent = last.length <= LARGEST && words.length > 1 ? last : "";
	place.replaceChildren(label.slice(0, label.length - (figure.textContent ?? "").length), figure);
	place.style.setProperty("--letters", String(Math.max(...words.map((word) => word.length))));
}

/**
 * Writes a line; one without words is hidden.
 *
 * @param {string} selector
 * @param {string} text
 */
export function put(selector, text) {
	const place = find(selector);
	if (place.textContent !== text) place.textContent = text;
	place.hidden = text === "";
}

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(selector) {
	const found = document.querySelector(selector);
	if (found === null) throw new Error(`index.html has no ${selector}`);
	return /** @type {HTMLElement} */ (found);
}
