/**
 * How loud. Five steps that the ear hears as equal; every person starts at the step that this machine is set to
 * (EN 301 549, 5.1.3.13: never left loud by somebody else).
 */
import { deviceSettings } from "../device.js";

const LOUDEST = 5;
/** Decibels between two steps: 5 dB is clearly heard, and four of them are from a whisper to a voice across a room. */
const STEP_DB = 5;

let step = usual();

/** @returns {number} 1 to 5 */
export function volume() {
	return step;
}

/** The factor by which a sound is multiplied; 1 at the loudest step. */
export function gainOfVolume() {
	return 10 ** (((step - LOUDEST) * STEP_DB) / 20);
}

/**
 * @param {number} by steps; the ends are not passed
 * @returns {boolean} whether it is another volume now
 */
export function changeVolume(by) {
	const before = step;
	step = Math.min(LOUDEST, Math.max(1, step + by));
	return step !== before;
}

export function resetVolume() {
	step = usual();
}

function usual() {
	return Math.round(deviceSettings().volume);
}

export { LOUDEST };
