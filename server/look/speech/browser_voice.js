/**
 * The browser's own voice, where it has one on this very machine. A voice that speaks through somebody's server is
 * never used: it would tell a stranger what people come for, and it falls silent with the network.
 */

/** @typedef {import("./spoken.js").Phrase} Phrase */

/** Which way of speaking a language is meant, where a browser has several; Chinese is Mandarin, as the texts are. */
const ACCENTS = new Map([
	["fr", "fr-fr"],
	["en", "en-gb"],
	["pt", "pt-pt"],
	["es", "es-es"],
	["zh", "zh-cn"],
]);
/** Tags that begin like one of the pages' languages and are another one to the ear. */
const OTHERS = /^(zh-hk|zh-tw-hak|yue)/;
/** A voice that has not begun after this will not: some browsers lose a sentence without a word. */
const BEGIN_MS = 3_000;
/** Nor will one that has not ended after this, and as long again for each letter: slow speech has twelve in a second. */
const END_MS = 10_000;
const LETTER_MS = 250;

/** @type {Set<string>} addresses of voices that failed: not asked again until the page is loaded anew */
const failed = new Set();
/** @type {SpeechSynthesisUtterance | null} held on to, or Chromium may collect it before it has told that it is over */
let uttered = null;

/**
 * @param {string} language
 * @returns {SpeechSynthesisVoice | null} null when there is none here
 */
export function localVoice(language) {
	if (!("speechSynthesis" in window)) return null;
	const here = speechSynthesis
		.getVoices()
		.filter(({ localService, voiceURI, lang }) => localService && !failed.has(voiceURI) && speaks(lang, language));
	const accent = ACCENTS.get(language);
	return here.find(({ lang }) => tagOf(lang) === accent) ?? here[0] ?? null;
}

/**
 * Until it is said, stopped, or has failed. Never rejects.
 *
 * @param {Phrase} phrase
 * @param {SpeechSynthesisVoice} voice
 * @param {number} loudness 0 to 1
 * @param {AbortSignal} signal
 * @param {() => void} onStart
 * @returns {Promise<boolean>} false when nothing was heard: another way of saying it may be tried
 */
export function sayWithBrowser({ text }, voice, loudness, signal, onStart) {
	const utterance = new SpeechSynthesisUtterance(text);
	uttered = utterance;
	utterance.voice = voice;
	utterance.lang = voice.lang;
	utterance.volume = loudness;
	return new Promise((resolve) => {
		let isBegun = false;
		/** @param {boolean} said */
		const over = (said) => {
			clearTimeout(watchdog);
			signal.removeEventListener("abort", abort);
			// What comes of it later is of no more interest, least of all while another sentence is being said.
			utterance.onstart = utterance.onend = utterance.onerror = null;
			if (uttered === utterance) uttered = null;
			resolve(said);
		};
		const abort = () => {
			speechSynthesis.cancel();
			over(true);
		};
		const fail = () => {
			failed.add(voice.voiceURI);
			speechSynthesis.cancel();
			over(false);
		};
		let watchdog = setTimeout(fail, BEGIN_MS);
		utterance.onstart = () => {
			isBegun = true;
			clearTimeout(watchdog);
			watchdog = setTimeout(abort, END_MS + text.length * LETTER_MS);
			onStart();
		};
		utterance.onend = () => over(true);
		utterance.onerror = () => (isBegun || signal.aborted ? over(true) : fail());
		signal.addEventListener("abort", abort, { once: true });
		speechSynthesis.speak(utterance);
	});
}

/**
 * @param {string} tag
 * @param {string} language
 */
function speaks(tag, language) {
	return tagOf(tag).split("-")[0] === language && !OTHERS.test(tagOf(tag));
}

/** @param {string} tag Android writes fr_FR */
function tagOf(tag) {
	return tag.replaceAll("_", "-").toLowerCase();
}
