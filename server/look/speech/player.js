/**
 * Plays a sound that the server made.
 */

/** @typedef {import("./outlet.js").Outlet} Outlet */

/** Longer than its own length by this, and a sound counts as over: the machine's sound device may be gone. */
const SPARE_MS = 2_000;

/**
 * Until the sound is over or stopped. Never rejects: a sound that cannot be played is over at once.
 *
 * @param {Outlet} outlet
 * @param {ArrayBuffer} bytes
 * @param {AbortSignal} signal stops it at once
 * @param {(seconds: number) => void} onStart
 * @returns {Promise<boolean>} whether anything was heard
 */
export async function playSound(outlet, bytes, signal, onStart) {
	if (!(await outlet.hasLeave(signal))) return false;
	const { context, input } = outlet;
	/** @type {AudioBuffer} */
	let buffer;
	try {
		// A copy: the browser takes what it decodes.
		buffer = await context.decodeAudioData(bytes.slice(0));
	} catch {
		return false; // not a sound: some proxy's page, or half an answer
	}
	if (signal.aborted) return false;
	const source = new AudioBufferSourceNode(context, { buffer });
	source.connect(input);
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
