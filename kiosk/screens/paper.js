/**
 * What the ticket's screen says of its paper, as far as it is known. When none can be counted on, the code that is on
 * the paper stands on the screen instead: a phone that photographs it follows the queue.
 */
import { element, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Ticket} Ticket */

/**
 * What may be said in each state of the print job, the picture beside it, and whether the screen stands in for the
 * paper. Any other state: no paper came.
 */
const PAPER = new Map([
	["queued", { message: "paper-printing", icon: "printer", instead: false }],
	["claimed", { message: "paper-printing", icon: "printer", instead: false }],
	["printed", { message: "paper-take", icon: "ticket", instead: false }],
	["absent", { message: "paper-absent", icon: "printer", instead: true }],
	["late", { message: "paper-late", icon: "printer", instead: true }],
	["unconfirmed", { message: "paper-perhaps", icon: "ticket", instead: true }],
]);
const NO_PAPER = { message: "paper-none", icon: "warning", instead: true };

/** States in which a job may still become paper. */
const ON_ITS_WAY = new Set(["queued", "claimed", "late"]);

/**
 * @param {Ticket} ticket
 * @param {string} number as people read it
 * @param {boolean} expected whether paper could be expected when the number was taken
 * @param {Words} words
 * @returns {{node: HTMLElement, update: (printState: string) => void}}
 */
export function paperStep(ticket, number, expected, words) {
	// The sentence alone is the live region: it is what changes, and the list keeps its items.
	const sentence = element("span", { role: "status" });
	const photograph = element("span", { class: "follow-words", hidden: "" }, words.say("follow-code"));
	const code = element("img", { class: "follow-code", alt: words.say("follow-code-picture"), hidden: "" });
	const node = element("li", { class: "step" }, code, element("div", {}, sentence, photograph));

	/** @param {boolean} shown */
	function setCode(shown) {
		code.hidden = photograph.hidden = !shown;
		node.classList.toggle("with-code", shown);
	}

	/** @param {string} printState */
	function update(printState) {
		const said = !expected && ON_ITS_WAY.has(printState) ? "absent" : printState;
		const { message, icon, instead } = PAPER.get(said) ?? NO_PAPER;
		// Set again, it is asked for again: the server may have been away.
		if (instead && code.hidden) code.src = codeAddress(ticket);
		if (!instead) {
			code.removeAttribute("src");
			setCode(false);
		}
		if (node.dataset.printState === said) return;
		node.dataset.printState = said;
		node.querySelector("svg")?.remove();
		node.prepend(picture(icon));
		sentence.textContent = words.say(message, { number });
	}

	// It shows only once it is whole: a server that is away leaves no broken picture.
	code.addEventListener("load", () => setCode(code.hasAttribute("src")));
	code.addEventListener("error", () => setCode(false));
	return { node, update };
}

/**
 * On this page's own server, wherever the phone's way to it leads.
 *
 * @param {Ticket} ticket
 */
function codeAddress({ follow_url }) {
	return `/t/${encodeURIComponent(follow_url.split("/").at(-1) ?? "")}/code.svg`;
}
