/**
 * "Why have you come?": one tile a need, each with its emblem, a short sentence and a hint of what belongs there.
 * A need for which too many wait keeps its tile, so that nobody searches for it: tapped, it says where to go instead.
 */
import { element, emblem, inLanguage, picture } from "../dom.js";
import { speakerOver } from "../frame.js";
import { startFresh } from "../page.js";
import { screenShown } from "../speech/speech.js";
import { pageOf } from "./pages.js";
import { labelled, tileCell } from "./tile.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("../api.js").Need} Need */

/** The tile that leads to the needs that have no room on this screen. */
const OTHER = { pictogram: "dots-three-outline", colour: "ink", shape: "pill" };

/**
 * @param {Need[]} needs
 * @param {number} page 0 for the first screen of needs
 * @param {Words} words
 * @param {{onChoose: (need: Need) => void, onMore: () => void, note: HTMLElement}} more note: what is said of the paper
 * @returns {{nodes: Node[], tellFull: (need: string) => void, isTelling: () => boolean}} tellFull says of a need, once
 *   shown, that it is full
 */
export function needScreen(needs, page, words, { onChoose, onMore, note }) {
	const { shown, unsure, more } = pageOf(needs, page);
	// It goes with the screen: whoever comes after finds no answer to somebody else's tap.
	const answer = element("dialog", { "aria-labelledby": "need-full", click: () => answer.close(), close: startFresh });

	/** @param {string} id */
	function tellFull(id) {
		const need = needs.find((each) => each.id === id);
		if (need === undefined) return;
		answer.replaceChildren(...fullNotice(need, words));
		startFresh();
		answer.showModal();
		screenShown(words);
	}

	const tiles = [
		...shown.map((need) => tile(need, words, onChoose, tellFull)),
		...(more ? [otherTile(words, onMore)] : []),
		...(unsure ? [tile(unsure, words, onChoose, tellFull)] : []),
	];
	const nodes = [
		element(
			"h1",
			{ class: "question", tabindex: "-1", "data-say": "" },
			words.say(page === 0 ? "need-question" : "need-other-question"),
		),
		note,
		element("div", { class: "needs", "data-tiles": String(tiles.length) }, ...tiles),
		answer,
	];
	return { nodes, tellFull, isTelling: () => answer.open };
}

/**
 * @param {Need} need
 * @param {Words} words
 * @param {(need: Need) => void} onChoose
 * @param {(need: string) => void} onFull
 */
function tile(need, words, onChoose, onFull) {
	const label = labelled(need, words);
	const hint = need.hints[words.language];
	const id = `need-${need.id}`;
	if (need.full) {
		const says = words.say("need-full");
		const full = element(
			"button",
			{ type: "button", class: "tile full", id, "data-need": need.id, "aria-disabled": "true", ...label.attributes },
			emblem(need),
			element("span", { class: "tile-label" }, label.text),
			inLanguage("span", words, { class: "tile-full" }, picture("users"), element("span", {}, says)),
		);
		full.addEventListener("click", () => onFull(need.id));
		return tileCell(full, `${label.text}. ${says}.`, words, label.text);
	}
	const made = element(
		"button",
		{ type: "button", class: "tile", id, "data-need": need.id, ...label.attributes },
		emblem(need),
		element("span", { class: "tile-label" }, label.text),
		hint ? inLanguage("span", words, { class: "tile-hint" }, hint) : null,
	);
	made.addEventListener("click", () => {
		made.classList.add("chosen");
		onChoose(need);
	});
	return tileCell(made, hint ? `${label.text}. ${hint}.` : label.text, words, label.text);
}

/**
 * @param {Words} words
 * @param {() => void} onMore
 */
function otherTile(words, onMore) {
	const label = words.say("need-other");
	const made = element(
		"button",
		{ type: "button", class: "tile", id: "need-more", "data-need-more": "", click: onMore },
		emblem(OTHER),
		element("span", { class: "tile-label" }, label),
	);
	return tileCell(made, label, words, label);
}

/**
 * @param {Need} need
 * @param {Words} words
 */
function fullNotice(need, words) {
	const label = labelled(need, words);
	return [
		emblem(need),
		element("p", { class: "notice-need", ...label.attributes }, label.text),
		element("h2", { id: "need-full", "data-say": "" }, words.say("need-full")),
		element("p", { "data-say": "" }, words.say("need-full-why")),
		element("p", { "data-say": "" }, words.say("need-full-next")),
		element(
			"button",
			{ type: "button", class: "main-button", "data-action": "understood", "data-say": "" },
			words.say("understood"),
		),
		speakerOver(words),
	];
}
