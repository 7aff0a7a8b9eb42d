/**
 * Whether the server itself answers for this page: what this machine keeps of it does not count.
 */

/** @returns {Promise<boolean>} */
export async function isServed() {
	try {
		return (await fetch(location.href, { cache: "no-store" })).ok;
	} catch {
		return false; // no way to the server
	}
}
