/**
 * The staff corner's door: a PIN on large keys. Who came here by chance reads that it is for staff, and goes back with
 * the same button as on every other screen.
 */
import { element, picture } from "../dom.js";
import { stopWatching } from "../quiet.js";
import { personGone } from "../speech/speech.js";
import { CORNER_DOOR_QUIET_MS } from "../timing.js";
import { askGrant } from "./ask.js";
import { openRoom } from "./room.js";

const PIN_AT_LEAST = 6;
const PIN_AT_MOST = 12;

/**
 * @param {() => void} onClose
 * @param {() => boolean} isWanted whether what was pressed still stands
 */
export async function openDoor(onClose, isWanted) {
	const opened = await openRoom(onClose, isWanted);
	if (opened === null) return;
	const room = opened;
	stopWatching();
	// The keypad's first key began to read aloud: behind the door that would leave staff no key to work with.
	personGone();
	const { words } = room;
	const said = element("p", { class: "corner-said", role: "status" });
	const typed = element("input", {
		id: "corner-pin",
		class: "corner-pin",
		type: "text",
		// No keyboard of the system comes up over the keys; one that is plugged in writes all the same.
		inputmode: "none",
		autocomplete: "off",
		maxlength: String(PIN_AT_MOST),
		"aria-label": words.say("pin"),
		input: () => {
			typed.value = typed.value.replace(/\D/g, "");
		},
		keydown: (event) => {
			if (!(event instanceof KeyboardEvent)) return;
			if (event.key === "Enter") send();
			// A keypad without NumLock moves about where it ought to write.
			const digit = /^Numpad(\d)$/.exec(event.code)?.[1];
			if (digit === undefined || event.key === digit) return;
			event.preventDefault();
			type(digit);
		},
	});
	const digits = [..."123456789"].map((digit) => key(digit, {}, () => type(digit)));
	const pad = element(
		"div",
		{ class: "corner-keys" },
		...digits,
		key(picture("backspace"), { "aria-label": words.say("erase"), "data-action": "erase" }, erase),
		key("0", {}, () => type("0")),
		key(
			picture("check"),
			{ "aria-label": words.say("open"), "data-action": "open", class: "corner-key main-button" },
			send,
		),
	);

	/** @param {string} digit */
	function type(digit) {
		said.replaceChildren();
		if (typed.value.length < PIN_AT_MOST) typed.value += digit;
	}
	function erase() {
		said.replaceChildren();
		typed.value = typed.value.slice(0, -1);
	}
	async function send() {
		if (pad.inert) return;
		const pin = typed.value;
		if (pin.length < PIN_AT_LEAST) {
			said.replaceChildren(words.say("pin-short"));
			return;
		}
		hold(true);
		const answer = await askGrant(pin);
		if (!isStanding()) return;
		typed.value = "";
		if (answer.kind === "done") {
			const { showPanel } = await import("./panel.js");
			if (isStanding()) await showPanel(room, answer.body);
			return;
		}
		said.replaceChildren(answer.kind === "refused" ? answer.detail : words.say("away"));
		hold(false);
	}
	/** @param {boolean} held */
	function hold(held) {
		pad.inert = held;
		typed.readOnly = held;
	}

	const isStanding = room.show(
		[
			element(
				"div",
				{ class: "corner-door" },
				element("h1", { class: "corner-title", tabindex: "-1", "data-say": "" }, words.say("title")),
				element("p", { "data-say": "" }, words.say("not-staff")),
				typed,
				said,
			),
			pad,
		],
		CORNER_DOOR_QUIET_MS,
	);
	typed.focus({ preventScroll: true });
}

/**
 * A key that types when it is touched, not when it is let go: the page takes two taps in quick succession for one, and a
 * PIN may hold the same digit twice. What is typed stays where it is, with the focus of whoever has a keyboard.
 *
 * @param {string | Node} face
 * @param {Record<string, string>} attributes
 * @param {() => void} press
 */
function key(face, attributes, press) {
	return element(
		"button",
		{
			type: "button",
			class: "corner-key side-button",
			...attributes,
			pointerdown: (event) => {
				if (event instanceof PointerEvent && event.button === 0) press();
			},
			mousedown: (event) => event.preventDefault(),
			// Keys and switch devices: their clicks count no taps.
			click: (event) => {
				if (event instanceof MouseEvent && event.detail === 0) press();
			},
		},
		face,
	);
}
