/**
 * What changed by itself, for those who do not see it: a printer, the paper of the person in hand. Said once, and
 * calmly. The desk is drawn again every few seconds: a live region inside it would say everything each time, or nothing.
 */
const said = /** @type {HTMLElement} */ (document.getElementById("said"));

/** @type {Map<string, string>} what each part of the desk said when it was last drawn */
let before = new Map();

/** What the desk says of printers and paper, part by part. @param {HTMLElement} desk */
export function saidOf(desk) {
	const parts = [...desk.querySelectorAll("[data-said]")];
	return new Map(parts.map((part) => [part.getAttribute("data-said-of") ?? "", part.getAttribute("data-said") ?? ""]));
}

/** What is new on the desk says nothing: it stands there to be read. @param {HTMLElement} desk */
export function sayChanges(desk) {
	const now = saidOf(desk);
	const news = [...now].filter(([of, words]) => before.has(of) && before.get(of) !== words);
	before = now;
	if (news.length > 0) said.textContent = news.map(([, words]) => words).join(" ");
}
