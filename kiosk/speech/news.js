/**
 * What is new on the page without anybody having touched it: fewer people ahead, the paper, the call, a question over
 * the screen.
 */
import { isChoice, phrasesOf, shownPart, spokenIn } from "./reading.js";

/** @typedef {import("./voice.js").Phrase} Phrase */

/** What cannot wait until the sentence in hand is over. */
const URGENT = ".your-turn, [role='alert']";

/** @type {WeakMap<HTMLElement, Map<string, HTMLElement>>} on each part of the page, what was heard, and where it stood */
const known = new WeakMap();
/** @type {HTMLElement | null} */
let lastPart = null;

/** What stands there now, and nothing else, is no news. */
export function learn() {
	lastPart = shownPart();
	known.set(lastPart, textsOf(told(lastPart)));
}

/**
 * What has come since it was learnt, which is learnt by that.
 *
 * @returns {{opened: boolean, urgent: boolean, phrases: Phrase[]}} opened: a dialog stands over the screen
 */
export function hearNews() {
	const part = shownPart();
	const opened = part !== lastPart && part instanceof HTMLDialogElement;
	const before = opened ? new Map() : (known.get(part) ?? new Map());
	const now = told(part);
	const fresh = now.filter((element) => !before.has(textOf(element)));
	lastPart = part;
	known.set(part, new Map([...[...before].filter(isAway), ...textsOf(now)]));
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

/**
 * What takes turns with others comes back by itself, and is not said again then. Anything else that comes again, is.
 *
 * @param {[string, HTMLElement]} heard
 */
function isAway([, { isConnected, hidden, dataset }]) {
	return isConnected && hidden && dataset.turns !== undefined;
}

/** @param {HTMLElement[]} elements */
function textsOf(elements) {
	return new Map(elements.map((element) => [textOf(element), element]));
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
