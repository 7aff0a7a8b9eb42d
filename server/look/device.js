/**
 * The token of this device: who it is to the server. The kiosk and the waiting-room screen share this.
 *
 * A device is set up once, by opening its page with `#token=…`: a fragment never reaches a server's log,
 * and it is stripped at once so that nobody reads it off the address bar.
 */

/**
 * @param {string} site
 * @param {string} role "kiosk" or "display"
 */
function keyOf(site, role) {
	return `accueil.${role}.${site}`;
}

/**
 * The token from the address, else the kept one, else one from the demo; null when none can be had now.
 *
 * @param {string} site
 * @param {string} role "kiosk" or "display"
 * @returns {Promise<string | null>}
 */
export async function deviceToken(site, role) {
	const key = keyOf(site, role);
	const fromAddress = new URLSearchParams(location.hash.slice(1)).get("token");
	if (fromAddress) {
		localStorage.setItem(key, fromAddress);
		history.replaceState(null, "", location.pathname + location.search);
	}
	return localStorage.getItem(key) ?? (await demoToken(site, role));
}

/**
 * Throws the kept token away, after a 401: the next `deviceToken` asks anew.
 *
 * @param {string} site
 * @param {string} role "kiosk" or "display"
 */
export function forgetToken(site, role) {
	localStorage.removeItem(keyOf(site, role));
}

/**
 * Only the demo gives tokens away, and only on its own machine; anywhere else the answer is 404.
 *
 * @param {string} site
 * @param {string} role
 * @returns {Promise<string | null>}
 */
async function demoToken(site, role) {
	/** @type {Response} */
	let answer;
	try {
		answer = await fetch("/api/v1/demo/tokens", {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ site, role }),
			signal: AbortSignal.timeout(8_000),
		});
	} catch {
		return null; // the server is away or silent: whoever asked tries again later
	}
	if (!answer.ok) return null;
	const { token } = await answer.json();
	localStorage.setItem(keyOf(site, role), token);
	return token;
}
