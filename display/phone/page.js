/**
 * The phone page's DOM. Each state shows its own lines; a line that has nothing to say is hidden.
 *
 * @typedef {import("./follow.js").Ticket} Ticket
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {object} View
 * @property {string} state the ticket's, or "connecting", "lost", "unknown"
 * @property {Ticket | null} ticket
 * @property {Words} words
 * @property {Words[]} everyone for who holds a link that tells no language
 * @property {string} lostSince hours and minutes, "" while connected
 */
import { spaced } from "/look/words.js";

const main = find("main");
const themeColour = find('meta[name="theme-color"]');
const unknown = find("[data-unknown]");

/** @param {View} view */
export function paint(view) {
	const { state, ticket, words, lostSince } = view;
	document.documentElement.lang = words.language;
	document.documentElement.dir = words.dir;
	main.dataset.state = state;
	if (ticket !== null) main.dataset.number = ticket.number;
	for (const [selector, text] of Object.entries(linesOf(view))) put(find(selector), text);
	find("[data-counter]").style.setProperty("--letters", String(longestWord(ticket?.counter?.label ?? "")));
	put(find("[data-lost]"), lostSince === "" ? "" : words.say("phone-lost", { time: lostSince }));
	document.title = titleOf(view);
	themeColour.setAttribute("content", getComputedStyle(main).backgroundColor);
	if (state === "unknown" && unknown.hidden) paintUnknown(view.everyone);
	unknown.hidden = state !== "unknown";
}

/**
 * @param {View} view
 * @returns {Record<string, string>}
 */
function linesOf({ state, ticket, words }) {
	const isCalled = state === "called";
	const isWaiting = state === "waiting" && ticket !== null;
	const counter = isCalled ? (ticket?.counter ?? null) : null;
	return {
		"[data-site]": ticket?.site.name ?? "",
		"[data-heading]": headingOf(state, ticket, words),
		"[data-digits]": ticket === null ? "" : spaced(ticket.number),
		// The words of the sign, as the person will see it; then in their own language.
		"[data-counter]": counter?.label ?? "",
		"[data-counter-own]":
			counter === null || words.language === "fr"
				? ""
				: words.say("phone-counter", { counter: counter.id, label: counter.label }),
		"[data-ahead]": isWaiting ? words.say("phone-ahead", { count: ticket.ahead }) : "",
		"[data-wait]": isWaiting && ticket.wait !== null ? waitOf(ticket.wait, words) : "",
		"[data-todo]": todoOf(state, words),
	};
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
	if (state === "called") return words.say("phone-called");
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

/** @param {string} label */
function longestWord(label) {
	return Math.max(...label.split(" ").map((word) => word.length));
}

/**
 * @param {HTMLElement} place
 * @param {string} text
 */
function put(place, text) {
	if (place.textContent !== text) place.textContent = text;
	place.hidden = text === "";
}

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(selector) {
	const found = document.querySelector(selector);
	if (found === null) throw new Error(`index.html has no ${selector}`);
	return /** @type {HTMLElement} */ (found);
}
