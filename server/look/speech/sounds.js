/**
 * Sounds that the server makes, one for each sentence. What has been fetched once is kept while the page lives, so that
 * a fixed sentence still sounds when the server is away; across reloads the browser's own cache keeps it.
 *
 * @typedef {import("./spoken.js").Phrase} Phrase
 * @typedef {{kind: "sound", bytes: ArrayBuffer} | {kind: "no_voice"} | {kind: "away"}} Sound
 * @typedef {ReturnType<typeof createSounds>} Sounds
 */
import { deviceToken } from "../device.js";

/** About 130 sentences of three seconds (22 kHz, 16 bits). */
const KEPT_BYTES = 16_000_000;

const NO_VOICE = 404;

/**
 * @param {object} of
 * @param {string} of.site
 * @param {"kiosk" | "display"} of.role of this device
 * @param {number} of.patienceMs what is not here by then is away
 */
export function createSounds({ site, role, patienceMs }) {
	/** @type {Map<string, ArrayBuffer>} used longest ago first */
	const kept = new Map();
	/** @type {Set<string>} the sentences that are never given up: they are wanted exactly when the server is away */
	const pinned = new Set();
	let keptBytes = 0;

	/**
	 * Never rejects.
	 *
	 * @param {Phrase} phrase
	 * @param {AbortSignal} signal nobody waits for it any more: then it is "away"
	 * @returns {Promise<Sound>}
	 */
	async function soundOf(phrase, signal) {
		const key = keyOf(phrase);
		const had = kept.get(key);
		if (had === undefined) return fetchSound(phrase, signal);
		kept.delete(key);
		kept.set(key, had);
		return { kind: "sound", bytes: had };
	}

	/**
	 * Fetched quietly, one after another, and kept for good. What cannot be had now is left for another time.
	 *
	 * @param {Phrase[]} phrases
	 */
	async function keepReady(phrases) {
		for (const phrase of phrases) {
			pinned.add(keyOf(phrase));
			const sound = await soundOf(phrase, new AbortController().signal);
			if (sound.kind === "away") return;
		}
	}

	/**
	 * Whether the server can say this, without having it sent. Never rejects.
	 *
	 * @param {Phrase} phrase
	 * @returns {Promise<"sound" | "no_voice" | "away">}
	 */
	async function askForVoice(phrase) {
		if (kept.has(keyOf(phrase))) return "sound";
		const answer = await ask(phrase, "HEAD", new AbortController().signal);
		return answer.kind;
	}

	/**
	 * @param {Phrase} phrase
	 * @param {AbortSignal} signal
	 * @returns {Promise<Sound>}
	 */
	async function fetchSound(phrase, signal) {
		const answer = await ask(phrase, "GET", signal);
		if (answer.kind === "sound") keep(keyOf(phrase), answer.bytes);
		return answer;
	}

	/**
	 * @param {Phrase} phrase
	 * @param {"GET" | "HEAD"} method
	 * @param {AbortSignal} signal
	 * @returns {Promise<Sound>}
	 */
	async function ask({ text, language }, method, signal) {
		const address = `/api/v1/sites/${encodeURIComponent(site)}/speech?${new URLSearchParams({ language, text })}`;
		const giveUp = new AbortController();
		const stop = () => giveUp.abort();
		const timer = setTimeout(stop, patienceMs);
		signal.addEventListener("abort", stop);
		try {
			const answer = await fetch(address, {
				method,
				headers: { Authorization: `Bearer ${await deviceToken(site, role)}` },
				signal: giveUp.signal,
			});
			// Anything else passes: a token that is not known for a minute, a server that restarts, a limit.
			if (answer.status === NO_VOICE) return { kind: "no_voice" };
			return answer.ok ? { kind: "sound", bytes: await answer.arrayBuffer() } : { kind: "away" };
		} catch {
			return { kind: "away" }; // no connection, no answer in time, or nobody waits any more
		} finally {
			clearTimeout(timer);
			signal.removeEventListener("abort", stop);
		}
	}

	/**
	 * @param {string} key
	 * @param {ArrayBuffer} bytes
	 */
	function keep(key, bytes) {
		keptBytes += bytes.byteLength - (kept.get(key)?.byteLength ?? 0);
		kept.set(key, bytes);
		for (const [oldest, held] of kept) {
			if (keptBytes <= KEPT_BYTES) return;
			if (pinned.has(oldest)) continue;
			kept.delete(oldest);
			keptBytes -= held.byteLength;
		}
	}

	return { soundOf, keepReady, askForVoice };
}

/** @param {Phrase} phrase */
function keyOf({ text, language }) {
	return `${language} ${text}`;
}
