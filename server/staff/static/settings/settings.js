/**
 * The settings' forms work without this: it warns of changes that would be lost, and opens what an error points to.
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-settings]"));
const word = /** @type {HTMLElement | null} */ (document.querySelector("[data-unsaved]"));

let isTyped = "typed" in form.dataset;
let isSent = false;

form.addEventListener("input", () => {
	isTyped = true;
	if (word) word.hidden = false;
});
form.addEventListener("submit", () => {
	isSent = true;
});
// Somebody came back by the browser's own button: the page stands as they left it.
addEventListener("pageshow", () => {
	isSent = false;
});
addEventListener("beforeunload", (event) => {
	if (isTyped && !isSent) event.preventDefault();
});

/** A field in a closed card cannot be seen, and takes no focus. @param {Element | null} field */
function reveal(field) {
	for (let card = field?.closest("details"); card; card = card.parentElement?.closest("details")) card.open = true;
}

for (const link of document.querySelectorAll(".notice a[href^='#']")) {
	link.addEventListener("click", (event) => {
		event.preventDefault();
		const field = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
		reveal(field);
		field?.focus();
	});
}

const first = /** @type {HTMLElement | null} */ (document.querySelector("[autofocus]"));
reveal(first);
first?.focus();

export {};
