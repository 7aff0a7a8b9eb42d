/**
 * A question that takes the whole screen. The page behind it is hidden meanwhile, so that neither finger nor screen
 * reader gets behind it; the call of a number closes it.
 *
 * @typedef {import("../../types/phone.js").Answer} Answer
 */

const sheet = /** @type {HTMLElement} */ (document.querySelector("[data-sheet]"));
const page = /** @type {HTMLElement} */ (document.querySelector("main"));
/** More answers than these stand two in a row. */
const FEW = 3;
/** @type {HTMLElement | null} whoever opened it has the focus again afterwards */
let opener = null;

/**
 * @param {object} asked
 * @param {string} asked.title
 * @param {string} [asked.text]
 * @param {Answer[]} asked.answers the last is the way back
 */
export function openSheet({ title, text = "", answers }) {
	if (sheet.hidden) opener = /** @type {HTMLElement | null} */ (document.activeElement);
	const heading = document.createElement("h2");
	heading.id = "sheet-title";
	heading.tabIndex = -1;
	heading.textContent = title;
	const words = document.createElement("p");
	words.textContent = text;
	words.hidden = text === "";
	const keys = document.createElement("div");
	keys.className = answers.length > FEW ? "answers many" : "answers";
	keys.append(...answers.map(keyOf));
	sheet.replaceChildren(heading, words, keys);
	sheet.removeAttribute("aria-busy");
	sheet.hidden = false;
	page.hidden = true;
	heading.focus();
}

export function closeSheet() {
	if (sheet.hidden) return;
	sheet.hidden = true;
	page.hidden = false;
	sheet.replaceChildren();
	opener?.focus();
}

/** While the answer is on its way, no other is given. */
export function waitInSheet() {
	for (const key of sheet.querySelectorAll("button")) key.disabled = true;
	sheet.setAttribute("aria-busy", "true");
}

/** @param {Answer} answer */
function keyOf({ text, name, lang, current, first, act }) {
	const key = document.createElement("button");
	key.type = "button";
	key.className = first ? "key first" : "key";
	key.dataset.answer = name;
	key.textContent = text;
	if (lang) key.lang = lang;
	if (current) key.setAttribute("aria-current", "true");
	key.addEventListener("click", act);
	return key;
}

addEventListener("keydown", (event) => {
	if (event.key === "Escape") closeSheet();
});
