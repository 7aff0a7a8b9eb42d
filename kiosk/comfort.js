/**
 * How this person wants the page: colours, size of the letters, how low the buttons stand and on which side. Each is
 * one tap on the bar; the next person finds it again as this machine is set.
 */
import { deviceSettings } from "./device.js";

/** @typedef {Pick<import("./device.js").DeviceSettings, "theme" | "text" | "reach" | "mirror">} Comfort */

/** @type {Comfort} */
let wanted = asSet();
/** @type {() => void} */
let fitted = () => {};
/** @type {() => void} */
let redrawn = () => {};

/**
 * Called once.
 *
 * @param {() => void} onChange fits what is shown into its new sizes
 */
export function startComfort(onChange) {
	fitted = onChange;
	resetComfort();
}

/**
 * For a screen that has to be drawn anew when the page changes; each takes the place of the one before.
 *
 * @param {() => void} onChange
 */
export function onComfort(onChange) {
	redrawn = onChange;
}

/** @returns {Comfort} */
export function comfort() {
	return wanted;
}

/** @param {Partial<Comfort>} changes */
export function setComfort(changes) {
	wanted = { ...wanted, ...changes };
	const root = document.documentElement;
	root.dataset.theme = wanted.theme;
	root.dataset.text = wanted.text;
	root.dataset.reach = wanted.reach;
	root.toggleAttribute("data-mirror", wanted.mirror);
	redrawn();
	fitted();
}

/** As the next person finds the page. */
export function resetComfort() {
	setComfort(asSet());
}

/** Whether the page is as this machine is set. */
export function isAsSet() {
	return JSON.stringify(wanted) === JSON.stringify(asSet());
}

/** @returns {Comfort} */
function asSet() {
	const { theme, text, reach, mirror } = deviceSettings();
	return { theme, text, reach, mirror };
}
