/**
 * The words of the two display pages.
 *
 * @typedef {import("/look/words.js").Words} Words
 */
import { loadWords } from "/look/words.js";

const LOCALES = "/assets/display/locales";
const RETRY_MS = 3_000;

/**
 * The server may go away between a page and its words; a screen on a wall has nobody to reload it.
 * @param {string} language
 * @returns {Promise<Words>}
 */
export async function untilLoaded(language) {
	for (;;) {
		try {
			return await loadWords(LOCALES, language);
		} catch {
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}
}
