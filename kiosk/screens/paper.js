/**
 * What the ticket's screen says of its paper, as far as it is known. When none can be counted on, the code that is on
 * the paper stands on the screen instead: a phone that photographs it follows the queue. It stands where the picture
 * was, in a panel that always keeps the room for it: nothing moves when it comes.
 */
import { spaced, spelled } from "/look/words.js";
import { element, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Ticket} Ticket */

/**
 * What may be said in each state of the print job, the picture beside it, and whether the screen stands in for the
 * paper. Any other state (expired): no paper came.
 */
const PAPER = new Map([
	["queued", { message: "paper-printing", icon: "printer", instead: false }],
	["claimed", { message: "paper-printing", icon: "printer", instead: false }],
	["printed", { message: "paper-take", icon: "ticket", instead: false }],
	["absent", { message: "paper-absent", icon: "printer", instead: true }],
	["late", { message: "paper-late", icon: "printer", instead: true }],
	["unconfirmed", { message: "paper-perhaps", icon: "ticket", instead: true }],
	["failed", { message: "paper-failed", icon: "warning", instead: true }],
]);
const NO_PAPER = { message: "paper-none", icon: "warning", instead: true };

/** States in which a job may still become paper. */
const ON_ITS_WAY = new Set(["queued", "claimed", "late"]);

/**
 * @param {Ticket} ticket
 * @param {boolean} expected whether paper could be expected when the number was taken
 * @param {Words} words
 * @returns {{node: HTMLElement, update: (printState: string) => void}}
 */
export function paperPanel(ticket, expected, words) {
	const frame = element("div", { class: "paper-picture" });
	// The sentences alone are the live region: they are what changes.
	const sentences = element("p", { class: "paper-sentences", role: "status" });
	const photograph = element("p", { class: "follow-words", hidden: "", "data-say": "" }, words.say("follow-code"));
	const node = element(
		"div",
		{ class: "paper" },
		frame,
		element("div", { class: "paper-words" }, sentences, photograph),
		roomKept(ticket.number, words),
	);
	// Kept for a ticket, so that it is not asked for again when the paper's state changes.
	const code = element("img", { class: "follow-code", alt: words.say("follow-code-picture") });
	let icon = "";
	let isAsked = false;

	/** @param {boolean} isCode */
	function fill(isCode) {
		frame.replaceChildren(isCode ? code : picture(icon));
		photograph.hidden = !isCode;
		node.classList.toggle("with-code", isCode);
	}

	/** @param {string} printState */
	function update(printState) {
		const said = !expected && ON_ITS_WAY.has(printState) ? "absent" : printState;
		const { message, icon: shown, instead } = PAPER.get(said) ?? NO_PAPER;
		const isThere = code.complete && code.naturalWidth > 0;
		// Not again while it is on its way; but again, at each turn, when the server did not give it.
		if (instead && code.complete && !isThere) code.src = codeAddress(ticket);
		if (node.dataset.printState === said) return;
		node.dataset.printState = said;
		icon = shown;
		isAsked = instead;
		fill(instead && isThere);
		sentences.replaceChildren(element("span", { class: "paper-state", "data-say": "" }, words.say(message)));
		if (instead) sentences.append(" ", remember(ticket.number, words));
	}

	// It shows only once it is whole: a server that is away leaves no broken picture.
	code.addEventListener("load", () => fill(isAsked));
	return { node, update };
}

/**
 * As many words as there can ever be here, unseen and unsaid: the panel has their room from the start.
 *
 * @param {string} number
 * @param {Words} words
 */
function roomKept(number, words) {
	const sentences = [...PAPER.values(), NO_PAPER]
		.filter(({ instead }) => instead)
		.map(({ message }) => words.say(message));
	const longest = sentences.reduce((one, other) => (other.length > one.length ? other : one));
	const kept = remember(number, words);
	kept.removeAttribute("data-say");
	return element(
		"div",
		{ class: "paper-words paper-room", "aria-hidden": "true" },
		element("p", { class: "paper-sentences" }, element("span", { class: "paper-state" }, longest), " ", kept),
		element("p", { class: "follow-words" }, words.say("follow-code")),
	);
}

/**
 * @param {string} number
 * @param {Words} words
 */
function remember(number, words) {
	const said = words.say("remember", { number: spelled(number) });
	return element("strong", { class: "remember", "data-say": said }, words.say("remember", { number: spaced(number) }));
}

/**
 * On this page's own server, wherever the phone's way to it leads.
 *
 * @param {Ticket} ticket
 */
function codeAddress({ follow_url }) {
	return `/t/${encodeURIComponent(follow_url.split("/").at(-1) ?? "")}/code.svg`;
}
