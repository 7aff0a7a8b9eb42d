/**
 * "No paper tickets for now", before anybody taps. It keeps its place on the screen whether it is said or not: no
 * button moves under a finger when the paper goes or comes back.
 */
import { element, inLanguage, picture } from "../dom.js";

/** @typedef {import("/look/words.js").Words} Words */

/**
 * @param {Words[]} languages each says it in a sentence of its own
 * @param {boolean} paper whether paper can be expected
 * @param {string} [message] the sentence
 * @returns {{node: HTMLElement, update: (paper: boolean) => void}}
 */
export function noPaperNote(languages, paper, message = "no-paper") {
	const node = element("div", { class: "no-paper", role: "status" });

	/** @param {boolean} comes */
	function update(comes) {
		if (comes === (node.childElementCount === 0)) return;
		const sentences = languages.map((words) => inLanguage("p", words, { "data-say": "" }, words.say(message)));
		node.replaceChildren(...(comes ? [] : [picture("printer"), element("div", {}, ...sentences)]));
	}

	update(paper);
	return { node, update };
}
