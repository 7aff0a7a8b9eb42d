/**
 * A screen that the server does not know shows a code, which somebody at the desk types to let it in. The room reads what
 * it reads on any screen that is not connected.
 */
import { hasToken } from "/look/device.js";
import { pair } from "/look/pairing/pairing.js";
import { loadWords } from "/look/words.js";
import { now } from "./clock.js";
import { IS_COPY } from "./copy.js";

/** After a code that could not be had. */
const AGAIN_MS = 5_000;

/** @param {string} site */
export function createPairing(site) {
	let isWanted = false;
	let isUnderWay = false;
	let askAt = 0;
	let code = "";
	let why = "";

	/**
	 * To be called often.
	 * @param {boolean} isStranger whether the server does not know this screen
	 */
	function want(isStranger) {
		isWanted = isStranger && !IS_COPY;
		if (isWanted && !isUnderWay && now() >= askAt) begin();
	}

	async function begin() {
		isUnderWay = true;
		const state = hasToken(site, "display") ? "gone" : "new";
		try {
			const words = await loadWords("/look/pairing/locales", "fr");
			/** @param {string} shown */
			const show = (shown) => {
				code = shown;
				why = `${words.say(`pairing-display-${state}`)} ${words.say("pairing-do")}`;
			};
			if ((await pair(site, "display", show, () => !isWanted)) === "none") askAt = now() + AGAIN_MS;
		} catch {
			askAt = now() + AGAIN_MS; // the server is away: there is no code to be had, either
		}
		[code, why] = ["", ""];
		isUnderWay = false;
	}

	/** What the screen shows; code "" while there is none. */
	function told() {
		return { code, why };
	}

	return { want, told };
}
