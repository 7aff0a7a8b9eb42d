/**
 * "Do you need to be seen earlier?", only where the site has the kiosk ask. Most people say no: that is the first and
 * the largest answer, as French is among the languages, so that nobody loses time and nobody has to explain themselves.
 */
import { element, emblem } from "../dom.js";
import { labelled, tileCell } from "./tile.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Need} Need */
/** @typedef {import("../api.js").Priority} Priority */
/** @typedef {import("../api.js").Site} Site */

/** Six tiles with "no". More would be a form: the others are for the reception to give, as any reason is. */
const MOST_REASONS = 5;

/**
 * The reasons that this site has its kiosk ask for: none where there is no such question.
 *
 * @param {Site} site
 */
export function reasonsAsked(site) {
	return site.priorities.filter(({ kiosk }) => kiosk).slice(0, MOST_REASONS);
}

/**
 * @param {Need} need what they came for
 * @param {Priority[]} reasons
 * @param {Words} words
 * @param {{onChoose: (reason?: Priority) => void, gone: boolean}} more gone: what they chose before cannot be given any
 *   more
 * @returns {Node[]}
 */
export function priorityScreen(need, reasons, words, { onChoose, gone }) {
	const says = words.say(gone ? "priority-without" : "priority-no");
	const without = element(
		"button",
		{ type: "button", class: "reason", id: "reason-none", "data-priority": "", click: () => onChoose() },
		element("span", { class: "reason-label" }, says),
	);
	const label = labelled(need, words);
	return [
		element("p", { class: "chosen-need" }, emblem(need), element("span", label.attributes, label.text)),
		gone
			? element(
					"h1",
					{ class: "question gone", tabindex: "-1", "data-say": "" },
					element("span", { role: "alert" }, words.say("priority-gone")),
				)
			: element("h1", { class: "question", tabindex: "-1", "data-say": "" }, words.say("priority-question")),
		element(
			"div",
			{ class: "reasons", "data-tiles": String(reasons.length + 1) },
			tileCell(without, says, words, says),
			...reasons.map((reason) => tile(reason, words, onChoose)),
		),
	];
}

/**
 * @param {Priority} reason
 * @param {Words} words
 * @param {(reason: Priority) => void} onChoose
 */
function tile(reason, words, onChoose) {
	const label = labelled(reason, words);
	const made = element(
		"button",
		{ type: "button", class: "reason", id: `reason-${reason.id}`, "data-priority": reason.id, ...label.attributes },
		element("span", { class: "reason-label" }, label.text),
	);
	made.addEventListener("click", () => {
		made.classList.add("chosen");
		onChoose(reason);
	});
	return tileCell(made, label.text, words, label.text);
}
