/**
 * How large letters must be for who sits farthest from the screen. Pure.
 *
 * EN 301 549 (5.1.4) asks for capitals of 0.7° of view: 49 mm at 4 m, 73 mm at 6 m. The page is taken to fill the
 * picture, as a kiosk browser's does: then its diagonal in pixels is the picture's in millimetres.
 *
 * @typedef {{width: number, height: number}} Size of the page, in CSS px
 * @typedef {{distance_m: number, diagonal_in: number}} Seat from where it is read at most; diagonal of the picture
 *
 * @typedef {object} Measure
 * @property {number} unit px: 1 % of the height of a 16:9 landscape screen, of the width of a portrait one
 * @property {number} text px: the font size of all that a waiting person must read
 * @property {number} angle ° of view of its capitals for that person: under 0.7 the screen is too small for its room
 */

export const WANTED_ANGLE = 0.7;
/** Height of a capital of Atkinson Hyperlegible Next, in em. */
export const CAPITAL_EM = 0.668;
const MM_PER_INCH = 25.4;
const DEGREE = Math.PI / 180;
/** Where 0.7° would leave a screen half empty, its letters are larger: nobody was ever hurt by that. In units. */
const LEAST_TEXT = 12;
/** What a screen holds with a number, three calls before it and who waits, as for 43 inches at 6 m. In units. */
const MOST_TEXT = 21;

/**
 * @param {Size} page
 * @param {Seat} seat
 * @returns {Measure}
 */
export function measure({ width, height }, { distance_m, diagonal_in }) {
	// The other side is worth nine or sixteen: a screen of another shape is measured by the side it lacks.
	const unit = Math.min(Math.min(width, height) / 100, Math.max(width, height) * 0.005625);
	const pxPerMm = Math.hypot(width, height) / (diagonal_in * MM_PER_INCH);
	const distance = 1000 * distance_m * pxPerMm;
	const wanted = (distance * Math.tan(WANTED_ANGLE * DEGREE)) / CAPITAL_EM;
	const text = Math.min(Math.max(wanted, LEAST_TEXT * unit), MOST_TEXT * unit);
	return { unit, text, angle: Math.atan((text * CAPITAL_EM) / distance) / DEGREE };
}
