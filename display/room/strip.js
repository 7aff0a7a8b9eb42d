/**
 * The foot of the screen: how many wait, always; beside it the site's messages, one page after another.
 *
 * @typedef {import("./messages.js").Telling} Telling
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {object} Foot
 * @property {number | null} waiting null where nobody waits for anything: a closed site
 * @property {Telling[]} tellings in the order in which they are told
 */
import { directionOf } from "/look/words.js";
import { holds } from "./fit.js";
import { pageAt, pagesOf } from "./messages.js";
import { find, put } from "./parts.js";

export function createStrip() {
	const strip = find(document, "[data-strip]");
	const waiting = find(strip, "[data-waiting]");
	const count = find(waiting, "[data-how-many]");
	const people = find(waiting, "[data-people]");
	const message = find(strip, "[data-message]");
	let room = "";
	/** @type {Map<string, Telling[]>} the pages of each telling, as the strip has room for them */
	let measured = new Map();
	// The letters of a language come when they are first written: what was measured before was another's.
	document.fonts.addEventListener("loadingdone", () => {
		room = "";
	});

	/**
	 * @param {Foot | null} foot
	 * @param {Words} words
	 * @param {number} now
	 */
	function paint(foot, words, now) {
		strip.hidden = foot === null;
		if (foot === null) return;
		const tellings = [...paintWaiting(foot.waiting, words), ...foot.tellings];
		strip.toggleAttribute("data-tells", foot.tellings.length > 0);
		message.hidden = tellings.length === 0;
		if (tellings.length === 0) return;
		const { text, language } = pageAt(paged(tellings), now);
		write(text, language);
		// Said beside the number already, to who hears the screen.
		message.toggleAttribute("aria-hidden", text === people.textContent);
	}

	/**
	 * @param {number | null} number
	 * @param {Words} words
	 * @returns {Telling[]} the words to the number: they take turns with the messages, and it stays
	 */
	function paintWaiting(number, words) {
		waiting.hidden = number === null;
		if (number === null) return [];
		const text = words.say("room-waiting", { count: number });
		waiting.dataset.waiting = String(number);
		put(count, String(number));
		put(people, text);
		// "0" and "Personne n’attend" would say it twice; a screen reader is told the words.
		count.toggleAttribute("aria-hidden", number === 0);
		return number === 0 ? [] : [{ text, language: words.language }];
	}

	/**
	 * Pages as the strip has room for them now. The number of who waits changes with each call, the messages do not: each
	 * is measured once for a room.
	 * @param {Telling[]} tellings
	 */
	function paged(tellings) {
		const now = [message.clientWidth, message.clientHeight].join();
		const before = now === room ? measured : new Map();
		room = now;
		measured = new Map();
		// French comes more than once.
		return tellings.flatMap((telling) => {
			const key = `${telling.language} ${telling.text}`;
			const pages = measured.get(key) ?? before.get(key) ?? pagesIn(telling);
			measured.set(key, pages);
			return pages;
		});
	}

	/**
	 * @param {Telling} telling
	 * @returns {Telling[]}
	 */
	function pagesIn({ text, language }) {
		const fits = (/** @type {string} */ part) => hasRoom(part, language);
		return pagesOf({ text, language }, fits).map((part) => ({ text: part, language }));
	}

	/**
	 * Measured in its own place, and nobody sees it: what is written last is what is painted.
	 * @param {string} text
	 * @param {string} language
	 */
	function hasRoom(text, language) {
		write(text, language);
		return holds(message);
	}

	/**
	 * @param {string} text
	 * @param {string} language
	 */
	function write(text, language) {
		put(message, text);
		message.lang = language;
		message.dir = directionOf(language);
	}

	return { paint };
}
