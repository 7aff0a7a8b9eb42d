/**
 * Reading everything aloud, for whoever cannot see the screen. Each new screen is said: its heading, what to know and
 * how many choices it has. One stop after the other is heard, by finger or by key; choosing is another, clear act, so
 * that listening never chooses anything.
 */
import { spoken } from "/look/speech/spoken.js";
import { hearNews, learn } from "./news.js";
import { isChoice, phrasesOf, shownPart, spokenAround, spokenIn } from "./reading.js";
import { hush, say, sayAfter, sayNext } from "./voice.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("./voice.js").Phrase} Phrase */

let isOn = false;
/** @type {Words | null} of the shown screen */
let words = null;
/** In which language it has been said how this works. */
let explained = "";
/** @type {HTMLElement | null} the stop that was heard last */
let current = null;

export function isAloud() {
	return isOn;
}

/**
 * @param {boolean} wanted
 * @param {boolean} [quietly] the person has gone: nobody is told
 */
export function setAloud(wanted, quietly = false) {
	if (wanted === isOn) return;
	isOn = wanted;
	document.body.toggleAttribute("data-aloud", isOn);
	leaveStop();
	explained = "";
	if (isOn) sayScreen();
	else if (quietly) hush();
	else if (words !== null) say([phrase("aloud-off")]);
	dispatchEvent(new CustomEvent("accueil:aloud"));
}

/** @param {Words} shown */
export function aloudScreen(shown) {
	words = shown;
	leaveStop();
	learn();
	if (isOn) sayNext(screenPhrases());
}

/** The whole screen once more, and how this works where it has not been said yet. */
export function sayScreen() {
	leaveStop();
	learn();
	say(screenPhrases());
}

/** How this works, once more. */
export function explain() {
	say([phrase("aloud-on"), phrase("aloud-keys")]);
}

/** What has changed on the screen by itself, or opened over it. */
export function aloudNews() {
	if (!isOn) return;
	const { opened, urgent, phrases } = hearNews();
	if (opened) leaveStop();
	if (opened) sayNext([...phrases, ...choicesPhrase()]);
	else if (urgent) say(phrases);
	else if (phrases.length > 0) sayAfter(phrases);
}

/** Where one can stop to listen, in order. */
export function stops() {
	return [...spokenIn(shownPart()), ...spokenAround()];
}

/** @returns {HTMLElement | null} the stop that was heard last, while it is there; the bar draws its buttons anew */
export function currentStop() {
	const all = stops();
	const action = current?.dataset.action;
	const again = all.find((stop) => stop === current) ?? all.find((stop) => action && stop.dataset.action === action);
	return again ?? null;
}

/** @param {HTMLElement} stop */
export function hear(stop) {
	leaveStop();
	current = stop;
	stop.dataset.heard = "";
	// For who sees a little, and for a braille line: the focus goes along where it can.
	if (isChoice(stop)) stop.focus({ preventScroll: true });
	say(phrasesOf(stop));
}

/**
 * From stop to stop. The screen has been said as a whole: the first step leads to its first choice.
 *
 * @param {1 | -1} by
 */
export function step(by) {
	const all = stops();
	const at = all.indexOf(/** @type {HTMLElement} */ (currentStop()));
	const first = all.findIndex(isChoice);
	const next = at >= 0 ? at + by : by > 0 ? first : first - 1;
	const stop = all[Math.min(all.length - 1, Math.max(0, next))];
	if (stop !== undefined) hear(stop);
}

/**
 * Chooses a stop, and says so. What cannot be chosen is heard once more.
 *
 * @param {HTMLElement | null} [stop]
 */
export function choose(stop = currentStop()) {
	if (stop === null || words === null) return sayScreen();
	if (!isChoice(stop)) return hear(stop);
	say(chosenPhrases(stop, words));
	stop.click();
}

/**
 * "Vous avez choisi : العربية": what was chosen keeps its own language.
 *
 * @param {HTMLElement} stop
 * @param {Words} shown
 * @returns {Phrase[]}
 */
function chosenPhrases(stop, { say: sayIn, language }) {
	// What belongs there as well was heard before: its name is enough.
	const label = phrasesOf(/** @type {HTMLElement} */ (stop.querySelector(".tile-label") ?? stop));
	if (label.every((each) => each.language === language)) {
		const text = sayIn("aloud-chosen", { label: label.map((each) => each.text).join(" ") });
		return [{ text: spoken(text), language, holds: true }];
	}
	const [before, after] = spoken(sayIn("aloud-chosen", { label: "|" })).split("|");
	const around = (/** @type {string | undefined} */ text) => (text?.trim() ? [{ text: text.trim(), language }] : []);
	return [...around(before), ...label, ...around(after)].map((each) => ({ ...each, holds: true }));
}

/** @returns {Phrase[]} */
function screenPhrases() {
	if (words === null) return [];
	const { language } = words;
	const part = spokenIn(shownPart());
	const told = part.filter((each) => !isChoice(each)).flatMap(phrasesOf);
	// A screen in every language at once has nothing to choose: it begins with theirs, and nothing needs explaining.
	const isToChoose = part.some(isChoice);
	if (!isToChoose && explained !== "") return ownFirst(told, explained);
	const how = explained === language ? [] : [phrase("aloud-on"), phrase("aloud-keys")];
	explained = language;
	return [...how, ...told, ...choicesPhrase()];
}

/**
 * @param {Phrase[]} told
 * @param {string} own
 */
function ownFirst(told, own) {
	return [...told.filter(({ language }) => language === own), ...told.filter(({ language }) => language !== own)];
}

/** @returns {Phrase[]} */
function choicesPhrase() {
	// A speaker over a dialog is no choice.
	const count = spokenIn(shownPart()).filter((each) => isChoice(each) && each.dataset.action !== "speak").length;
	return count > 0 ? [phrase("aloud-choices", { count })] : [];
}

/**
 * @param {string} id
 * @param {Record<string, string | number>} [values]
 * @returns {Phrase}
 */
function phrase(id, values) {
	const { language, say: sayIn } = /** @type {Words} */ (words);
	return { text: spoken(sayIn(id, values)), language };
}

function leaveStop() {
	if (current !== null) delete current.dataset.heard;
	current = null;
}
