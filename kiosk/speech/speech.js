/**
 * Speech at the kiosk: the speaker on the bar and on each tile, the strip of sound, and reading everything aloud.
 */

import { localVoice } from "/look/speech/browser_voice.js";
import { spoken } from "/look/speech/spoken.js";
import { spokenHere } from "../state.js";
import { aloudNews, aloudScreen, isAloud, sayScreen, setAloud } from "./aloud.js";
import { startKeypad } from "./keypad.js";
import { startKeys } from "./keys.js";
import { outlet, sounds } from "./means.js";
import { watchPage } from "./news.js";
import { phrasesOf, shownPart, spokenIn } from "./reading.js";
import { closeStrip, drawStrip, openStrip, startStrip } from "./strip.js";
import { startTouch, takeClick } from "./touch.js";
import { canSay, hush, isSounding, lookForVoice, say } from "./voice.js";
import { resetVolume } from "./volume.js";

/** @typedef {import("/look/words.js").Words} Words */

/** The bar's speaker held this long reads everything aloud from now on: no second tap to be found. */
const LONG_PRESS_MS = 1_200;
/** A screen that stands this long is at rest: there is time to fetch what the kiosk must be able to say without a server. */
const KEEP_AFTER_MS = 20_000;
const WITHOUT_SERVER = ["unavailable", "unavailable-next"];
/** The bar's, and the one over what is said over a screen. */
const SPEAKER = "[data-action='speak']";

/** @type {Words | null} */
let words = null;
let keepTimer = 0;
/** @type {HTMLElement | null} the tile whose speaker was tapped last */
let lastTile = null;

/** Called once, before the first screen. */
export function startSpeech() {
	outlet.openOnGesture();
	startTouch();
	startKeypad();
	startKeys();
	startStrip();
	watchLongPress();
	watchPage(() => {
		paintSpeakers();
		aloudNews();
	});
	addEventListener("click", onTileSpeaker);
	for (const change of ["accueil:speaking", "accueil:voices"]) addEventListener(change, paintSpeakers);
	addEventListener("accueil:aloud", onAloud);
}

/** The bar's speaker was tapped: the whole screen, or silence. */
export function speakScreen() {
	if (isAloud()) {
		openStrip();
		return sayScreen();
	}
	if (isSounding()) return hush();
	const phrases = spokenIn(shownPart())
		.filter((each) => !each.matches(SPEAKER))
		.flatMap(phrasesOf);
	// Nothing of it can be said: the speaker shows that, and stays calm.
	if (!phrases.some(({ language }) => canSay(language))) return;
	openStrip();
	say(phrases);
}

/**
 * Each screen, once it stands. What was said of the one before is over.
 *
 * @param {Words} shown the language of the screen
 */
export function screenShown(shown) {
	words = shown;
	if (!isAloud()) hush();
	drawStrip(shown);
	aloudScreen(shown);
	paintSpeakers();
	clearTimeout(keepTimer);
	keepTimer = setTimeout(keepForAway, KEEP_AFTER_MS);
	lookForVoice({ text: spoken(shown.say("language-name")), language: shown.language });
}

/** The next person finds silence, the usual volume, and a screen that is read by looking at it. */
export function personGone() {
	setAloud(false, true);
	hush();
	resetVolume();
	closeStrip();
	if (words !== null) drawStrip(words);
}

function onAloud() {
	if (words !== null) drawStrip(words);
}

/** @param {Event} event */
function onTileSpeaker({ target }) {
	const speaker = target instanceof Element ? target.closest(".tile-speaker") : null;
	if (!(speaker instanceof HTMLElement)) return;
	const tile = document.getElementById(speaker.dataset.speaks ?? "");
	if (tile === null) return;
	const isAgain = isSounding() && lastTile === tile;
	lastTile = tile;
	if (isAgain) hush();
	else say(phrasesOf(tile));
}

function keepForAway() {
	const sentences = spokenHere().flatMap((each) =>
		WITHOUT_SERVER.map((id) => ({ text: spoken(each.say(id)), language: each.language })),
	);
	sounds.keepReady(sentences.filter(({ language }) => localVoice(language) === null && canSay(language)));
}

function watchLongPress() {
	let timer = 0;
	addEventListener("pointerdown", ({ target, isPrimary }) => {
		clearTimeout(timer);
		if (!isPrimary || isAloud() || !(target instanceof Element) || target.closest(SPEAKER) === null) return;
		timer = setTimeout(() => {
			takeClick();
			setAloud(true);
		}, LONG_PRESS_MS);
	});
	for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => clearTimeout(timer));
}

/** Pressed while it speaks; struck through, as each tile's, where nobody can say this language. The bar is drawn anew. */
function paintSpeakers() {
	if (words === null) return;
	const isThere = canSay(words.language);
	const icon = `/look/vendor/pictograms.svg#${isThere ? "speaker-high" : "speaker-slash"}`;
	for (const speaker of document.querySelectorAll(`${SPEAKER}, .tile-speaker`)) {
		setOnce(speaker, "aria-disabled", String(!isThere));
		const use = speaker.querySelector("use");
		if (use) setOnce(use, "href", icon);
	}
	for (const speaker of document.querySelectorAll(SPEAKER)) setOnce(speaker, "aria-pressed", String(isSounding()));
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function setOnce(element, name, value) {
	if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
