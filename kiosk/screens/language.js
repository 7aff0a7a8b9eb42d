/**
 * The languages, by their own names: at the start, with a greeting and the name of the house, and again whenever someone
 * wants another one. Choosing one is the start: there is no "touch to begin".
 */
import { spaced, spelled } from "/look/words.js";
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */

export const HOUSE_MARK = ["square", "circle", "hexagon", "diamond", "triangle", "shield", "pentagon", "bubble"];

/**
 * @param {string} siteName
 * @param {Words[]} languages the first is the largest
 * @param {{onChoose: (words: Words) => void, note: HTMLElement, again: HTMLElement | null}} more note: what is said of
 *   the paper; again: the way back to the number of who has just left
 * @returns {Node[]}
 */
export function languageScreen(siteName, languages, { onChoose, note, again }) {
	const [first, ...others] = languages;
	return [
		element(
			"div",
			{ class: "welcome" },
			element("span", { class: "house-mark" }, ...HOUSE_MARK.map((shape) => picture(shape, "/look/shapes.svg"))),
			element("h1", { class: "greeting", tabindex: "-1", "data-say": "" }, first?.say("greeting") ?? ""),
			element("p", { class: "greetings", "aria-hidden": "true" }, ...greetings(others)),
			element("p", { class: "site-name", lang: "fr", "data-say": "" }, siteName),
			note,
		),
		element("div", { class: "number-again" }, again),
		languageButtons(languages, onChoose),
	];
}

/**
 * @param {Words} words the language until now
 * @param {Words[]} languages
 * @param {(words: Words) => void} onChoose
 * @param {string} [number] theirs, once they have one: it stays in sight
 * @returns {Node[]}
 */
export function otherLanguageScreen(words, languages, onChoose, number) {
	return [
		element("h1", { class: "question", tabindex: "-1", "data-say": "" }, words.say("choose-language")),
		element(
			"p",
			{ class: "kept-number" },
			number ? element("span", { class: "number", "data-say": spelled(number) }, spaced(number)) : null,
		),
		languageButtons(languages, onChoose, words.language),
	];
}

/**
 * @param {Words[]} languages
 * @param {(words: Words) => void} onChoose
 * @param {string} [spoken] the language of the page until now
 */
function languageButtons(languages, onChoose, spoken) {
	const buttons = languages.map((words) => {
		const made = inLanguage(
			"button",
			words,
			{
				type: "button",
				class: "language",
				"data-language": words.language,
				"data-say": "",
				click: () => onChoose(words),
			},
			words.say("language-name"),
		);
		if (words.language === spoken) made.setAttribute("aria-current", "true");
		return made;
	});
	return element("div", { class: "languages" }, ...buttons);
}

/**
 * "مرحبا · Hello · Merhaba", each in its own language. For the eye: the buttons say each language by its name.
 *
 * @param {Words[]} languages
 */
function greetings(languages) {
	return languages.flatMap((words, index) => [
		index > 0 ? element("span", { class: "dot" }, " · ") : null,
		inLanguage("span", words, {}, words.say("greeting")),
	]);
}
