/**
 * The kiosk's own files kept on this machine by a service worker (worker.js): with the server away, a page still comes.
 * Browsers have service workers on https and on the machine itself only. On plain http over a network the kiosk works
 * without one.
 */

const WORKER = "/kiosk-worker.js";
const SCOPE = "/kiosk/";

/** @type {ServiceWorker | null} the version of the kiosk that this page is of; null until there is one */
let mine = null;

/** Called once. */
export async function keepOffline() {
	if (!("serviceWorker" in navigator)) return;
	mine = navigator.serviceWorker.controller;
	// A machine with a full disk forgets what it was not asked to keep.
	await navigator.storage?.persist?.();
	await lookForVersion();
}

/**
 * Asks the server, if it is there, whether there is another version. If so, it comes down in the background.
 *
 * @returns {Promise<boolean>} whether another version is here, whole
 */
export async function lookForVersion() {
	if (!("serviceWorker" in navigator)) return false;
	const known = await navigator.serviceWorker.getRegistration(SCOPE);
	try {
		if (known) await known.update();
		else await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: "none" });
	} catch {
		// The server is away, or somebody else answers in its place: what came down before is here all the same. On a line
		// that breaks as regularly as the kiosk asks, every question may be lost.
	}
	mine ??= known?.active ?? null;
	return known !== undefined && (known.waiting !== null || known.active !== mine);
}

/** Loads the page anew, in the newest version that is here. */
export async function takeVersion() {
	const waiting = (await navigator.serviceWorker.getRegistration(SCOPE))?.waiting;
	if (!waiting) return location.reload();
	waiting.addEventListener("statechange", () => {
		if (waiting.state === "activated") location.reload();
	});
	waiting.postMessage("take over");
}
