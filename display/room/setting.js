/**
 * What the site has said about this very screen, and of the ways from it. The page's address names the screen:
 * /display/SITE/SCREEN; one without a name, or with a name that the site does not know, is for everything.
 *
 * @typedef {"left" | "right" | "ahead" | "back" | "up" | "down"} Way from who looks at the screen; ahead: past it
 *
 * @typedef {object} Setting
 * @property {string | null} id null for a screen for everything
 * @property {string[]} counters the ids of those whose calls it shows; none: all
 * @property {string[]} needs as for the counters
 * @property {number} distance_m from where it is read at most
 * @property {number} diagonal_in of its picture
 * @property {boolean} voice whether it chimes and speaks. Of two screens that the same people hear, one should
 * @property {string[]} mute periods such as "12:00-14:00", in the site's time, in which it does neither
 * @property {Record<string, Way>} ways by counter, where it is otherwise than the counter says
 *
 * @typedef {{id: string, label: string, way: Way | null, place: Record<string, string>}} Counter
 * @typedef {{id: string, texts: Record<string, string>}} Message what screens tell in turn, by language
 *
 * @typedef {object} Site
 * @property {string} name
 * @property {string} timezone
 * @property {string[]} languages
 * @property {Counter[]} counters
 * @property {Setting[]} screens
 * @property {Message[]} messages
 */

/** As server/domain/screens.py has it: a common television, read from 4 m. */
const PLAIN = { id: null, counters: [], needs: [], distance_m: 4, diagonal_in: 43, voice: true, mute: [], ways: {} };

/** @type {string | null} */
export const SCREEN = decodeURIComponent(location.pathname.split("/")[3] ?? "") || null;

/**
 * @param {Site | null} site null while the server has not told
 * @param {string | null} [screen] its id
 * @returns {Setting}
 */
export function settingOf(site, screen = SCREEN) {
	return site?.screens.find(({ id }) => id === screen) ?? PLAIN;
}

/**
 * Where somebody who is called goes from this screen.
 *
 * @param {Site | null} site
 * @param {string} counter its id
 * @param {string | null} [screen]
 * @returns {{way: Way | null, place: Record<string, string>}} place: a sign's words ("1er étage") by language
 */
export function wayTo(site, counter, screen = SCREEN) {
	const found = site?.counters.find(({ id }) => id === counter);
	return { way: settingOf(site, screen).ways[counter] ?? found?.way ?? null, place: found?.place ?? {} };
}

/**
 * @param {string[]} periods such as "12:00-14:00"; "20:00-08:00" goes over midnight, "00:00-00:00" is all day
 * @param {string} time the site's clock: "12:05"
 */
export function isMute(periods, time) {
	return periods.some((period) => {
		const [from = "", to = ""] = period.split("-");
		return from < to ? from <= time && time < to : from <= time || time < to;
	});
}
