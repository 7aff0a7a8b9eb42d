/**
 * Says one phrase with the first engine that can: the browser's own voice, else the server's. None can: nothing is
 * said, least of all in a voice of another language.
 *
 * @typedef {import("./outlet.js").Outlet} Outlet
 * @typedef {import("./sounds.js").Sounds} Sounds
 * @typedef {import("./spoken.js").Phrase} Phrase
 *
 * @typedef {"browser" | "server"} Engine
 *
 * @typedef {object} Ears
 * @property {(engine: Engine) => void} [onEngine] it is tried
 * @property {(language: string, isThere: boolean) => void} [onVoice] the server has a voice for this language, or none
 * @property {() => void} [onStart] it sounds
 */
import { localVoice, sayWithBrowser } from "./browser_voice.js";
import { playSound } from "./player.js";

/**
 * @param {Outlet} outlet
 * @param {Sounds} sounds
 */
export function createSpeaker(outlet, sounds) {
	/** @type {{phrase: Phrase, signal: AbortSignal, sound: ReturnType<Sounds["soundOf"]>} | null} on its way */
	let ahead = null;

	/**
	 * Until it is said, stopped, or cannot be. Never rejects.
	 *
	 * @param {Phrase} phrase
	 * @param {AbortSignal} signal stops it at once
	 * @param {Ears} ears
	 * @returns {Promise<boolean>} whether anything was heard
	 */
	async function sayOne(phrase, signal, ears) {
		for (let voice = localVoice(phrase.language); voice !== null; voice = localVoice(phrase.language)) {
			ears.onEngine?.("browser");
			const onStart = () => tellSaid(phrase, "browser", null, ears);
			if (await sayWithBrowser(phrase, voice, outlet.loudness(), signal, onStart)) return true;
			// Stopped or failed: only a voice that failed is followed by another.
			if (signal.aborted) return false;
		}
		ears.onEngine?.("server");
		const sound = await (onItsWay(phrase, signal) ?? sounds.soundOf(phrase, signal));
		if (sound.kind !== "away") ears.onVoice?.(phrase.language, sound.kind === "sound");
		if (signal.aborted || sound.kind !== "sound") return false;
		return playSound(outlet, sound.bytes, signal, (seconds) => tellSaid(phrase, "server", seconds, ears));
	}

	/**
	 * The one that is said next: on its way while another sounds, and sentences follow each other without a gap.
	 *
	 * @param {Phrase | undefined} phrase
	 * @param {AbortSignal} signal the one with which it will be said
	 */
	function fetchAhead(phrase, signal) {
		if (phrase === undefined || localVoice(phrase.language) !== null) return;
		ahead = { phrase, signal, sound: sounds.soundOf(phrase, signal) };
	}

	/**
	 * @param {Phrase} phrase
	 * @param {AbortSignal} signal
	 */
	function onItsWay(phrase, signal) {
		return ahead?.phrase === phrase && ahead.signal === signal ? ahead.sound : null;
	}

	return { sayOne, fetchAhead };
}

/**
 * @param {Phrase} phrase
 * @param {Engine} engine
 * @param {number | null} seconds how long it will sound; null when only the browser knows
 * @param {Ears} ears
 */
function tellSaid({ text, language }, engine, seconds, { onStart }) {
	dispatchEvent(new CustomEvent("accueil:said", { detail: { text, language, engine, seconds } }));
	onStart?.();
}
