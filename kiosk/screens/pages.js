/**
 * At most six tiles a screen: more choices take more screens, the first ones on the first. "I do not know" is the last
 * tile of each.
 */

import { comfort } from "../comfort.js";

/** @typedef {import("../api.js").Need} Need */

/** More than six, and a person searches instead of reading (rules of easy reading). */
const MOST_TILES = 6;
/** Large letters on a small screen leave room for fewer. */
const MOST_LARGE_TILES = 4;
/** The need for whoever does not know. */
const UNSURE = "aide";

export function mostTiles() {
	const isSmall = document.documentElement.hasAttribute("data-small");
	return isSmall && comfort().text === "large" ? MOST_LARGE_TILES : MOST_TILES;
}

/**
 * What stands on a screen of needs.
 *
 * @param {Need[]} needs in the order of the site: what most people come for first
 * @param {number} page 0 for the first screen
 * @returns {{shown: Need[], unsure: Need | undefined, more: boolean}} more: a tile leads to the next page
 */
export function pageOf(needs, page) {
	const unsure = needs.find(({ id }) => id === UNSURE);
	const certain = needs.filter(({ id }) => id !== UNSURE);
	const room = mostTiles() - (unsure ? 1 : 0);
	// Each page but the last gives one place to the tile that leads on.
	const rest = certain.slice(page * (room - 1));
	const more = rest.length > room;
	return { shown: rest.slice(0, more ? room - 1 : room), unsure, more };
}

/**
 * @param {Need[]} needs
 * @param {string} id
 * @returns {number} the page on which this need stands
 */
export function pageWith(needs, id) {
	let page = 0;
	while (!has(pageOf(needs, page), id) && pageOf(needs, page).more) page += 1;
	return has(pageOf(needs, page), id) ? page : 0;
}

/**
 * @param {ReturnType<typeof pageOf>} page
 * @param {string} id
 */
function has({ shown, unsure }, id) {
	return unsure?.id === id || shown.some((need) => need.id === id);
}
