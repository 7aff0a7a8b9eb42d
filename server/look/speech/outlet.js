/**
 * A page's one way out to the loudspeaker: everything that it makes sound goes through one gain.
 *
 * @typedef {object} Outlet
 * @property {boolean} isLocked whether the browser gives no leave to sound
 * @property {AudioContext} context
 * @property {AudioNode} input
 * @property {() => number} loudness the factor by which a sound is multiplied now; 1 is as loud as it was made
 * @property {() => void} followLoudness what is sounding becomes as loud as that now
 * @property {(signal: AbortSignal) => Promise<boolean>} hasLeave false when it was stopped before sound could be had, or
 *   none can be had
 * @property {() => void} openOnGesture called once
 */

/** So long a sound waits for leave to be heard, then it is given up. */
const LEAVE_MS = 5_000;
/** A change of loudness is a slope and no click. In seconds. */
const SLOPE_S = 0.02;

/**
 * @param {() => number} loudness
 * @returns {Outlet}
 */
export function createOutlet(loudness) {
	/** @type {{context: AudioContext, gain: GainNode} | null} made for the first sound */
	let audio = null;

	function opened() {
		if (audio === null) {
			const context = new AudioContext();
			const gain = new GainNode(context, { gain: loudness() });
			gain.connect(context.destination);
			audio = { context, gain };
		}
		return audio;
	}

	return {
		loudness,
		get isLocked() {
			return opened().context.state !== "running";
		},
		get context() {
			return opened().context;
		},
		get input() {
			return opened().gain;
		},
		followLoudness() {
			audio?.gain.gain.setTargetAtTime(loudness(), audio.context.currentTime, SLOPE_S);
		},
		async hasLeave(signal) {
			const { context, gain } = opened();
			if (context.state !== "running") await decided(context, signal);
			gain.gain.value = loudness();
			return context.state === "running" && !signal.aborted;
		},
		/**
		 * A browser lets no page sound before somebody has touched it. Then every touch opens the way again, should the
		 * browser have closed it.
		 */
		openOnGesture() {
			const open = () => {
				if (audio?.context.state === "suspended") audio.context.resume().catch(() => {});
			};
			for (const gesture of ["pointerup", "keydown"]) addEventListener(gesture, open, { capture: true, passive: true });
		},
	};
}

/**
 * @param {AudioContext} context
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function decided(context, signal) {
	return new Promise((resolve) => {
		const over = () => {
			clearTimeout(timer);
			context.removeEventListener("statechange", over);
			signal.removeEventListener("abort", over);
			resolve();
		};
		const timer = setTimeout(over, LEAVE_MS);
		context.addEventListener("statechange", over);
		signal.addEventListener("abort", over);
		// Without leave it neither succeeds nor fails until somebody touches the screen.
		context.resume().catch(() => {});
	});
}
