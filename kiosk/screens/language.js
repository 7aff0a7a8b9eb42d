/**
 * The start: a greeting in every language, the name of the house, and the languages by their own names.
 * Choosing one is the start: there is no "touch to begin".
 */
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */

const HOUSE_MARK = ["square", "circle", "hexagon", "diamond", "triangle", "shield", "pentagon", "bubble"];

/**
 * @param {string} siteName
 * @param {Words[]} languages the first is the largest
 * @param {(words: Words) => void} onChoose
 * @param {HTMLElement} note what is said of the paper
 * @returns {Node[]}
 */
export function languageScreen(siteName, languages, onChoose, note) {
	return [
		element(
			"div",
			{ class: "welcome" },
			element("span", { class: "house-mark" }, ...HOUSE_MARK.map((shape) => picture(shape, "/look/shapes.svg"))),
			element("h1", { class: "greeting", tabindex: "-1" }, ...greetings(languages)),
			element("p", { class: "site-name", lang: "fr" }, siteName),
			note,
		),
		element("div", { class: "languages" }, ...languages.map((words) => languageButton(words, onChoose))),
	];
}

/**
 * @param {Words} words
 * @param {(words: Words) => void} onChoose
 */
function languageButton(words, onChoose) {
	return inLanguage(
		"button",
		words,
		{ type: "button", class: "language", "data-language": words.language, click: () => onChoose(words) },
		words.say("language-name"),
	);
}

/**
 * "Bonjour · مرحبا · Hello", each in its own language for whoever reads it aloud.
 *
 * @param {Words[]} languages
 */
function greetings(languages) {
	return languages.flatMap((words, index) => [
		index > 0 ? element("span", { class: "dot", "aria-hidden": "true" }, " · ") : null,
		inLanguage("span", words, {}, words.say("greeting")),
	]);
}
