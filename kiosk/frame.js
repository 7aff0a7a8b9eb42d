/**
 * The bar at the foot of every screen: back, language, and what makes the page easier to hear, to see and to reach.
 * It stands low because that is where everybody reaches it, and always in the same place, so that it is found blindly.
 */
import { comfort, setComfort } from "./comfort.js";
import { barButton, element } from "./dom.js";
import { speakScreen } from "./speech/speech.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {{onBack?: () => void, onLanguage?: () => void}} Ways where one can go from a screen besides its choices */

const bar = part("frame");
const places = { ways: part("frame-ways"), helps: part("frame-helps"), speak: part("frame-speak") };

/** @param {string} id */
function part(id) {
	return /** @type {HTMLElement} */ (document.querySelector(`#${id}`));
}

/**
 * @param {Words} words
 * @param {Ways} ways a way that there is not has no button, and the others stay where they are
 */
export function drawFrame(words, { onBack, onLanguage }) {
	places.ways.replaceChildren(
		...(onBack ? [barButton("back", "arrow-left", words.say("back"), onBack)] : []),
		...(onLanguage ? [languageButton(words, onLanguage)] : []),
	);
	drawHelps(words);
	places.speak.replaceChildren(barButton("speak", "speaker-high", words.say("listen"), speakScreen));
}

/** @param {Words} words */
function drawHelps(words) {
	const { theme, text, reach, mirror } = comfort();
	const isStrong = theme === "contrast";
	const isLarge = text === "large";
	const isLow = reach === "low";
	/**
	 * @param {string} action
	 * @param {string} icon
	 * @param {string} name what pressing it does
	 * @param {boolean} isOn
	 * @param {Partial<import("./comfort.js").Comfort>} change
	 */
	function help(action, icon, name, isOn, change) {
		const made = barButton(action, icon, name, () => {
			setComfort(change);
			drawHelps(words);
			/** @type {HTMLElement | null} */ (places.helps.querySelector(`[data-action="${action}"]`))?.focus();
		});
		made.classList.toggle("on", isOn);
		return made;
	}
	places.helps.replaceChildren(
		help("reach", "arrow-line-down", words.say(isLow ? "reach-normal" : "reach-low"), isLow, {
			reach: isLow ? "normal" : "low",
		}),
		help("mirror", "arrows-left-right", words.say("mirror"), mirror, { mirror: !mirror }),
		help("contrast", "circle-half", words.say(isStrong ? "contrast-normal" : "contrast-more"), isStrong, {
			theme: isStrong ? "normal" : "contrast",
		}),
		help("text", "text-aa", words.say(isLarge ? "text-normal" : "text-larger"), isLarge, {
			text: isLarge ? "normal" : "large",
		}),
	);
}

/**
 * The speaker again, for what is said over a screen: in the same place, as the bar itself cannot be reached then.
 *
 * @param {Words} words
 */
export function speakerOver(words) {
	const speaker = barButton("speak", "speaker-high", words.say("listen"), speakScreen);
	// A tap beside the answer is an answer, too; a tap on the speaker is none.
	speaker.addEventListener("click", (event) => event.stopPropagation());
	return element("div", { class: "speaker-over" }, speaker);
}

/** @param {boolean} held nothing can be pressed while an answer is awaited */
export function holdFrame(held) {
	bar.inert = held;
}

/**
 * It shows the language's own name: who is lost in a foreign one finds the way out by their own.
 *
 * @param {Words} words
 * @param {() => void} onLanguage
 */
function languageButton(words, onLanguage) {
	const made = barButton("language", "translate", words.say("change-language"), onLanguage);
	made.classList.add("frame-language");
	made.append(element("span", {}, words.say("language-name")));
	// What is seen is part of what is said (WCAG 2.5.3).
	made.setAttribute("aria-label", `${words.say("language-name")}. ${words.say("change-language")}`);
	return made;
}
