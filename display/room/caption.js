/**
 * The caption of what is said at this moment, for who does not hear. It goes along with the voice as subtitles do: as
 * much as its two lines hold in letters that the room can read, then the rest.
 *
 * @typedef {import("./sayings.js").Saying} Saying
 */
import { holds } from "./fit.js";
import { pagesOf } from "./messages.js";
import { put } from "./parts.js";

/** Fifteen letters a second: about what is said, and what a subtitle may ask of its reader. */
const LETTER_MS = 1_000 / 15;

/** @param {HTMLElement} stage where announcements are drawn */
export function createCaption(stage) {
	/** @type {Saying | null} */
	let said = null;
	let since = 0;
	/** @type {HTMLElement | null} */
	let place = null;
	/** @type {string[]} */
	let pages = [];
	// Measured anew in the language's own letters.
	document.fonts.addEventListener("loadingdone", () => {
		place = null;
	});

	/**
	 * @param {Saying | null} saying
	 * @param {number} now in ms
	 */
	function paint(saying, now) {
		/** @type {HTMLElement | null} */
		const found = stage.querySelector("[data-caption-now]");
		if (found === null || saying === null) return;
		if (saying !== said) since = now;
		if (saying !== said || found !== place) divide(found, saying);
		[said, place] = [saying, found];
		put(found, pageAfter(now - since));
	}

	/**
	 * @param {HTMLElement} box
	 * @param {Saying} saying
	 */
	function divide(box, { written, language, dir }) {
		Object.assign(box, { lang: language, dir });
		pages = pagesOf({ text: written, language }, (text) => {
			put(box, text);
			return holds(box);
		});
	}

	/** @param {number} ms since it began to be said */
	function pageAfter(ms) {
		let until = 0;
		for (const page of pages) {
			until += page.length * LETTER_MS;
			if (ms < until) return page;
		}
		return pages.at(-1) ?? "";
	}

	return { paint };
}
