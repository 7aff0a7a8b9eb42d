/**
 * What is set for this machine: how large its screen is, how far people stand from it, and how it greets the next
 * person. Set once with the address that also brings its token (`#token=…&diagonal=21.5&reach=low`), or in the staff
 * corner; kept on the machine.
 */
import { siteId } from "./state.js";

/**
 * @typedef {object} DeviceSettings
 * @property {number} diagonal_in the screen's diagonal in inches
 * @property {number} distance_m how far the eye is from the screen, in metres
 * @property {"normal" | "low"} reach
 * @property {boolean} mirror
 * @property {"normal" | "large"} text
 * @property {"normal" | "contrast"} theme
 * @property {number} volume 1 to 5
 */

const KEY = `accueil.kiosk.${siteId}.device`;
/** Screens up to this many pixels across their short side are taken for tablets until somebody says otherwise. */
const TABLET_PX = 900;
const TABLET_IN = 10.1;
const SCREEN_IN = 21.5;
/** A tablet is read at less than an arm's length, a screen that one stands before from further away (EN 301 549). */
const TABLET_UP_TO_IN = 13;
const TABLET_M = 0.4;
const SCREEN_M = 0.6;

/** @type {Record<string, (value: unknown) => unknown>} what each setting may be; undefined for anything else */
const READ = {
	diagonal_in: (value) => between(value, 5, 100),
	distance_m: (value) => between(value, 0.2, 3),
	reach: (value) => oneOf(value, "normal", "low"),
	mirror: (value) =>
		value === true || value === "true" ? true : value === false || value === "false" ? false : undefined,
	text: (value) => oneOf(value, "normal", "large"),
	theme: (value) => oneOf(value, "normal", "contrast"),
	volume: (value) => between(value, 1, 5),
};
/** How a setting is called in the address. */
const IN_ADDRESS = new Map([
	["diagonal", "diagonal_in"],
	["distance", "distance_m"],
]);

/** @type {Record<string, unknown>} */
let kept = readable(stored());
keepDeviceSettings(fromAddress());

/** @returns {DeviceSettings} what was set, and for the rest what fits most screens of this size */
export function deviceSettings() {
	const isSmall = Math.min(innerWidth, innerHeight) <= TABLET_PX;
	const diagonal_in = /** @type {number | undefined} */ (kept.diagonal_in) ?? (isSmall ? TABLET_IN : SCREEN_IN);
	const distance_m = diagonal_in < TABLET_UP_TO_IN ? TABLET_M : SCREEN_M;
	return {
		...{ reach: "normal", mirror: false, text: "normal", theme: "normal", volume: 3, distance_m },
		...kept,
		diagonal_in,
	};
}

/**
 * @param {Record<string, unknown>} changes what cannot be read is left as it was
 */
export function keepDeviceSettings(changes) {
	const news = readable(changes);
	if (Object.keys(news).length === 0) return;
	kept = { ...kept, ...news };
	localStorage.setItem(KEY, JSON.stringify(kept));
}

/** The settings in the address, which then stand there no more; the token beside them is for whoever reads it. */
function fromAddress() {
	const given = new URLSearchParams(location.hash.slice(1));
	const found = [...given].map(([name, value]) => [IN_ADDRESS.get(name) ?? name, value]);
	for (const name of [...given.keys()]) if ((IN_ADDRESS.get(name) ?? name) in READ) given.delete(name);
	const rest = given.size > 0 ? `#${given}` : "";
	if (rest !== location.hash) history.replaceState(null, "", location.pathname + location.search + rest);
	return Object.fromEntries(found);
}

/** @returns {Record<string, unknown>} */
function stored() {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
	} catch {
		return {}; // a machine that loses its power in the middle of writing leaves half a text
	}
}

/** @param {Record<string, unknown>} values */
function readable(values) {
	const read = Object.entries(values).map(([name, value]) => [name, READ[name]?.(value)]);
	return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function between(value, least, most) {
	const number = typeof value === "string" ? Number.parseFloat(value.replace(",", ".")) : value;
	return typeof number === "number" && number >= least && number <= most ? number : undefined;
}

/**
 * @param {unknown} value
 * @param {...string} choices
 */
function oneOf(value, ...choices) {
	return choices.find((choice) => choice === value);
}
