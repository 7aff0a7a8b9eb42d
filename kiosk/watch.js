/**
 * What the kiosk learns of its site while a screen stands that nobody has tapped yet. Nothing is drawn anew that need not
 * be: it would swallow a finger on its way.
 */
import { askSite } from "./api.js";
import { pauseUntilNews } from "./news.js";
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
	while (await stillShownWithNews(next, shown)) {
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
 * Whoever thinks about a need learns that the paper has gone, or is back, and that a need has gone. Nothing else on their
 * screen changes: a tap that comes too late for a need, or for the site, is answered as such. What else is new is there
 * on their next screen.
 *
 * @param {() => boolean} shown
 * @param {{onPaper: (paper: boolean) => void, onNeedGone: (site: Site) => void}} tell
 */
export async function watchNeeds(shown, { onPaper, onNeedGone }) {
	while (await stillShownWithNews(timing.SITE_CHECK_MS, shown)) {
		const answer = await askSite();
		if (!shown()) return;
		if (answer.kind !== "done" || state.site === null) continue;
		const before = state.site.needs;
		state.site = answer.body;
		const { needs, paper } = answer.body;
		if (before.some(({ id }) => !needs.some((need) => need.id === id))) return onNeedGone(answer.body);
		onPaper(paper);
	}
}

/**
 * @param {number} milliseconds at most: news of the site are looked at when they come
 * @param {() => boolean} shown
 */
async function stillShownWithNews(milliseconds, shown) {
	await pauseUntilNews(milliseconds);
	return shown();
}
