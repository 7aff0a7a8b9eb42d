/**
 * A tile and its speaker, side by side in one cell: what is chosen by sight can be heard before it is chosen.
 */
import { directionOf } from "/look/words.js";
import { element, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */

/**
 * @param {HTMLElement} tile with an id of its own
 * @param {string} said all that the tile says
 * @param {Words} words
 * @param {string} label its first line
 */
export function tileCell(tile, said, words, label) {
	// Where its words are of two languages, each is said in its own: they are read from the tile itself.
	tile.dataset.say = tile.lang ? "" : said;
	const name = words.say("listen-to", { label });
	const speaker = element(
		"button",
		{ type: "button", class: "tile-speaker", "data-speaks": tile.id, "aria-label": name },
		picture("speaker-high"),
	);
	return element("div", { class: "tile-cell" }, tile, speaker);
}

/**
 * A site's own words in the resident's language, else in French and marked as such, else as the staff call the thing.
 *
 * @param {{id: string, labels: Record<string, string>, name?: string}} thing a need or a priority
 * @param {Words} words
 * @returns {{text: string, attributes: Record<string, string>}}
 */
export function labelled({ id, labels, name }, words) {
	const own = labels[words.language];
	if (own) return { text: own, attributes: {} };
	return { text: labels.fr || name || id, attributes: { lang: "fr", dir: directionOf("fr") } };
}
