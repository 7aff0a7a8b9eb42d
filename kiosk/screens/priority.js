/**
 * "Do you need to be seen earlier?", only where the site has the kiosk ask. Most people say no: that is the first and
 * the largest answer, as French is among the languages, so that nobody loses time and nobody has to explain themselves.
 */
import { element, emblem, picture } from "../dom.js";
import { labelOf } from "./need.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Need} Need */
/** @typedef {import("../api.js").Priority} Priority */
/** @typedef {import("../api.js").Site} Site */

/** More would be a form. The others are for the reception to give, as any reason is. */
const MOST_REASONS = 6;

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
 * @param {{onChoose: (reason?: Priority) => void, onBack: () => void, gone: boolean}} more gone: what they chose before
 *   cannot be given any more
 * @returns {Node[]}
 */
export function priorityScreen(need, reasons, words, { onChoose, onBack, gone }) {
	const without = element(
		"button",
		{ type: "button", class: "reason", "data-priority": "", click: () => onChoose() },
		words.say(gone ? "priority-without" : "priority-no"),
	);
	const answers = element(
		"div",
		{ class: "reasons" },
		without,
		...reasons.map((reason) => tile(reason, words, onChoose)),
	);
	// On a wide screen "no" stands beside all the rows of reasons, two in each.
	answers.style.setProperty("--rows", String(Math.max(1, Math.ceil(reasons.length / 2))));
	return [
		element(
			"div",
			{ class: "bar" },
			element(
				"button",
				{ type: "button", class: "side-button", "data-action": "back", click: onBack },
				picture("arrow-left"),
				words.say("back-to-needs"),
			),
			element("p", { class: "chosen-need" }, emblem(need), element("span", {}, labelOf(need, words))),
		),
		element("h1", { class: "question", tabindex: "-1" }, words.say("priority-question")),
		...(gone ? [element("p", { class: "gone", role: "alert" }, words.say("priority-gone"))] : []),
		answers,
	];
}

/**
 * @param {Priority} reason
 * @param {Words} words
 * @param {(reason: Priority) => void} onChoose
 */
function tile(reason, words, onChoose) {
	const made = element(
		"button",
		{ type: "button", class: "reason", "data-priority": reason.id },
		nameOf(reason, words),
	);
	made.addEventListener("click", () => {
		made.classList.add("chosen");
		onChoose(reason);
	});
	return made;
}

/**
 * @param {Priority} reason
 * @param {Words} words
 */
function nameOf({ id, labels }, words) {
	return labels[words.language] ?? labels.fr ?? id;
}
