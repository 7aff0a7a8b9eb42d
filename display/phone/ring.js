/**
 * The ring of a call: sound and vibration, again and again until somebody touches the phone. Browsers let a page sound
 * only after a touch; the touch that asks for the ring is one. Nothing flashes: the screen stays as it is.
 */

/** A rising fourth, twice: no ringtone that others have, and no alarm. In Hz. */
const NOTES = [659.25, 880];
const APART_S = 0.22;
const NOTE_S = 0.6;
const LOUDNESS = 0.5;
const AGAIN_MS = 2_000;
const SHAKES = [400, 200, 400];

/** @type {AudioContext | null} */
let context = null;
/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;
let ringing = 0;

/** Whether somebody has asked for the ring. */
export function isWanted() {
	return wanted;
}

/** To be called from a touch: unlocks the sound, lets it be heard once, and keeps the screen on where that can be. */
export function wantRing() {
	wanted = true;
	sound();
	stayAwake();
}

export function unwantRing() {
	wanted = false;
	lock?.release();
	lock = null;
}

/** Whether it can be heard, or felt: what is silent needs no button that silences it. */
export function isRinging() {
	return ringing !== 0 && wasTouched();
}

/** Rings until `stopRinging`, as far as the browser allows: a page that nobody has touched yet stays silent. */
export function startRinging() {
	clearInterval(ringing);
	ringOnce();
	ringing = setInterval(ringOnce, AGAIN_MS);
}

export function stopRinging() {
	if (ringing === 0) return;
	clearInterval(ringing);
	ringing = 0;
	if (wasTouched()) navigator.vibrate?.(0);
}

function ringOnce() {
	// Without a touch before, browsers forbid it and complain in the console.
	if (!wasTouched()) return;
	navigator.vibrate?.(SHAKES);
	sound();
}

function wasTouched() {
	return navigator.userActivation?.hasBeenActive ?? wanted;
}

function sound() {
	if (!("AudioContext" in window)) return;
	context ??= new AudioContext();
	// A phone call, or another page's sound, may have stopped it.
	if (context.state !== "running") context.resume();
	for (const [index, pitch] of [...NOTES, ...NOTES].entries())
		note(context, pitch, context.currentTime + index * APART_S);
}

/**
 * @param {AudioContext} context
 * @param {number} pitch
 * @param {number} start on the context's clock, in seconds
 */
function note(context, pitch, start) {
	const tone = new OscillatorNode(context, { frequency: pitch });
	const volume = new GainNode(context, { gain: 0 });
	volume.gain.setValueAtTime(0, start);
	volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
	volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
	tone.connect(volume).connect(context.destination);
	tone.start(start);
	tone.stop(start + NOTE_S);
}

async function stayAwake() {
	if (!("wakeLock" in navigator) || document.hidden) return;
	try {
		lock = await navigator.wakeLock.request("screen");
	} catch {
		// On its last battery, or hidden meanwhile: asked again when it is next seen.
	}
}

// The lock goes whenever the page is hidden, and does not come back by itself.
document.addEventListener("visibilitychange", () => {
	if (wanted) stayAwake();
});
