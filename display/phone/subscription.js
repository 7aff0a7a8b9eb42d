/** A ticket's subscription to the push service of this browser: made, told to the server, and taken away again. */

const WORKER = "/phone-worker.js";
const PATIENCE_MS = 8_000;
/** A name of 128 bits tells the phones of one ticket apart. */
const NAME_BYTES = 16;

/**
 * Whether this phone is told of this ticket's calls.
 *
 * @param {string} secret
 */
export async function isTold(secret) {
	return ((await (await registrationOf(secret))?.pushManager.getSubscription()) ?? null) !== null;
}

/**
 * To be called from a tap: the browser asks the person.
 *
 * @param {string} secret
 * @param {string} key
 * @returns {Promise<"on" | "refused" | "failed">} refused: by the person, or by the browser in their name
 */
export async function startTelling(secret, key) {
	// Before anything else: some browsers take a tap for a tap only until the next thing is awaited.
	if ((await Notification.requestPermission()) !== "granted") return "refused";
	try {
		const registration = await navigator.serviceWorker.register(WORKER, { scope: scopeOf(secret) });
		await navigator.serviceWorker.ready;
		const subscription = await registration.pushManager.subscribe({
			userVisibleOnly: true,
			applicationServerKey: bytesOf(key),
		});
		const { endpoint, keys } = subscription.toJSON();
		const kept = await tell(secret, subscription, "PUT", { endpoint, keys });
		if (kept) return "on";
	} catch {
		// No push service, as on phones without one of their maker's; or a key that is not the one of the subscription.
	}
	await (await registrationOf(secret))?.unregister();
	return "failed";
}

/**
 * Also when the server does not answer: it hears from the push service that this phone is gone.
 *
 * @param {string} secret
 * @returns {Promise<"off">}
 */
export async function stopTelling(secret) {
	const registration = await registrationOf(secret);
	const subscription = await registration?.pushManager.getSubscription();
	if (subscription) await tell(secret, subscription, "DELETE");
	await registration?.unregister(); // and with it the subscription
	return "off";
}

/**
 * @param {string} secret
 * @param {PushSubscription} subscription
 * @param {"PUT" | "DELETE"} method
 * @param {object} [body]
 * @returns {Promise<boolean>} whether the server has taken it
 */
async function tell(secret, subscription, method, body) {
	const waiting = new AbortController();
	const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
	try {
		const address = `/api/v1/follow/${encodeURIComponent(secret)}/push/${await nameOf(subscription)}`;
		const answer = await fetch(address, {
			method,
			credentials: "omit",
			signal: waiting.signal,
			...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
		});
		return answer.ok;
	} catch {
		return false; // not reached
	} finally {
		clearTimeout(timer);
	}
}

/** @param {string} secret */
async function registrationOf(secret) {
	const scope = new URL(scopeOf(secret), location.origin).href;
	const found = await navigator.serviceWorker.getRegistration(scope);
	return found?.scope === scope ? found : undefined;
}

/** @param {string} secret */
function scopeOf(secret) {
	return `/t/${encodeURIComponent(secret)}`;
}

/** @param {PushSubscription} subscription */
async function nameOf({ endpoint }) {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
	const name = String.fromCharCode(...new Uint8Array(digest, 0, NAME_BYTES));
	return btoa(name).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

/** @param {string} text base64url */
function bytesOf(text) {
	return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
}
