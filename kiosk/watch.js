/**
 * What the kiosk learns of its site while a screen stands that nobody has tapped yet. Nothing is drawn anew that need not
 * be: it would swallow a finger on its way.
 */
import { askSite } from "./api.js";
import { state } from "./state.js";
import * as timing from "./timing.js";

/** @typedef {import("./api.js").Site} Site */

/**
 * At rest, the kiosk knows before the next person taps that the server has gone, the site has closed or its needs have
 * changed. What the screen does not show is only known for the next one.
 *
 * @param {Site} known
 * @param {() => boolean} shown
 * @param {{onNews: (site: Site) => void, onAway: () => void, onPaper: (paper: boolean) => void}} tell
 * @param {number} wait milliseconds until the first look
 */
export async function watchSite(known, shown, { onNews, onAway, onPaper }, wait) {
	let next = wait;
	while (await timing.stillShownAfter(next, shown)) {
		const answer = await askSite();
		if (!shown()) return;
		if (answer.kind !== "done") return onAway();
		state.site = answer.body;
		if (shownAtRest(answer.body) !== shownAtRest(known)) return onNews(answer.body);
		onPaper(answer.body.paper);
		next = timing.SITE_CHECK_MS;
	}
}

/** @param {Site} site */
function shownAtRest({ name, languages, open, phase, stopped, message, needs }) {
	return JSON.stringify([name, languages, open, phase, stopped, message, needs.length === 0]);
}

/**
 * Whoever thinks about a need learns that the paper has gone, or is back. Nothing else on their screen changes: a tap
 * that comes too late for a need, or for the site, is answered as such.
 *
 * @param {() => boolean} shown
 * @param {(paper: boolean) => void} onPaper
 */
export async function watchPaper(shown, onPaper) {
	while (await timing.stillShownAfter(timing.SITE_CHECK_MS, shown)) {
		const answer = await askSite();
		if (!shown()) return;
		if (answer.kind !== "done" || state.site === null) continue;
		const { paper } = answer.body;
		state.site = { ...state.site, paper };
		onPaper(paper);
	}
}
