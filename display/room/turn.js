/**
 * A wall has room for French and two languages more in letters that a room can read: the site's others take turns.
 */

/** Long enough to read three short sentences twice. */
export const TURN_MS = 8_000;
const AT_ONCE = 2;

/**
 * @template T
 * @param {T[]} everyone
 * @param {number} now in ms
 * @returns {T[]} whose turn it is
 */
export function inTurn(everyone, now) {
	const first = Math.floor(now / TURN_MS) * AT_ONCE;
	const places = Array.from({ length: Math.min(AT_ONCE, everyone.length) }, (_, place) => first + place);
	return places.map((place) => /** @type {T} */ (everyone[place % everyone.length]));
}
