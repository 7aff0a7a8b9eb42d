/**
 * Starts the page, however often the network fails: one file that is lost would else leave a page that never says
 * anything. What has come already is not fetched again.
 */

const RETRY_MS = 1_000;
const TRIES = 12;
/** A browser that remembers a file as lost forgets it with the page. */
const ANEW_MS = 5_000;

async function start() {
	const { dataset } = document.documentElement;
	if ("started" in dataset) return;
	dataset.started = "";
	for (let left = TRIES; left > 0; left -= 1) {
		try {
			await import("./app.js");
			return;
		} catch (error) {
			// Browsers tell so of what they could not fetch; a fault in what they could is a fault.
			if (!(error instanceof TypeError)) throw error;
			await passed(RETRY_MS);
		}
	}
	await passed(ANEW_MS);
	location.reload();
}

/** @param {number} ms */
function passed(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A style sheet that was lost is asked for once more. */
function dress() {
	for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
		if (/** @type {HTMLLinkElement} */ (link).sheet === null) link.replaceWith(link.cloneNode());
	}
}

start();
addEventListener("load", dress);
