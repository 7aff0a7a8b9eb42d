/**
 * The token of this device: who it is to the server. The kiosk and the waiting-room screen share this.
 *
 * A device gets it once: somebody at the desk lets it in (pairing/pairing.js), or its page is opened with `#token=…`. A
 * fragment never reaches a server's log, and it is stripped at once so that nobody reads it off the address bar.
 */

/**
 * @param {string} site
 * @param {string} role "kiosk" or "display"
 */
function keyOf(site, role) {
	return `accueil.${role}.${site}`;
}

/**
 * @param {string} site
 * @param {string} role
 * @param {string} token
 */
export function keepToken(site, role, token) {
	localStorage.setItem(keyOf(site, role), token);
}

/**
 * Whether this machine was let in before.
 * @param {string} site
 * @param {string} role
 */
export function hasToken(site, role) {
	return localStorage.getItem(keyOf(site, role)) !== null;
}

/** What a request's header can carry. Anything else in the storage or the address is damage. */
const READABLE = /^[\x21-\x7e]+$/;

/**
 * The token from the address, else the kept one, else one from the demo; null when none can be had now.
 *
 * A kept token is never thrown away: a server with the wrong database knows nobody for a minute, and somebody would
 * have to walk to every screen. It only gives place to another.
 *
 * @param {string} site
 * @param {string} role "kiosk" or "display"
 * @param {string | null} [refused] the token that the server did not know: another is asked for, once
 * @returns {Promise<string | null>}
 */
export async function deviceToken(site, role, refused = null) {
	const key = keyOf(site, role);
	const fromAddress = new URLSearchParams(location.hash.slice(1)).get("token");
	if (fromAddress) {
		if (READABLE.test(fromAddress)) keepToken(site, role, fromAddress);
		history.replaceState(null, "", location.pathname + location.search);
	}
	const stored = localStorage.getItem(key);
	const kept = stored !== null && READABLE.test(stored) ? stored : null;
	if (kept !== null && kept !== refused) return kept;
	return (await demoToken(site, role)) ?? kept;
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
	keepToken(site, role, token);
	return token;
}
