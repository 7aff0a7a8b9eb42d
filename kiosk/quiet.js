/**
 * Nobody there any more? After a while of nothing the kiosk asks, kindly; one tap anywhere is an answer.
 * There is no countdown to see, and one may answer as often as one likes.
 */
import { element } from "./dom.js";
import { speakerOver } from "./frame.js";
import { startFresh } from "./page.js";
import { screenShown } from "./speech/speech.js";
import { QUIET_MS, STILL_HERE_MS } from "./timing.js";

const question = /** @type {HTMLDialogElement} */ (document.querySelector("#still-here"));

let timer = 0;
/** @type {() => void} what to do when a sign of life comes; nothing while nobody is watched */
let onLife = () => {};

/**
 * @param {import("/look/words.js").Words} words
 * @param {() => void} onGone when the question went unanswered
 */
export function watchForQuiet(words, onGone) {
	const wait = () => {
		clearTimeout(timer);
		timer = setTimeout(ask, QUIET_MS);
	};
	const ask = () => {
		if (isSpokenTo()) return wait();
		question.replaceChildren(
			element("h2", { id: "still-here-question", "data-say": "" }, words.say("still-here")),
			element("p", { "data-say": "" }, words.say("still-here-why")),
			element(
				"button",
				{ type: "button", class: "main-button", "data-action": "still-here", "data-say": "" },
				words.say("yes"),
			),
			speakerOver(words),
		);
		startFresh();
		question.showModal();
		screenShown(words);
		awaitAnswer();
	};
	// Whoever listens to the question is answering it: the time to answer begins when it has been said.
	const awaitAnswer = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			if (isSpokenTo()) return awaitAnswer();
			stopWatching();
			onGone();
		}, STILL_HERE_MS);
	};
	stopWatching();
	onLife = () => (question.open ? awaitAnswer() : wait());
	// Tapping beside the button, or Escape, says "yes" just as well: whoever taps is there.
	question.onclick = () => question.close();
	question.onclose = wait;
	wait();
}

/**
 * At rest: somebody tried the bar and left. Nothing to ask; after a while of nothing the page is as the next one expects.
 *
 * @param {() => void} onSilent
 */
export function watchForSilence(onSilent) {
	const wait = () => {
		clearTimeout(timer);
		timer = setTimeout(() => (isSpokenTo() ? wait() : onSilent()), QUIET_MS);
	};
	stopWatching();
	onLife = wait;
	wait();
}

/** Whoever is being spoken to is there, and listens. */
function isSpokenTo() {
	return document.body.hasAttribute("data-speaking");
}

export function stopWatching() {
	clearTimeout(timer);
	onLife = () => {};
	question.onclose = null;
	question.close();
}

for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, () => onLife());
