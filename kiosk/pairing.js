/**
 * A kiosk that the server does not know shows a code, which somebody at the desk types to let it in. Visitors read what
 * they read on any kiosk that does not work.
 */
import { hasToken } from "/look/device.js";
import { pair } from "/look/pairing/pairing.js";
import { loadWords } from "/look/words.js";
import { askSite } from "./api.js";
import { refit, show } from "./page.js";
import { pairingScreen } from "./screens/pairing.js";
import { siteId, spokenHere, wordsOf } from "./state.js";
import { KNOWN_AGAIN_MS } from "./timing.js";

/**
 * Shows codes, one after the other, for as long as it takes.
 *
 * @returns {Promise<boolean>} true once this kiosk is known, false when no code can be had
 */
export async function pairHere() {
	/** @type {HTMLElement | null} where the code stands */
	let place = null;
	const state = hasToken(siteId, "kiosk") ? "gone" : "new";
	const words = await french();
	if (words === null) return false;
	/** @param {string} code */
	const draw = (code) => {
		if (place === null || !place.isConnected) {
			const screen = pairingScreen(words, state, spokenHere());
			show("pairing", wordsOf("fr"), screen.nodes);
			place = screen.code;
		}
		place.textContent = code;
		refit();
	};
	let triedAt = performance.now();
	// A server that knew nobody for a minute, with the wrong records behind it, has not revoked anything.
	const isKnown = async () => {
		if (performance.now() - triedAt < KNOWN_AGAIN_MS) return false;
		triedAt = performance.now();
		return (await askSite()).kind !== "away";
	};
	let end = "expired";
	while (end === "expired") end = await pair(siteId, "kiosk", draw, isKnown);
	if (end === "none") document.querySelector(".pairing")?.remove();
	return end !== "none";
}

/** @returns {Promise<import("/look/words.js").Words | null>} null while they cannot be had */
async function french() {
	try {
		return await loadWords("/look/pairing/locales", "fr");
	} catch {
		return null; // the server is away: there is no code to be had, either
	}
}
