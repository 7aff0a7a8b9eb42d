/**
 * What the kiosk does while nobody uses it.
 */

/**
 * Called each time the kiosk comes to rest. Everything it starts ends with that rest.
 *
 * @param {() => boolean} shown whether that very rest screen still stands
 */
export async function beginRest(shown) {
	shown();
}
