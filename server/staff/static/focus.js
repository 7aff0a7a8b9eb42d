/**
 * Where the keyboard's focus stands on the desk. Space calls the next person, unless somebody works by keyboard on a
 * button: a finger, a mouse or a shortcut key leave the focus on the desk itself, where Space is free.
 */
const desk = /** @type {HTMLElement} */ (document.getElementById("desk"));

/** Id of what has the focus on the desk: its drawing may be replaced, or it may rest while the server answers. */
let held = "";

/** Id of the button that the keyboard itself pressed last; empty after any other press. */
let opener = "";

export const toDesk = () => desk.focus({ preventScroll: true });

/** Give the focus to what has this id, or to the desk when it is gone or cannot be pressed. @param {string} id */
export function give(id) {
	const found = id ? document.getElementById(id) : null;
	found?.focus();
	if (!found || document.activeElement !== found) toDesk();
}

/** Who opened the sheet, when it was the keyboard on the button itself. */
export const pressedByKeyboard = () => opener;

/** The desk was drawn again: whoever works by keyboard goes on where they were. */
export function keep() {
	if (held && document.activeElement === document.body) give(held);
}

desk.addEventListener("focusin", (event) => {
	held = event.target instanceof HTMLElement && event.target !== desk ? event.target.id : "";
});

desk.addEventListener(
	"click",
	(event) => {
		const pressed = event.target instanceof Element ? event.target.closest("button, summary") : null;
		if (!pressed) return;
		// A key on the button itself counts no clicks; a shortcut key presses by script.
		const byKeyboard = event.isTrusted && event.detail === 0;
		opener = byKeyboard ? pressed.id : "";
		if (event.detail > 0) toDesk();
	},
	{ capture: true },
);
