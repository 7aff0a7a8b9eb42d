/**
 * The kiosk's one voice: one sound at a time, ever. Whatever is said next stops what sounds, and what was still on its
 * way to sound.
 */
import { localVoice } from "/look/speech/browser_voice.js";
import { createSpeaker } from "/look/speech/speaker.js";
import { outlet, sounds } from "./means.js";

/**
 * @typedef {import("/look/speech/spoken.js").Phrase & {holds?: boolean}} Phrase `holds`: the next screen waits until it
 *   is said; whatever a person does still stops it
 *
 * @typedef {object} Turn
 * @property {Phrase[]} left still to be said
 * @property {Phrase | null} now being said
 * @property {import("/look/speech/speaker.js").Engine | null} engine that says it
 * @property {AbortController} end
 */

const speaker = createSpeaker(outlet, sounds);

/** @type {Turn | null} */
let turn = null;
/** @type {Set<string>} languages that neither this browser nor the server can say */
const missing = new Set();
/** @type {Set<string>} languages in which something could be said */
const found = new Set();

/**
 * Says these now, and nothing else.
 *
 * @param {Phrase[]} phrases
 */
export function say(phrases) {
	hush();
	if (phrases.length === 0) return;
	turn = { left: [...phrases], now: null, engine: null, end: new AbortController() };
	tellState();
	run(turn);
}

/**
 * Says these now, but lets sentences that hold be finished first.
 *
 * @param {Phrase[]} phrases
 */
export function sayNext(phrases) {
	const held = turn?.left.filter(({ holds }) => holds) ?? [];
	if (turn !== null && (turn.now?.holds || held.length > 0)) turn.left = [...held, ...phrases];
	else say(phrases);
}

/**
 * Says these when all that is being said has been said.
 *
 * @param {Phrase[]} phrases
 */
export function sayAfter(phrases) {
	if (turn === null) say(phrases);
	else turn.left.push(...phrases);
}

/** Silence, at once. */
export function hush() {
	if (turn === null) return;
	const stopped = turn;
	turn = null;
	stopped.end.abort();
	tellState();
}

export function isSounding() {
	return turn !== null;
}

/** The volume has changed: what sounds becomes louder or softer. A browser's voice has to begin its sentence again. */
export function sayAtNewVolume() {
	if (turn?.engine === "browser" && turn.now !== null) say([turn.now, ...turn.left]);
	else outlet.followLoudness();
}

/**
 * Whether a language can be said. It is looked at without a sound, so that the speaker shows it before it is touched.
 * While the server is away nobody knows, and what was kept may still sound.
 *
 * @param {Phrase} sample
 */
export async function lookForVoice(sample) {
	if (found.has(sample.language)) return;
	const kind = localVoice(sample.language) === null ? await sounds.askForVoice(sample) : "sound";
	if (kind !== "away") note(sample.language, kind === "sound");
}

/** @param {string} language */
export function canSay(language) {
	return !missing.has(language);
}

/** @param {Turn} mine */
async function run(mine) {
	for (let phrase = mine.left.shift(); phrase !== undefined; phrase = mine.left.shift()) {
		mine.now = phrase;
		await speaker.sayOne(phrase, mine.end.signal, {
			onEngine: (engine) => {
				mine.engine = engine;
			},
			onVoice: note,
			onStart: () => speaker.fetchAhead(mine.left[0], mine.end.signal),
		});
		if (turn !== mine) return;
	}
	turn = null;
	tellState();
}

/**
 * @param {string} language
 * @param {boolean} isThere
 */
function note(language, isThere) {
	if (isThere) found.add(language);
	else found.delete(language);
	if (canSay(language) === isThere) return;
	if (isThere) missing.delete(language);
	else missing.add(language);
	dispatchEvent(new CustomEvent("accueil:voices", { detail: { language, isThere } }));
}

function tellState() {
	document.body.toggleAttribute("data-speaking", turn !== null);
	dispatchEvent(new CustomEvent("accueil:speaking"));
}
