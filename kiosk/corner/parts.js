/**
 * The few parts that the corner's pages are made of.
 */
import { element, picture } from "../dom.js";

/**
 * A fact with its sign: all is well, or somebody has to see to it.
 *
 * @param {string} name
 * @param {boolean} isWell
 * @param {...(string | Node)} said
 */
export function fact(name, isWell, ...said) {
	return element(
		"li",
		{ class: "corner-fact", "data-fact": name, "data-well": String(isWell) },
		picture(isWell ? "check-circle" : "warning"),
		element("span", {}, ...said),
	);
}

/**
 * @param {string} action
 * @param {string} label
 * @param {() => void} onPress
 * @param {Record<string, string>} [more] attributes
 */
export function act(action, label, onPress, more = {}) {
	return element(
		"button",
		{ type: "button", class: "side-button corner-act", "data-action": action, ...more, click: onPress },
		label,
	);
}
