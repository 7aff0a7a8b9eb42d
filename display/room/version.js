/**
 * The page loads itself anew when the server has another build of it: a screen on a wall has nobody to do it. The
 * server writes the build into the page it serves, and tells with each board which one it would serve now.
 */
import { now } from "./clock.js";

/** The first look at a new page, after one that did not help. */
const LOOK_MS = 5_000;
const MOST_LOOK_MS = 60_000;
const PATIENCE_MS = 4_000;
/** Behind one address an old server may answer beside a new one, for as long as an update takes. */
const SAME_AGAIN_MS = 600_000;

const LOADED_AS = buildIn(document);

/** Tells when it is time, and does it. */
export function createRenewal() {
	let isLooking = false;
	let lookAt = 0;
	let pause = LOOK_MS;
	/** @type {number | null} how often the page was wanted anew before it had loaded */
	let known = null;

	/**
	 * To be called while nobody is being called and the server is there.
	 * @param {string} build that the server would serve now
	 */
	async function renew(build) {
		if (LOADED_AS === "" || build === LOADED_AS || isLooking || now() < lookAt || wasTried(build)) return;
		isLooking = true;
		const isServed = await serves(build);
		isLooking = false;
		[lookAt, pause] = [now() + pause, Math.min(2 * pause, MOST_LOOK_MS)];
		if (!isServed) return;
		sessionStorage.setItem(keyOf(build), String(Date.now()));
		location.reload();
	}

	/**
	 * Somebody at the desk wants the page loaded anew. To be called while nobody is being called and the server is there.
	 * @param {number | null} reloads how often somebody has, as the server tells it; null while it has not
	 */
	async function follow(reloads) {
		known ??= reloads;
		if (reloads === known || isLooking || now() < lookAt) return;
		isLooking = true;
		const isThere = await serves(null);
		isLooking = false;
		lookAt = now() + LOOK_MS;
		if (isThere) location.reload();
	}

	return { renew, follow };
}

/** Which build this page is. */
export function build() {
	return LOADED_AS;
}

/** @param {Document} page */
function buildIn(page) {
	return page.querySelector('meta[name="build"]')?.getAttribute("content") ?? "";
}

/**
 * Whether the page could be had now, and would be that one: a browser's own page of an error would stay on the wall.
 * @param {string | null} wanted null for any
 */
async function serves(wanted) {
	try {
		const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
		const served = buildIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
		return answer.ok && (wanted === null || served === wanted);
	} catch {
		return false; // the server went away again: there is time
	}
}

/** @param {string} build */
function wasTried(build) {
	return Date.now() - Number(sessionStorage.getItem(keyOf(build)) ?? 0) < SAME_AGAIN_MS;
}

/** @param {string} build */
function keyOf(build) {
	return `accueil.display.build.${build}`;
}
