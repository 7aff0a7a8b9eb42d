/**
 * The words of a page in one language, from Fluent files, with French behind whatever is missing.
 */
import { FluentBundle, FluentResource } from "/look/vendor/fluent.js";

const LAST_RESORT = "fr";
const RIGHT_TO_LEFT = new Set(["ar", "fa"]);
/** Thin, and never a place to break the line. */
const THIN_SPACE = "\u202f";

/**
 * @typedef {object} Words
 * @property {string} language what is really spoken: French when the language asked for has no file
 * @property {"ltr" | "rtl"} dir
 * @property {(id: string, args?: Record<string, string | number>) => string} say never throws: a message that no
 *   file holds is answered with its id
 */

/**
 * @param {string} base folder of the .ftl files, without the last slash
 * @param {string} language
 * @param {boolean} [isAlone] whether French is left out behind it: for a page that must weigh little
 * @returns {Promise<Words>} rejects when the files cannot be fetched
 */
export async function loadWords(base, language, isAlone = false) {
	const asked = language === LAST_RESORT || isAlone ? [language] : [language, LAST_RESORT];
	const bundles = (await Promise.all(asked.map((each) => loadBundle(base, each)))).filter((found) => found !== null);
	if (bundles.length === 0 && language !== LAST_RESORT) return loadWords(base, LAST_RESORT);
	const spoken = bundles.length === asked.length ? language : LAST_RESORT;
	return {
		language: spoken,
		dir: directionOf(spoken),
		say(id, args) {
			for (const bundle of bundles) {
				const pattern = bundle.getMessage(id)?.value;
				// With a list to put errors in, Fluent never throws: it says as much of the sentence as it can.
				if (pattern) return bundle.formatPattern(pattern, args, []);
			}
			return id;
		},
	};
}

/**
 * @param {string} language
 * @returns {"ltr" | "rtl"}
 */
export function directionOf(language) {
	return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

/**
 * "A012" as it is shown: "A 012", so that it is read and spoken as a letter and digits.
 *
 * @param {string} number
 */
export function spaced(number) {
	return number.replace(/^(\D+)(\d+)$/, `$1${THIN_SPACE}$2`);
}

/**
 * "A012" as it is said, sign by sign: a voice would else make a word or a quantity of it.
 *
 * @param {string} number
 */
export function spelled(number) {
	return [...number].join(" ");
}

/** @type {Map<string, Promise<FluentBundle | null>>} what is fetched, or being fetched: French stands behind each language */
const fetched = new Map();

/**
 * @param {string} base
 * @param {string} language
 * @returns {Promise<FluentBundle | null>} null when the language has no file
 */
function loadBundle(base, language) {
	const address = `${base}/${language}.ftl`;
	const known = fetched.get(address);
	if (known) return known;
	const asked = fetchBundle(address, language);
	fetched.set(address, asked);
	// What failed is asked for again the next time.
	asked.catch(() => fetched.delete(address));
	return asked;
}

/**
 * @param {string} address
 * @param {string} language
 * @returns {Promise<FluentBundle | null>}
 */
async function fetchBundle(address, language) {
	const answer = await fetch(address);
	if (answer.status === 404) return null;
	if (!answer.ok) throw new Error(`The words of “${language}” could not be fetched: ${answer.status}.`);
	// Western digits in every language: they are the ones on the paper and on the waiting-room screen.
	const bundle = new FluentBundle(`${language}-u-nu-latn`, {
		// Isolation marks keep "A 012" whole inside Arabic; a left-to-right sentence has no need of them.
		useIsolating: directionOf(language) === "rtl",
	});
	bundle.addResource(new FluentResource(await answer.text()));
	return bundle;
}
