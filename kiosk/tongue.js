/**
 * A person who reads their number in another language is called in it, too: the ticket is told, so that the voice of the
 * waiting room, the desk and the phone speak it.
 */
import { setLanguage } from "./api.js";
import { newRequestId } from "./state.js";
import { pause, RETRY_MS } from "./timing.js";

/** About as long as somebody stands before their number. */
const TRIES = 30;

/** What was chosen last: an older choice that did not come through is given up. */
let chosen = "";

/**
 * @param {string} id of the ticket
 * @param {string} language
 */
export async function tellLanguage(id, language) {
	const wish = newRequestId();
	chosen = wish;
	for (let left = TRIES; left > 0 && chosen === wish; left -= 1) {
		const { kind } = await setLanguage(id, language, wish);
		// Refused: the visit is over, and nobody is called any more.
		if (kind !== "away") return;
		await pause(RETRY_MS);
	}
}
