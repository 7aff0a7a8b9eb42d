/**
 * The ticket: the number first and very large, then how long, then what to do. The paper is spoken of only as far as
 * it is known: the number on this screen is good without it.
 */
import { spaced, spelled } from "/look/words.js";
import { element, emblem, picture } from "../dom.js";
import { refit } from "../page.js";
import { paperPanel } from "./paper.js";
import { labelled } from "./tile.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Ticket} Ticket */
/** @typedef {import("../api.js").Site} Site */

/** States without a place in the queue in which the person still has something to know, or to do. */
const APART = new Map([
	["parked", "ticket-parked"],
	["no_show", "ticket-no-show"],
	["cancelled", "ticket-cancelled"],
	["expired", "ticket-expired"],
]);

/**
 * @param {Ticket} ticket
 * @param {Site} site
 * @param {Words} words
 * @param {() => void} onDone
 * @returns {{nodes: Node[], update: (ticket: Ticket, printState: string) => void}}
 */
export function ticketScreen(ticket, site, words, onDone) {
	const number = spaced(ticket.number);
	const shownNumber = element(
		"span",
		{ class: "number", "data-number": ticket.number, "data-say": spelled(ticket.number) },
		number,
	);
	// The longer the number, the smaller its letters: "A 1000" still fits.
	shownNumber.style.setProperty("--letters", String(ticket.number.length));
	const need = site.needs.find(({ id }) => id === ticket.need);
	const queue = element("div", { class: "queue" });
	const waiting = [step("armchair", words.say("sit-down")), step("television-simple", words.say("watch-screen"))];
	const paper = paperPanel(ticket, site.paper, words);
	const label = need && labelled(need, words);
	let fitted = "";

	/**
	 * @param {Ticket} latest
	 * @param {string} printState
	 */
	function update(latest, printState) {
		replaceWhenChanged(queue, queueLines(latest, site, words));
		for (const each of waiting) each.hidden = latest.state !== "waiting";
		paper.update(printState);
		const text = `${queue.textContent}${paper.node.textContent}${paper.node.className}`;
		if (text !== fitted && queue.isConnected) refit();
		fitted = text;
	}

	update(ticket, ticket.print.state);
	const nodes = [
		element(
			"div",
			{ class: "stub" },
			element(
				"h1",
				{ tabindex: "-1" },
				element("span", { class: "stub-title", "data-say": "" }, words.say("your-number")),
				shownNumber,
			),
			need && label
				? element("p", { class: "stub-need" }, emblem(need), element("span", label.attributes, label.text))
				: null,
		),
		queue,
		paper.node,
		element("ul", { class: "steps" }, ...waiting),
		element(
			"button",
			{ type: "button", class: "main-button", "data-action": "done", "data-say": "", click: onDone },
			words.say("done"),
		),
	];
	return { nodes, update };
}

/**
 * @param {string} icon
 * @param {string} sentence
 */
function step(icon, sentence) {
	return element("li", { class: "step" }, picture(icon), element("span", { "data-say": "" }, sentence));
}

/**
 * @param {Ticket} ticket
 * @param {Site} site
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
function queueLines({ state, counter, ahead, wait }, site, words) {
	if (state === "called" && counter !== null) {
		const label = site.counters.find(({ id }) => id === counter)?.label ?? counter;
		return [element("p", { class: "your-turn", "data-say": "" }, words.say("your-turn", { counter, label }))];
	}
	const message = APART.get(state);
	if (message !== undefined) return [element("p", { class: "apart", "data-say": "" }, words.say(message))];
	// With the mediator, or home again: there is nothing to tell of.
	if (state !== "waiting") return [];
	const lines = [element("p", { class: "ahead", "data-say": "" }, words.say("people-ahead", { count: ahead }))];
	if (wait !== null) {
		const { low_min: low, high_min: high } = wait;
		const id = low === high ? "wait-about" : low === 0 ? "wait-less" : "wait-range";
		lines.push(element("p", { class: "wait", "data-say": "" }, words.say(id, { low, high })));
	}
	return lines;
}

/**
 * Leaves the page alone when nothing has changed: what someone is reading does not blink.
 *
 * @param {HTMLElement} holder
 * @param {HTMLElement[]} lines
 */
function replaceWhenChanged(holder, lines) {
	const text = lines.map((line) => line.outerHTML).join("");
	if (holder.innerHTML !== text) holder.replaceChildren(...lines);
}
