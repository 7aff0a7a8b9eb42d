/**
 * What is new on the page without anybody having touched it: fewer people ahead, the paper, the call, a question over
 * the screen.
 */
import { isChoice, phrasesOf, shownPart, spokenIn } from "./reading.js";

/** @typedef {import("./voice.js").Phrase} Phrase */

/** What cannot wait until the sentence in hand is over. */
const URGENT = ".your-turn, [role='alert']";

/** @type {WeakMap<HTMLElement, Set<string>>} what has been there to be heard, on each part of the page */
const known = new WeakMap();
/** @type {HTMLElement | null} */
let lastPart = null;

/** What stands there now is no news. */
export function learn() {
	lastPart = shownPart();
	known.set(lastPart, new Set(told(lastPart).map(textOf)));
}

/**
 * What has come since it was learnt, which is learnt by that.
 *
 * @returns {{opened: boolean, urgent: boolean, phrases: Phrase[]}} opened: a dialog stands over the screen
 */
export function hearNews() {
	const part = shownPart();
	const opened = part !== lastPart && part instanceof HTMLDialogElement;
	const before = opened ? new Set() : (known.get(part) ?? new Set());
	const fresh = told(part).filter((element) => !before.has(textOf(element)));
	learn();
	return { opened, urgent: fresh.some((element) => element.matches(URGENT)), phrases: fresh.flatMap(phrasesOf) };
}

/**
 * Calls back whenever the page has changed.
 *
 * @param {() => void} onChange
 */
export function watchPage(onChange) {
	new MutationObserver(onChange).observe(document.body, {
		subtree: true,
		childList: true,
		characterData: true,
		attributeFilter: ["open", "hidden", "data-say"],
	});
}

/** @param {HTMLElement} part */
function told(part) {
	return spokenIn(part).filter((element) => !isChoice(element));
}

/** @param {HTMLElement} element */
function textOf(element) {
	return phrasesOf(element)
		.map(({ language, text }) => `${language} ${text}`)
		.join("\n");
}
