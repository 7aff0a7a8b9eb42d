/**
 * "One moment…", when an answer takes long enough to be noticed. Nothing turns and nothing counts: a slow network is
 * not the resident's doing. The emblem of what they chose says that the tap was understood.
 */
import { element, emblem, inLanguage } from "../dom.js";

/**
 * @param {import("/look/words.js").Words[]} languages the first one is the heading
 * @param {import("../api.js").Need} [need] what is being waited for
 * @returns {Node[]}
 */
export function momentScreen(languages, need) {
	return [
		element(
			"div",
			{ class: "notice" },
			need ? emblem(need) : null,
			...languages.map((words, index) =>
				inLanguage(
					index === 0 ? "h1" : "p",
					words,
					index === 0 ? { tabindex: "-1", "data-say": "" } : { class: "notice-what", "data-say": "" },
					words.say("one-moment"),
				),
			),
		),
	];
}
