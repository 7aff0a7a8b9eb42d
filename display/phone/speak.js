/**
 * In which languages this page can speak, and their words.
 *
 * @typedef {import("/look/words.js").Words} Words
 */
import { untilLoaded } from "../words.js";

/** Each language in its own name: who looks for it reads no other. In the order of the kiosk's first screen. */
export const NAMES = {
	fr: "Français",
	ar: "العربية",
	en: "English",
	tr: "Türkçe",
	pt: "Português",
	es: "Español",
	ro: "Română",
	sq: "Shqip",
	ru: "Русский",
	uk: "Українська",
	fa: "فارسی / دری",
	zh: "中文",
};

/**
 * @param {string} language
 * @returns {string}
 */
export function nameOf(language) {
	return /** @type {Record<string, string>} */ (NAMES)[language] ?? language;
}

/**
 * @param {string} language
 * @returns {Promise<Words>}
 */
export function wordsIn(language) {
	return untilLoaded("phone", language, true);
}

/** Where nothing tells which language the holder would read: all, their phone's own first. */
export function everyLanguage() {
	return [...new Set([phonesOwn(), ...Object.keys(NAMES)])];
}

/** The phone's own language, until the ticket says which was chosen. */
export function phonesOwn() {
	const own = navigator.language.split("-")[0] ?? "";
	return own in NAMES ? own : "fr";
}
