/**
 * What there is to be said on the page, read from the page itself: whatever carries `data-say`, in the order in which
 * it stands, each piece in its own language.
 */
import { spoken } from "/look/speech/spoken.js";

/** @typedef {import("./voice.js").Phrase} Phrase */

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const FRAME = "#sound-strip [data-say], #frame [data-say]";

/** Where a sentence is over, in the scripts of the kiosk's languages. */
const ENDED = /[.!?:…,;。？！：؟،؛]$/;
/** The open dialog, else the screen. */
export function shownPart() {
	return /** @type {HTMLElement} */ ([...document.querySelectorAll("dialog[open]")].at(-1) ?? main);
}

/**
 * Whatever can be heard on it, in order; nothing while an answer is awaited.
 *
 * @param {HTMLElement} part
 * @returns {HTMLElement[]}
 */
export function spokenIn(part) {
	if (main.inert) return [];
	return [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-say]"))].filter(isHeard);
}

/** Besides the shown part: the strip and the bar, which a dialog covers. */
export function spokenAround() {
	if (main.inert || shownPart() !== main) return [];
	return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(FRAME))].filter(isHeard);
}

/** @param {HTMLElement} element */
export function isChoice(element) {
	return element.matches("button, a[href]");
}

/**
 * @param {HTMLElement} element
 * @returns {Phrase[]} one for each stretch of one language
 */
export function phrasesOf(element) {
	const written = element.dataset.say;
	if (written) return [{ text: spoken(written), language: languageOf(element) }];
	/** @type {Phrase[]} */
	const phrases = [];
	let lastBlock = null;
	const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
		const holder = /** @type {HTMLElement} */ (node.parentElement);
		const text = spoken(node.textContent ?? "");
		if (text === "" || holder.closest("[aria-hidden='true']") || !isSeen(holder)) continue;
		const block = blockOf(holder);
		add(phrases, { text, language: languageOf(holder) }, block !== lastBlock);
		lastBlock = block;
	}
	return phrases;
}

/**
 * @param {Phrase[]} phrases
 * @param {Phrase} next
 * @param {boolean} isApart what stands apart to the eye is a sentence of its own to the ear
 */
function add(phrases, next, isApart) {
	const last = phrases.at(-1);
	if (last?.language === next.language) last.text += `${isApart && !ENDED.test(last.text) ? "." : ""} ${next.text}`;
	else phrases.push(next);
}

/**
 * The nearest box that the words flow in.
 *
 * @param {HTMLElement} element
 * @returns {HTMLElement}
 */
function blockOf(element) {
	const isInline = getComputedStyle(element).display === "inline";
	return isInline && element.parentElement !== null ? blockOf(element.parentElement) : element;
}

/** @param {HTMLElement} element */
function languageOf(element) {
	const { lang } = /** @type {HTMLElement} */ (element.closest("[lang]"));
	return lang;
}

/** @param {HTMLElement} element */
function isHeard(element) {
	return isSeen(element) && !element.parentElement?.closest("[data-say]");
}

/** @param {HTMLElement} element */
function isSeen(element) {
	return element.checkVisibility({ visibilityProperty: true });
}
