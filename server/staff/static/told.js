/**
 * The word about the latest press. It lies beside the part of the page that is drawn again, and goes when it was long
 * enough to be read, or as soon as the desk shows otherwise.
 */
import { saidOf } from "./said.js";

/** Long enough to be read, and not so long that it becomes untrue. */
const TOLD_MS = 15_000;

const told = /** @type {HTMLElement} */ (document.getElementById("told"));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let forgetting;

/** What the desk said of printers and paper when the word was new. */
let saidThen = "";

export const words = () => told.textContent ?? "";

export const isRefusal = () => told.querySelector("[data-notice]") !== null;

export function forget() {
	clearTimeout(forgetting);
	told.replaceChildren();
}

// Where it lies over something after all, a touch takes it away.
told.addEventListener("click", forget);

/** A press was answered, with a word or without. @param {HTMLElement} desk */
export function keepAWhile(desk) {
	clearTimeout(forgetting);
	if (told.childElementCount > 0) forgetting = setTimeout(forget, TOLD_MS);
	saidThen = fingerprint(desk);
}

/** The desk was drawn again: a word about paper may contradict it. @param {HTMLElement} desk */
export function forgetIfUntrue(desk) {
	if (told.querySelector("[data-of-paper]") && fingerprint(desk) !== saidThen) forget();
}

/** @param {HTMLElement} desk */
const fingerprint = (desk) => JSON.stringify([...saidOf(desk)]);
