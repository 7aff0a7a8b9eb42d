/**
 * The languages that stand beside French on the screen.
 *
 * @typedef {import("/look/words.js").Words} Words
 */
import { untilLoaded } from "../words.js";

/**
 * @param {Words} french
 * @param {string[]} languages the site's
 * @returns {Promise<Words[]>} without French, and without a language that has no words
 */
export async function loadOthers(french, languages) {
	const foreign = languages.filter((language) => language !== french.language);
	const loaded = await Promise.all(foreign.map((language) => untilLoaded("room", language)));
	const others = loaded.filter((words, index) => words.language === foreign[index]);
	for (const words of [french, ...others]) fetchFaces(words);
	return others;
}

/**
 * Fetches what the "not connected" scene is written in while the server can still give it.
 * @param {Words} words
 */
function fetchFaces(words) {
	const { fontFamily } = getComputedStyle(document.body);
	for (const weight of [400, 700])
		document.fonts.load(`${weight} 1em ${fontFamily}`, words.say("room-offline")).catch(() => {});
}
