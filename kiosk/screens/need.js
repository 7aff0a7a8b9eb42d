/**
 * "Why have you come?": one tile a need, each with its emblem, a short sentence and a hint of what belongs there.
 * A need for which too many wait keeps its tile, so that nobody searches for it: tapped, it says where to go instead.
 */
import { element, emblem, picture } from "../dom.js";
import { startFresh } from "../page.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Need} Need */

/** The tile for whoever does not know: always the last one. */
const UNSURE = "aide";

/**
 * @param {Need[]} needs
 * @param {Words} words
 * @param {{onChoose: (need: Need) => void, onBack: () => void, note: HTMLElement}} more note: what is said of the paper
 * @returns {{nodes: Node[], tellFull: (need: string) => void}} tellFull says of a need, once shown, that it is full
 */
export function needScreen(needs, words, { onChoose, onBack, note }) {
	const ordered = [...needs.filter(({ id }) => id !== UNSURE), ...needs.filter(({ id }) => id === UNSURE)];
	// It goes with the screen: whoever comes after finds no answer to somebody else's tap.
	const answer = element("dialog", { "aria-labelledby": "need-full", click: () => answer.close(), close: startFresh });

	/** @param {string} id */
	function tellFull(id) {
		const need = needs.find((each) => each.id === id);
		if (need === undefined) return;
		answer.replaceChildren(...fullNotice(need, words));
		startFresh();
		answer.showModal();
	}

	const nodes = [
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
		note,
		element(
			"div",
			{ class: "needs" },
			...ordered.map((need) => (need.full ? fullTile(need, words, tellFull) : tile(need, words, onChoose))),
		),
		answer,
	];
	return { nodes, tellFull };
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
 * @param {Need} need
 * @param {Words} words
 * @param {(need: string) => void} onTap
 */
function fullTile(need, words, onTap) {
	return element(
		"button",
		{ type: "button", class: "tile full", "data-need": need.id, "aria-disabled": "true", click: () => onTap(need.id) },
		emblem(need),
		element("span", { class: "tile-label" }, labelOf(need, words)),
		element("span", { class: "tile-full" }, picture("users"), element("span", {}, words.say("need-full"))),
	);
}

/**
 * @param {Need} need
 * @param {Words} words
 */
function fullNotice(need, words) {
	return [
		emblem(need),
		element("h2", { id: "need-full" }, words.say("need-full")),
		element("p", {}, words.say("need-full-why")),
		element("p", {}, words.say("need-full-next")),
		element("button", { type: "button", class: "main-button", "data-action": "understood" }, words.say("understood")),
	];
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
