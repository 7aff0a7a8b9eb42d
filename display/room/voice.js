/**
 * The voice of the waiting room: for each call a chime, then what is said of it. One announcement at a time: the board
 * begins the next when this one is over (see told() in board.js).
 *
 * It speaks with the same voices as the kiosk. Whatever is wrong with them (no voice, no server, no loudspeaker), an
 * announcement comes to its end: then its captions stand as long as they need to be read.
 *
 * @typedef {import("./sayings.js").Saying} Saying
 * @typedef {{inHaste: boolean, isSilent: boolean}} How silent: the captions alone
 */
import { localVoice } from "/look/speech/browser_voice.js";
import { createOutlet } from "/look/speech/outlet.js";
import { createSounds } from "/look/speech/sounds.js";
import { createSpeaker } from "/look/speech/speaker.js";
import { ring } from "./chime.js";
import { pause } from "./pause.js";

/** How long the caption of a sentence stands that nobody hears: it is read slowly, and two fill the time of a call. */
const READ_MS = 3_000;
const READ_IN_HASTE_MS = 2_000;
/** A sound that is not here by then comes too late for this call. */
const PATIENCE_MS = 4_000;

/** @param {string} site */
export function createVoice(site) {
	// The knob of the loudspeaker says how loud.
	const outlet = createOutlet(() => 1);
	const sounds = createSounds({ site, role: "display", patienceMs: PATIENCE_MS });
	const speaker = createSpeaker(outlet, sounds);
	let end = new AbortController();

	/**
	 * Until it is said, or another one begins. Never rejects.
	 *
	 * @param {Saying[]} sayings
	 * @param {How} how
	 * @param {(saying: Saying) => void} onSay its caption is due; the first already with the chime
	 */
	async function announce(sayings, how, onSay) {
		hush();
		end = new AbortController();
		const { signal } = end;
		const [first] = sayings;
		if (first !== undefined && !how.isSilent) {
			onSay(first);
			// On its way while the chime rings.
			speaker.fetchAhead(first, signal);
			await ring(outlet, how.inHaste, signal);
		}
		for (const [index, saying] of sayings.entries()) {
			if (signal.aborted) return;
			onSay(saying);
			await sayOrShow(saying, sayings[index + 1], how, signal);
		}
	}

	/**
	 * @param {Saying} saying
	 * @param {Saying | undefined} next
	 * @param {How} how
	 * @param {AbortSignal} signal
	 */
	async function sayOrShow(saying, next, { inHaste, isSilent }, signal) {
		const readAt = performance.now() + (inHaste ? READ_IN_HASTE_MS : READ_MS);
		const onStart = () => speaker.fetchAhead(next, signal);
		const isHeard = !isSilent && (await speaker.sayOne(saying, signal, { onStart }));
		if (!isHeard) await pause(readAt - performance.now(), signal);
	}

	/** Silence, at once: who was called waits again, or the screen no longer knows. */
	function hush() {
		end.abort();
	}

	/**
	 * Wakes the server's voices, so that the first call is not late: one that rests takes a second or two to speak.
	 *
	 * @param {import("/look/speech/spoken.js").Phrase[]} samples
	 */
	async function warm(samples) {
		for (const sample of samples) if (localVoice(sample.language) === null) await sounds.askForVoice(sample);
	}

	/**
	 * To be called from a touch or a key: browsers grant sound to nothing else. Whoever touched hears that it worked.
	 *
	 * @param {boolean} isTold
	 */
	async function unlock(isTold) {
		if (!outlet.isLocked) return;
		await outlet.context.resume();
		if (isTold && !outlet.isLocked) await ring(outlet, false, new AbortController().signal);
	}

	return {
		get isLocked() {
			return outlet.isLocked;
		},
		announce,
		hush,
		warm,
		unlock,
	};
}
