/**
 * The calm screens for when no ticket can be had: the kiosk does not work, the site is closed, it gives no more tickets
 * before it closes, or a mediator has stopped them. They speak every language at once, because nobody has to choose one
 * to read them, and each says what to do.
 */
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {"closed" | "last_tickets" | "stopped" | "unavailable"} Reason */

const PICTURES = { closed: "door", last_tickets: "armchair", stopped: "call-bell", unavailable: "call-bell" };
/** Letters of a sentence that still is large on the screen; what a mediator writes may be longer (300 at most). */
const LONG_SENTENCE = 90;

/**
 * @param {Reason} reason
 * @param {Words[]} languages the first one is the heading
 * @param {Record<string, string>} [message] what a mediator wrote, a language each; it takes the place of our own words
 * @returns {Node[]}
 */
export function shutScreen(reason, languages, message = {}) {
	const id = reason.replace("_", "-");
	const sentences = languages.map((words) => message[words.language] ?? words.say(id));
	const isLong = sentences.some((sentence) => sentence.length > LONG_SENTENCE);
	return [
		element(
			"div",
			{ class: isLong ? "notice long" : "notice" },
			picture(PICTURES[reason]),
			...languages.map((words, index) =>
				inLanguage(
					"div",
					words,
					{ class: "notice-part" },
					index === 0
						? element("h1", { tabindex: "-1" }, sentences[0] ?? "")
						: element("p", { class: "notice-what" }, sentences[index] ?? ""),
					element("p", { class: "notice-next" }, words.say(`${id}-next`)),
				),
			),
		),
	];
}
