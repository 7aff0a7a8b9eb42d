/**
 * The closing sheet by keyboard: a letter for whom it was about, a letter for what it was, a digit for how it ended, and
 * Enter. What can be said is in the page; this module only chooses it.
 */

const sheet = /** @type {HTMLDialogElement} */ (document.getElementById("sheet"));

/** Keys that are not letters, by the radio button that each chooses: a digit is one with or without Shift. */
const DIGITS = /^(?:Digit|Numpad)([0-9])$/;
const ADD = "9";

/** @returns {HTMLFormElement | null} the closing sheet, while it is what lies open */
const opened = () => (sheet.open ? sheet.querySelector("form.visit") : null);

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement[]} */
const radios = (form, name) => [...form.querySelectorAll(`input[name="${name}"]`)].filter(isInput);

/** @param {unknown} found @returns {found is HTMLInputElement} */
const isInput = (found) => found instanceof HTMLInputElement;

/** @param {HTMLFormElement} form @param {string} name */
const chosen = (form, name) => radios(form, name).find((radio) => radio.checked);

/** What stands beside a radio button. @param {HTMLInputElement | undefined} radio */
const wordsOf = (radio) => radio?.closest("label")?.querySelector("span")?.textContent ?? "";

/** Said to who does not see what was chosen. @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
	const said = form.querySelector("[data-visit-said]");
	if (said) said.textContent = words;
}

/** Letters choose whom it was about; once that is said, what it was. @param {HTMLFormElement} form */
function listening(form) {
	const first = chosen(form, "operator") && radios(form, "topic").length > 0 ? "topic" : "operator";
	for (const group of form.querySelectorAll("[data-letters]")) {
		group.toggleAttribute("data-listening", group.getAttribute("data-letters") === first);
	}
	return first;
}

/** What was chosen stands; a list of whom to refer to stands beside its outcome alone. @param {HTMLFormElement} form */
function settle(form) {
	listening(form);
	const refer = form.querySelector(".refer");
	if (refer instanceof HTMLElement) refer.hidden = chosen(form, "outcome")?.value !== "referred";
	const add = form.querySelector("[data-add]");
	if (add instanceof HTMLButtonElement) {
		add.disabled = !["operator", "topic", "outcome"].some((name) => chosen(form, name));
	}
}

/** Choose, or take back what was chosen already. @param {HTMLFormElement} form @param {HTMLInputElement} radio */
function toggle(form, radio) {
	radio.checked = !radio.checked;
	say(form, radio.checked ? wordsOf(radio) : "");
	settle(form);
}

/** @param {HTMLFormElement} form @param {number} by */
function step(form, by) {
	const field = form.elements.namedItem("passes");
	if (!isInput(field)) return;
	const most = Number(field.max);
	const wanted = (Number(field.value) || 0) + by;
	field.value = String(Math.min(most, Math.max(0, wanted)));
	// No more can be given than there are: who does not see it hears how many that is.
	const left = wanted > most ? form.querySelector("#visit-stock")?.textContent : null;
	say(form, left ?? field.value);
}

/** One more thing that they came for: what was chosen is noted, and the next can be. @param {HTMLFormElement} form */
function add(form) {
	const fields = ["operator", "topic", "outcome"].map((name) => chosen(form, name));
	if (!fields.some(Boolean)) return;
	const to = form.elements.namedItem("to");
	const referred = to instanceof HTMLSelectElement && fields[2]?.value === "referred" ? to : null;
	const line = fields.map(wordsOf);
	if (referred?.value) line.push(`→ ${referred.selectedOptions[0]?.textContent}`);
	const template = /** @type {HTMLTemplateElement} */ (form.querySelector("template[data-added]"));
	const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
	const value = [...fields.map((radio) => radio?.value ?? ""), referred?.value ?? ""].join(",");
	/** @type {HTMLInputElement} */ (item.querySelector("input")).value = value;
	/** @type {HTMLElement} */ (item.querySelector("[data-line]")).textContent = line.filter(Boolean).join(" · ");
	form.querySelector("[data-requests]")?.append(item);
	for (const radio of fields) if (radio) radio.checked = false;
	if (to instanceof HTMLSelectElement) to.value = "";
	say(form, line.filter(Boolean).join(", "));
	settle(form);
	toEnd(form);
}

/** Enter ends the visit from here. @param {HTMLFormElement} form */
function toEnd(form) {
	/** @type {HTMLElement | null} */ (form.querySelector("[data-end]"))?.focus();
}

/** What a key that is pressed in the sheet does, if anything. @param {HTMLFormElement} form @param {KeyboardEvent} event */
function meaning(form, event) {
	if (event.key === "+" || event.key === "=") return () => step(form, 1);
	if (event.key === "-" || event.key === "−") return () => step(form, -1);
	const digit = DIGITS.exec(event.code)?.[1] ?? "";
	if (digit === ADD) return () => add(form);
	const sign = digit || event.key.toLowerCase();
	const groups = digit ? ["outcome", "difficulty"] : [listening(form)];
	const radio = groups.flatMap((name) => radios(form, name)).find((each) => each.dataset.sign === sign);
	return radio && (() => toggle(form, radio));
}

document.addEventListener("keydown", (event) => {
	const form = opened();
	const typing = event.target instanceof Element && event.target.matches("input[type=number], select, textarea");
	if (!form || typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
	const act = meaning(form, event);
	if (!act) return;
	event.preventDefault();
	act();
});

/** A radio button that was chosen before the press: pressing it again takes it back. @type {HTMLInputElement | null} */
let before = null;

sheet.addEventListener("pointerdown", (event) => {
	const radio =
		event.target instanceof Element && event.target.closest(".visit label")?.querySelector("input[type=radio]");
	before = isInput(radio) && radio.checked ? radio : null;
});
sheet.addEventListener("click", (event) => {
	const form = opened();
	if (!form || !(event.target instanceof Element)) return;
	if (event.target === before) before.checked = false;
	const button = event.target.closest("button");
	if (button?.dataset.step) step(form, Number(button.dataset.step));
	if (button?.hasAttribute("data-add")) add(form);
	if (button?.hasAttribute("data-remove")) {
		button.closest("li")?.remove();
		toEnd(form);
	}
	settle(form);
});
sheet.addEventListener("change", () => {
	const form = opened();
	if (form) settle(form);
});
// Drawn by the server; what follows from what is chosen in it is not.
document.body.addEventListener("htmx:afterSwap", () => {
	const form = opened();
	if (form) settle(form);
});
