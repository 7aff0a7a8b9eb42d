/**
 * Millimetres of this screen, for the style sheets: how large a letter and a key have to be on it.
 */
import { deviceSettings } from "./device.js";

/** A capital H is at least this high to the eye (EN 301 549, 5.1.4): 7.3 mm at 0.6 m. */
const H_DEGREES = 0.7;
/** How much of the font size a capital H is high, in Atkinson Hyperlegible Next (668 of 1,000 units). */
const H_OF_FONT_SIZE = 0.668;
/** Up to this on its short side a screen is small: letters that can be read take so much of it that things move together. */
const SMALL_MM = 180;
const MM_PER_INCH = 25.4;
const MM_PER_M = 1_000;

/** Sets, on the root: --mm, one millimetre; --text, the smallest font size of what has to be read; data-small. */
export function measureScreen() {
	const { diagonal_in, distance_m } = deviceSettings();
	const pixelsPerMm = Math.hypot(innerWidth, innerHeight) / (diagonal_in * MM_PER_INCH);
	const capital = distance_m * MM_PER_M * Math.tan((H_DEGREES * Math.PI) / 180) * pixelsPerMm;
	const root = document.documentElement.style;
	root.setProperty("--mm", `${pixelsPerMm}px`);
	root.setProperty("--text", `${capital / H_OF_FONT_SIZE}px`);
	document.documentElement.toggleAttribute("data-small", Math.min(innerWidth, innerHeight) / pixelsPerMm < SMALL_MM);
}
