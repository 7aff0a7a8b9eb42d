/**
 * The words of the two display pages.
 *
 * @typedef {import("/look/words.js").Words} Words
 */
import { loadWords } from "/look/words.js";

const RETRY_MS = 3_000;

/**
 * The server may go away between a page and its words; a screen on a wall has nobody to reload it.
 * @param {"room" | "phone"} room whose words
 * @param {string} language
 * @param {boolean} [isAlone] whether French is left out behind it
 * @returns {Promise<Words>}
 */
export async function untilLoaded(room, language, isAlone = false) {
	for (;;) {
		try {
			return await loadWords(`/assets/display/${room}/locales`, language, isAlone);
		} catch {
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}
}
