/**
 * A screen that has gone dark looks broken: it is kept on. A browser that cannot do that is none the worse; the machine
 * is set up not to let it go dark either (kiosk/host/).
 */

/** Called once. */
export async function stayAwake() {
	if (!("wakeLock" in navigator)) return;
	// The lock goes whenever the page is hidden, and does not come back by itself.
	document.addEventListener("visibilitychange", hold);
	await hold();
}

async function hold() {
	if (document.visibilityState !== "visible") return;
	try {
		await navigator.wakeLock.request("screen");
	} catch {
		// Hidden again meanwhile, or on its last battery: asked again when it is next seen.
	}
}
