/**
 * The room behind the hidden press: its words and its looks, how one comes out of it, and how it closes by itself.
 */
import { loadWords } from "/look/words.js";
import { element } from "../dom.js";
import { show } from "../page.js";
import { wordsOf } from "../state.js";

/** @typedef {import("/look/words.js").Words} Words */

/**
 * @typedef {object} Room
 * @property {Words} words of the corner
 * @property {(nodes: Node[], quietMs: number) => () => boolean} show a screen of the corner, which closes after so long
 *   without a touch; gives whether it still stands
 * @property {() => void} close
 */

const STYLE = "/assets/kiosk/styles/corner.css";

/**
 * @param {() => void} onClose
 * @param {() => boolean} isWanted whether what was pressed still stands
 * @returns {Promise<Room | null>} null when somebody has gone on while words and looks were on their way
 */
export async function openRoom(onClose, isWanted) {
	const [words] = await Promise.all([loadWords("/assets/kiosk/corner/locales", "fr"), loadStyle()]);
	if (!isWanted()) return null;
	let timer = 0;
	let quietMs = 0;
	let isStanding = () => false;

	function close() {
		leave();
		onClose();
	}
	function leave() {
		clearTimeout(timer);
		for (const sign of SIGNS) removeEventListener(sign, wait, { capture: true });
		removeEventListener("keydown", onEscape);
	}
	function wait() {
		clearTimeout(timer);
		timer = setTimeout(closeOrGo, quietMs);
	}
	// Another screen may have taken the place of this one: then it is not ours to close.
	function closeOrGo() {
		if (isStanding()) close();
		else leave();
	}
	/** @param {KeyboardEvent} event */
	function onEscape({ key }) {
		if (key === "Escape") closeOrGo();
	}

	for (const sign of SIGNS) addEventListener(sign, wait, { capture: true });
	addEventListener("keydown", onEscape);
	return {
		words,
		show(nodes, milliseconds) {
			// The bar speaks the kiosk's French; the corner's own words are no part of what residents read.
			isStanding = show("corner", wordsOf("fr"), nodes, { onBack: close });
			quietMs = milliseconds;
			wait();
			return isStanding;
		},
		close,
	};
}

const SIGNS = ["pointerdown", "keydown"];

/** Residents never need it: it is fetched once staff come in. */
function loadStyle() {
	if (document.querySelector(`link[href="${STYLE}"]`)) return Promise.resolve();
	return new Promise((resolve, reject) => {
		document.head.append(element("link", { rel: "stylesheet", href: STYLE, load: resolve, error: reject }));
	});
}
