/**
 * How the screen is, told to the desk: every 15 s, and sooner when something has changed. A server that cannot be
 * reached misses it, which tells the desk as much.
 *
 * @typedef {object} Health
 * @property {"live" | "stale" | "offline"} state
 * @property {"on" | "locked" | "muted" | "off"} sound
 * @property {string} screen "" for the one of the whole site
 * @property {string} build
 * @property {number} version of the board that it holds
 * @property {string} hash
 * @property {string} size of its picture in pixels: "1920x1080"
 */
import { now } from "./clock.js";
import { IS_COPY } from "./copy.js";

const EVERY_MS = 15_000;
/** A board may change several times a second; the desk need not hear of each. */
const NOT_BEFORE_MS = 2_000;

/** @param {ReturnType<typeof import("./asking.js").createAsking>} asking */
export function createHealth(asking) {
	let told = "";
	let toldAt = Number.NEGATIVE_INFINITY;
	let isTelling = false;
	/** @type {number | null} */
	let reloads = null;

	/**
	 * To be called often.
	 * @param {Omit<Health, "size">} how
	 */
	async function tell(how) {
		if (IS_COPY || isTelling) return;
		const health = { ...how, size: sizeNow() };
		const text = JSON.stringify(health);
		if (now() - toldAt < (text === told ? EVERY_MS : NOT_BEFORE_MS)) return;
		isTelling = true;
		[told, toldAt] = [text, now()];
		const answer = await asking.ask("/devices/self", health);
		if ("body" in answer) reloads = answer.body.reloads;
		isTelling = false;
	}

	/** How often somebody wanted this page loaded anew, as the server told it last; null while it has not. */
	function wanted() {
		return reloads;
	}

	return { tell, wanted };
}

function sizeNow() {
	return [innerWidth, innerHeight].map((side) => Math.round(side * devicePixelRatio)).join("x");
}
