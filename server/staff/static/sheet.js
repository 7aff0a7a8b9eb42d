/**
 * The sheet over the desk. It lies outside the part of the page that is drawn again: no push closes it, or takes what
 * is being typed. The desk under it stays true meanwhile.
 */
import * as focus from "./focus.js";

const sheet = /** @type {HTMLDialogElement} */ (document.getElementById("sheet"));

/** Where the server's answer for the sheet is put. */
export const content = /** @type {HTMLElement} */ (document.getElementById("sheet-body"));

/** Id of the button that gets the focus back: the desk may be drawn again until the sheet closes. */
let cameFrom = "";

/** The reason that is being typed: it goes along when one sheet leads to another. */
let reason = "";

const reasonField = () => /** @type {HTMLInputElement | null} */ (content.querySelector("#reason"));

export const isOpen = () => sheet.open;

/** @param {unknown} element */
export const holds = (element) => element instanceof Node && sheet.contains(element);

/** Show what the server has answered. */
export function show() {
	if (sheet.open) {
		const field = reasonField();
		if (field) field.value = reason;
		const first = content.querySelector("[autofocus]") ?? content.querySelector("[data-close]");
		/** @type {HTMLElement | null} */ (first)?.focus();
		sheet.scrollTop = 0;
	} else {
		reason = "";
		cameFrom = focus.pressedByKeyboard();
		if (!cameFrom) focus.toDesk();
		sheet.showModal();
		// What has the focus may lie at the foot of a long sheet: it is read from its head.
		sheet.scrollTop = 0;
	}
}

export const close = () => sheet.close();

/** Say why the press did nothing, and leave what was typed. @param {string} words */
export function tell(words) {
	const notice = content.querySelector("[data-sheet-notice]");
	if (!(notice instanceof HTMLElement)) return;
	notice.hidden = false;
	notice.textContent = words;
	notice.scrollIntoView({ block: "nearest" });
}

sheet.addEventListener("input", () => {
	reason = reasonField()?.value ?? "";
});
sheet.addEventListener("click", (event) => {
	if (event.target instanceof Element && event.target.closest("[data-close]")) sheet.close();
});
sheet.addEventListener("close", () => {
	focus.give(cameFrom);
});
