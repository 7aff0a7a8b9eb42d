/**
 * "Why have you come?": one tile a need, each with its emblem, a short sentence and a hint of what belongs there.
 */
import { element, emblem, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Need} Need */

/** The tile for whoever does not know: always the last one. */
const UNSURE = "aide";

/**
 * @param {Need[]} needs
 * @param {Words} words
 * @param {{onChoose: (need: Need) => void, onBack: () => void}} actions
 * @returns {Node[]}
 */
export function needScreen(needs, words, { onChoose, onBack }) {
	const ordered = [...needs.filter(({ id }) => id !== UNSURE), ...needs.filter(({ id }) => id === UNSURE)];
	return [
		element(
			"div",
			{ class: "bar" },
			element(
				"button",
				{ type: "button", class: "side-button", "data-action": "back", click: onBack },
				picture("arrow-left"),
				words.say("back-to-languages"),
			),
		),
		element("h1", { class: "question", tabindex: "-1" }, words.say("need-question")),
		element("div", { class: "needs" }, ...ordered.map((need) => tile(need, words, onChoose))),
	];
}

/**
 * @param {Need} need
 * @param {Words} words
 * @param {(need: Need) => void} onChoose
 */
function tile(need, words, onChoose) {
	const hint = need.hints[words.language];
	const made = element(
		"button",
		{ type: "button", class: "tile", "data-need": need.id },
		emblem(need),
		element("span", { class: "tile-label" }, labelOf(need, words)),
		hint ? element("span", { class: "tile-hint" }, hint) : null,
	);
	made.addEventListener("click", () => {
		made.classList.add("chosen");
		onChoose(need);
	});
	return made;
}

/**
 * The need in the resident's language, else in French, else as the staff call it.
 *
 * @param {Need} need
 * @param {Words} words
 */
export function labelOf(need, words) {
	return need.labels[words.language] ?? need.labels.fr ?? need.name;
}
