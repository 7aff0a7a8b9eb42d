/**
 * Two soft notes before each call, made on the spot: no file to fetch, so they sound when the network does not.
 *
 * @typedef {import("/look/speech/outlet.js").Outlet} Outlet
 */
import { pause } from "./pause.js";

/** A falling major third, as doorbells have it: E5, C5 (Hz). */
const NOTES = [659.25, 523.25];
const APART_S = 0.45;
/** Also the rest until the voice begins: who hears badly gets one sound at a time. */
const RING_S = 1;
/** Well under full loudness: the loudspeaker's knob sets the rest. */
const LOUDNESS = 0.35;

/**
 * Until it has rung or is stopped. To be asked for only while the outlet is not locked: what is queued behind a lock
 * would sound all at once at the first touch.
 *
 * @param {Outlet} outlet
 * @param {boolean} inHaste one note is enough where many are called
 * @param {AbortSignal} signal
 */
export async function ring({ context, input }, inHaste, signal) {
	const notes = NOTES.slice(0, inHaste ? 1 : NOTES.length);
	const tones = notes.map((pitch, index) => note(context, input, pitch, context.currentTime + index * APART_S));
	await pause(((notes.length - 1) * APART_S + RING_S) * 1000, signal);
	if (signal.aborted) for (const tone of tones) tone.stop();
}

/**
 * @param {AudioContext} context
 * @param {AudioNode} input
 * @param {number} pitch in Hz
 * @param {number} start on the context's clock, in seconds
 */
function note(context, input, pitch, start) {
	const tone = new OscillatorNode(context, { frequency: pitch });
	const volume = new GainNode(context, { gain: 0 });
	// A short rise and a long fall: no click, no alarm.
	volume.gain.setValueAtTime(0, start);
	volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
	volume.gain.exponentialRampToValueAtTime(0.001, start + RING_S);
	tone.connect(volume).connect(input);
	tone.start(start);
	tone.stop(start + RING_S);
	tone.addEventListener("ended", () => volume.disconnect(), { once: true });
	return tone;
}
