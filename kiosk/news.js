/**
 * What changes at the site is known here within a second or two, without asking every second: one question waits at the
 * server until there is something to say. It only wakes who watches the site; the answers are had as ever, and where it
 * fails they are had every few seconds as ever.
 */
import { askNews } from "./api.js";
import { state } from "./state.js";
import { AWAY_LONGEST_MS, NEWS_PAUSE_MS, pause } from "./timing.js";

/** What stands for the site as it was when it was last heard of; empty before. */
let mark = "";
/** @type {Set<() => void>} */
const waiting = new Set();

/** Called once: from here on it is heard, for the life of the page. */
export async function followNews() {
	while (true) {
		const heard = await hear();
		if (heard !== mark && mark !== "") for (const wake of [...waiting]) wake();
		mark = heard;
		await pause(NEWS_PAUSE_MS);
	}
}

/** What stands for the site now, once it can be had. */
async function hear() {
	while (true) {
		// Before the site was ever seen there is nothing that could be old.
		const answer = state.site === null ? null : await askNews(mark);
		if (answer?.kind === "done" && answer.body.mark !== undefined) return answer.body.mark;
		await pause(AWAY_LONGEST_MS);
	}
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>} kept after so long, or at once when there is news
 */
export function pauseUntilNews(milliseconds) {
	return new Promise((resolve) => {
		const wake = () => {
			clearTimeout(timer);
			waiting.delete(wake);
			resolve();
		};
		const timer = setTimeout(wake, milliseconds);
		waiting.add(wake);
	});
}
