/**
 * This machine: how large its screen is and how far people stand, and how it greets each person. What is changed shows
 * at once, and stays.
 */
import { resetComfort } from "../comfort.js";
import { deviceSettings, keepDeviceSettings } from "../device.js";
import { element, picture } from "../dom.js";
import { measureScreen } from "../measure.js";
import { act } from "./parts.js";

/** @typedef {import("../device.js").DeviceSettings} DeviceSettings */

/** What goes up and down: by how much, and how it is counted; device.js says between which ends. */
/** @type {[keyof DeviceSettings & ("diagonal_in" | "distance_m" | "volume"), number][]} */
const STEPS = [
	["diagonal_in", 0.5],
	["distance_m", 0.1],
	["volume", 1],
];
/** What is either so or otherwise: the value that is on, and the one that is off. */
/** @type {[keyof DeviceSettings, unknown, unknown][]} */
const SWITCHES = [
	["text", "large", "normal"],
	["theme", "contrast", "normal"],
	["reach", "low", "normal"],
	["mirror", true, false],
];

/**
 * @param {import("./panel.js").Panel} panel
 * @returns {import("./panel.js").Page}
 */
export function settingsPage(panel) {
	const { words } = panel;

	/** @param {Record<string, unknown>} changes */
	function change(changes) {
		keepDeviceSettings(changes);
		measureScreen();
		resetComfort();
		panel.redraw();
	}
	/**
	 * @param {"diagonal_in" | "distance_m" | "volume"} name
	 * @param {number} step
	 * @param {number} value
	 */
	function stepper(name, step, value) {
		/** @param {1 | -1} way */
		const button = (way) =>
			act(
				`${name}-${way > 0 ? "more" : "less"}`,
				way > 0 ? "+" : "−",
				() => change({ [name]: rounded(value + way * step) }),
				{
					"data-repeats": "",
					"aria-label": words.say(`${way > 0 ? "more" : "less"}-${name.replace("_", "-")}`),
				},
			);
		return element(
			"div",
			{ class: "corner-step", role: "group", "aria-label": words.say(name.replace("_", "-"), { value }) },
			button(-1),
			element("p", { "data-setting": name }, words.say(name.replace("_", "-"), { value })),
			button(1),
		);
	}

	return {
		shows: () => [deviceSettings(), innerWidth, innerHeight],
		draw() {
			const settings = deviceSettings();
			return [
				element("p", { class: "corner-lead" }, words.say("settings-lead")),
				...STEPS.map(([name, step]) => stepper(name, step, settings[name])),
				...SWITCHES.map(([name, on, off]) => {
					const isOn = settings[name] === on;
					const button = act(`set-${name}`, words.say(`set-${name}`), () => change({ [name]: isOn ? off : on }), {
						"aria-pressed": String(isOn),
					});
					// On or off is seen without its colour, too.
					if (isOn) button.prepend(picture("check-circle"));
					return button;
				}),
			];
		},
	};
}

/** @param {number} value to a tenth: 0.1 + 0.2 is not 0.3 to a machine */
function rounded(value) {
	return Math.round(value * 10) / 10;
}
