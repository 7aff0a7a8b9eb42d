/**
 * The two screens for when no ticket can be had: the kiosk does not work, or the site is closed. Both speak every
 * language at once, because nobody has to choose one to read them, and both say where to go.
 */
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */

/**
 * @param {Words[]} languages
 * @returns {Node[]}
 */
export function unavailableScreen(languages) {
	return notice("call-bell", "unavailable", "unavailable-next", languages);
}

/**
 * @param {Words[]} languages
 * @returns {Node[]}
 */
export function closedScreen(languages) {
	return notice("door", "closed", "closed-next", languages);
}

/**
 * @param {string} icon
 * @param {string} what message that says what is the matter
 * @param {string} next message that says what to do
 * @param {Words[]} languages the first one is the heading
 * @returns {Node[]}
 */
function notice(icon, what, next, languages) {
	return [
		element(
			"div",
			{ class: "notice" },
			picture(icon),
			...languages.map((words, index) =>
				inLanguage(
					"div",
					words,
					{ class: "notice-part" },
					index === 0
						? element("h1", { tabindex: "-1" }, words.say(what))
						: element("p", { class: "notice-what" }, words.say(what)),
					element("p", { class: "notice-next" }, words.say(next)),
				),
			),
		),
	];
}
