/**
 * The pieces that scenes are made of: the page's <template>s, filled with words.
 *
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("./setting.js").Way} Way
 * @typedef {import("/look/words.js").Words} Words
 */
import { spaced } from "/look/words.js";

/**
 * A copy of a template, with the sentence of each `data-say` in it.
 * @param {string} id
 * @param {Words} words
 * @returns {DocumentFragment}
 */
export function fill(id, words) {
	const template = /** @type {HTMLTemplateElement} */ (find(document, `template#${id}`));
	const part = document.importNode(template.content, true);
	for (const place of part.querySelectorAll("[data-say]")) {
		place.textContent = words.say(/** @type {HTMLElement} */ (place).dataset.say ?? "");
	}
	return part;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(within, selector) {
	const found = within.querySelector(selector);
	if (found === null) throw new Error(`index.html has no ${selector}`);
	return /** @type {HTMLElement} */ (found);
}

/**
 * Leaves the page alone when it already says so.
 * @param {HTMLElement} place
 * @param {string} text
 */
export function put(place, text) {
	if (place.textContent !== text) place.textContent = text;
}

/**
 * Tells browsers and screen readers which language a part is in.
 * @param {HTMLElement} part
 * @param {Words} words
 */
export function markLanguage(part, words) {
	part.lang = words.language;
	part.dir = words.dir;
}

/**
 * A call as one phrase of one language, for the ear: "A 012 · Guichet 3. À gauche." Only French has the words of the
 * counter's sign.
 * @param {HTMLElement} place
 * @param {Words} words
 * @param {Call} call
 * @param {Way | null} way
 */
export function fillPhrase(place, words, call, way) {
	markLanguage(place, words);
	const { counter, label } = call;
	const phrase = words.say("room-caption", { number: spaced(call.number), counter, label });
	put(place, way === null ? phrase : `${phrase}. ${words.say(`room-way-${way}`)}`);
}

/**
 * Where somebody is called to, in their own language; the number above it is in all.
 * @param {HTMLElement} part
 * @param {Words} words
 * @param {Call} call
 * @param {string | undefined} place as the counter's sign tells it in this language
 */
export function fillCounter(part, words, { counter, label }, place) {
	markLanguage(part, words);
	put(find(part, "[data-counter-name]"), words.say("room-counter", { counter, label }));
	put(find(part, "[data-own-place]"), place ?? "");
}

/**
 * The arrow to a counter; none where nobody has said where it lies.
 * @param {HTMLElement} part
 * @param {Way | null} way
 */
export function drawWay(part, way) {
	const arrow = find(part, "[data-way]");
	arrow.toggleAttribute("hidden", way === null);
	if (way === null) return;
	arrow.dataset.way = way;
	find(arrow, "use").setAttribute("href", `#way-${way}`);
}

/**
 * The attributes by which styles and tests know a call.
 * @param {HTMLElement} part
 * @param {Call} call
 */
export function markCall(part, call) {
	part.dataset.number = call.number;
	part.dataset.counter = call.counter;
	part.dataset.count = String(call.count);
}
