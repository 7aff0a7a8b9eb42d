/**
 * Two soft notes, made on the spot: no file to fetch, so it sounds when the network does not.
 * A browser may keep sound locked until someone touches the page; then `locked` is true and nothing is queued,
 * else all that was missed would sound at once at the first touch.
 */

/** A falling major third, as doorbells have it: E5, C5 (Hz). */
const NOTES = [659.25, 523.25];
const APART_S = 0.45;
const RING_S = 1.4;
/** Well under full volume: the loudspeaker's knob sets the rest. */
const LOUDNESS = 0.35;

export function createChime() {
	const context = new AudioContext();

	/**
	 * @param {number} pitch
	 * @param {number} start
	 */
	function note(pitch, start) {
		const tone = new OscillatorNode(context, { frequency: pitch });
		const volume = new GainNode(context, { gain: 0 });
		// A short rise and a long fall: no click, no alarm.
		volume.gain.setValueAtTime(0, start);
		volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
		volume.gain.exponentialRampToValueAtTime(0.001, start + RING_S);
		tone.connect(volume).connect(context.destination);
		tone.start(start);
		tone.stop(start + RING_S);
		tone.addEventListener("ended", () => volume.disconnect(), { once: true });
	}

	return {
		get locked() {
			return context.state !== "running";
		},
		play() {
			if (context.state !== "running") return;
			NOTES.forEach((pitch, index) => {
				note(pitch, context.currentTime + index * APART_S);
			});
		},
		/** To be called from a touch or a key: browsers grant sound to nothing else. */
		async unlock() {
			if (context.state === "running") return;
			await context.resume();
			this.play();
		},
	};
}
