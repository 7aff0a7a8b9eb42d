/**
 * Plays a sound that the server made, through one gain for all of them.
 */
import { gainOfVolume } from "./volume.js";

/** Longer than its own length by this, and a sound counts as over: the machine's sound device may be gone. */
const SPARE_MS = 2_000;
/** So long a sound waits for leave to be heard, then it is given up. */
const LEAVE_MS = 5_000;
/** A change of volume is a slope and no click. In seconds. */
const SLOPE_S = 0.02;

/** @type {{context: AudioContext, gain: GainNode} | null} */
let audio = null;

/**
 * Until the sound is over or stopped. Never rejects: a sound that cannot be played is over at once.
 *
 * @param {ArrayBuffer} bytes
 * @param {AbortSignal} signal stops it at once
 * @param {(seconds: number) => void} onStart
 * @returns {Promise<boolean>} whether anything was heard
 */
export async function playSound(bytes, signal, onStart) {
	const { context, gain } = opened();
	if (!(await isRunning(context, signal))) return false;
	/** @type {AudioBuffer} */
	let buffer;
	try {
		// A copy: the browser takes what it decodes.
		buffer = await context.decodeAudioData(bytes.slice(0));
	} catch {
		return false; // not a sound: some proxy's page, or half an answer
	}
	if (signal.aborted) return false;
	gain.gain.value = gainOfVolume();
	const source = new AudioBufferSourceNode(context, { buffer });
	source.connect(gain);
	return new Promise((resolve) => {
		const stop = () => source.stop();
		const over = () => {
			clearTimeout(watchdog);
			signal.removeEventListener("abort", abort);
			source.disconnect();
			resolve(true);
		};
		const abort = () => {
			stop();
			over();
		};
		const watchdog = setTimeout(abort, buffer.duration * 1000 + SPARE_MS);
		source.addEventListener("ended", over, { once: true });
		signal.addEventListener("abort", abort, { once: true });
		source.start();
		onStart(buffer.duration);
	});
}

/** What is sounding becomes as loud as the volume says now. */
export function followVolume() {
	audio?.gain.gain.setTargetAtTime(gainOfVolume(), audio.context.currentTime, SLOPE_S);
}

/**
 * A browser lets no page sound before somebody has touched it. Then every touch opens the way again, should the
 * browser have closed it.
 */
export function openOnGesture() {
	const open = () => {
		if (audio?.context.state === "suspended") audio.context.resume().catch(() => {});
	};
	for (const gesture of ["pointerup", "keydown"]) addEventListener(gesture, open, { capture: true, passive: true });
}

function opened() {
	if (audio === null) {
		const context = new AudioContext();
		const gain = new GainNode(context);
		gain.connect(context.destination);
		audio = { context, gain };
	}
	return audio;
}

/**
 * @param {AudioContext} context
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} false when it was stopped before sound could be had, or none can be had
 */
async function isRunning(context, signal) {
	if (context.state !== "running") {
		const decided = new Promise((resolve) => {
			context.addEventListener("statechange", resolve, { once: true });
			signal.addEventListener("abort", resolve, { once: true });
			setTimeout(resolve, LEAVE_MS);
		});
		// Without leave it neither succeeds nor fails until somebody touches the screen.
		context.resume().catch(() => {});
		await decided;
	}
	return context.state === "running" && !signal.aborted;
}
