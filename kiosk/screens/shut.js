/**
 * The calm screens for when no ticket can be had: the kiosk does not work, the site is closed, it gives no more tickets
 * before it closes, a mediator has stopped them, or it has none to give. They speak every language at once, because
 * nobody has to choose one to read them: French in full, each other one in the one sentence that helps most.
 */
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {"closed" | "last_tickets" | "stopped" | "unavailable" | "no_needs"} Reason */

const PICTURES = {
	closed: "door",
	last_tickets: "armchair",
	stopped: "call-bell",
	unavailable: "call-bell",
	no_needs: "call-bell",
};
/** Where what to do says more to somebody in a hurry than why. */
const DO_FIRST = new Set(["unavailable", "no_needs", "stopped"]);
/** Letters of a sentence that still is large on the screen; what a mediator writes may be longer (300 at most). */
const LONG_SENTENCE = 90;

/**
 * @param {Reason} reason
 * @param {Words[]} languages the first one is the heading
 * @param {Record<string, string>} [message] what a mediator wrote, in the languages in which they wrote; it takes the
 *   place of our own words
 * @returns {Node[]}
 */
export function shutScreen(reason, languages, message = {}) {
	const [first, ...others] = languages;
	if (!first) return [];
	const id = reason.replace("_", "-");
	/** @param {Words} words */
	const sentence = (words) =>
		message[words.language] ?? words.say(DO_FIRST.has(reason) && words !== first ? `${id}-next` : id);
	const isLong = languages.some((words) => sentence(words).length > LONG_SENTENCE);
	return [
		element(
			"div",
			{ class: isLong ? "notice long" : "notice" },
			picture(PICTURES[reason]),
			inLanguage(
				"div",
				first,
				{ class: "notice-part" },
				element("h1", { tabindex: "-1", "data-say": "" }, sentence(first)),
				element("p", { class: "notice-next", "data-say": "" }, first.say(`${id}-next`)),
			),
			element(
				"div",
				{ class: "notice-others" },
				...others.map((words) => inLanguage("p", words, { class: "notice-what", "data-say": "" }, sentence(words))),
			),
		),
	];
}
