/**
 * What is written, as the ear gets it. The kiosk and the waiting room say a number the same way, so that people hear
 * the one that they were given.
 *
 * Sign by sign, in every language: "A 0 1 2". People do say “A zéro douze” as well; but in French the greater pairs are
 * sums (soixante-dix-sept), which most who are new to the language do not understand, and the ten figures are what they
 * learned first. And it is how the number is read, off paper and screen.
 *
 * @typedef {object} Phrase
 * @property {string} text
 * @property {string} language
 */

/** A ticket's number inside a sentence: a letter and at least three digits, with or without a space. */
const NUMBER = /(?<!\p{L})(\p{Lu})\s?(\d{3,})(?!\d)/gu;
/** Marks that only order the writing of two directions. */
const ISOLATES = /[\u2066-\u2069\u200e\u200f]/g;

/** @param {string} text as it is written */
export function spoken(text) {
	return text.replace(ISOLATES, "").replace(/\s+/g, " ").trim().replace(NUMBER, spelt);
}

/**
 * "A012" is said "A 0 1 2".
 *
 * @param {string} _whole
 * @param {string} letter
 * @param {string} digits
 */
function spelt(_whole, letter, digits) {
	return [letter, ...digits].join(" ");
}
