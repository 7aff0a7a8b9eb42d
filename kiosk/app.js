/**
 * The kiosk at its two ends: how it starts and rests, and what it does when the server is away. What lies between, from
 * a language to a number, is in road.js.
 */
import { loadWords } from "/look/words.js";
import { askSite } from "./api.js";
import { stayAwake } from "./awake.js";
import { isAsSet, resetComfort, startComfort } from "./comfort.js";
import { installCorner } from "./corner/corner.js";
import { element, inLanguage } from "./dom.js";
import { standingOf } from "./door.js";
import { guardPage } from "./guard.js";
import { tellDesk } from "./health.js";
import { followNews } from "./news.js";
import { keepOffline } from "./offline.js";
import { guardTaps, holdTaps, refit, show, startPage } from "./page.js";
import { stopWatching, watchForSilence } from "./quiet.js";
import { beginRest } from "./rest.js";
import { askAndShow, chooseNeed, lastNumber, showTicket, startRoad } from "./road.js";
import { languageScreen } from "./screens/language.js";
import { momentScreen } from "./screens/moment.js";
import { noPaperNote } from "./screens/no_paper.js";
import { shutScreen } from "./screens/shut.js";
import { takeTurns } from "./screens/turns.js";
import { personGone, startSpeech } from "./speech/speech.js";
import { spokenHere, state, storedVisit, wordsOf } from "./state.js";
import * as timing from "./timing.js";
import { watchSite } from "./watch.js";

/** @typedef {import("./api.js").Site} Site */

/** In the order in which they are offered; a site may offer fewer. */
const LANGUAGES = ["fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh"];

export async function start() {
	startPage();
	startComfort(refit);
	startSpeech();
	guardTaps();
	guardPage();
	stayAwake();
	startRoad({ leave, rest, recover });
	installCorner({ onClose: () => (state.site === null ? recover() : leave(state.site, 0)) });
	const site = askSite();
	// All of them at once: the server may be away when every language is needed to say so.
	const loaded = await Promise.all(LANGUAGES.map((language) => loadWords("/assets/kiosk/locales", language)));
	// Words that are not there speak French: French is offered once.
	state.words = loaded.filter(({ language }, at) => language === LANGUAGES[at]);
	holdTaps(() => show("moment", wordsOf("fr"), momentScreen([wordsOf("fr")])));
	const answer = await site;
	const isServed = await settle(answer);
	// Not before the first screen stands: it has the line for itself until then.
	keepOffline();
	tellDesk();
	followNews();
	if (!isServed) await recover(timing.AWAY_FIRST_MS, answer);
}

/**
 * Shows what a page that has just loaded, or just found its server again, has to show.
 *
 * @param {import("./api.js").Answer<Site>} answer
 * @returns {Promise<boolean>} false when the server is away
 */
async function settle(answer) {
	if (answer.kind !== "done") return false;
	state.site = answer.body;
	const visit = storedVisit();
	if (visit?.ticket) showTicket(visit, visit.ticket, answer.body);
	else if (visit) return askAndShow(visit, answer.body);
	else leave(answer.body);
	return true;
}

/**
 * Whoever was there has gone: the next person finds the page as this machine is set.
 *
 * @param {Site} site
 * @param {number} [firstCheck] milliseconds until the site is looked at again
 */
function leave(site, firstCheck) {
	personGone();
	resetComfort();
	rest(site, firstCheck);
}

/**
 * Nobody is being served: the start, or why there is none.
 *
 * @param {Site} site
 * @param {number} [firstCheck] milliseconds until the site is looked at again
 */
function rest(site, firstCheck = timing.SITE_CHECK_MS) {
	stopWatching();
	const french = wordsOf("fr");
	const languages = spokenHere();
	const standing = standingOf(site);
	const note = noPaperNote([french], site.paper);
	const again = numberAgain(site);
	const shown =
		standing === "open"
			? show(
					"language",
					french,
					languageScreen(site.name, languages, { onChoose: chooseNeed, note: note.node, again: again?.node ?? null }),
				)
			: show(standing, french, shutScreen(standing, languages, standing === "stopped" ? site.message : {}));
	if (standing !== "open") takeTurns(/** @type {HTMLElement} */ (document.querySelector("main")), shown);
	watchForSilence(() => {
		personGone();
		if (!isAsSet()) leave(state.site ?? site, 0);
	});
	beginRest(shown);
	again?.forgetWhenOver(shown);
	watchSite(site, shown, { onNews: rest, onAway: recover, onPaper: note.update }, firstCheck);
}

/**
 * The number of who has just left, for a minute: they did not read it in time, or come back to ask.
 *
 * @param {Site} site
 */
function numberAgain(site) {
	const last = lastNumber();
	if (last === null) return null;
	const { visit, ticket, milliseconds } = last;
	const words = wordsOf(visit.language);
	const node = inLanguage(
		"button",
		words,
		{
			type: "button",
			class: "side-button",
			"data-action": "number-again",
			"data-say": "",
			click: () => showTicket(visit, ticket, state.site ?? site),
		},
		element("span", {}, words.say("number-again")),
	);
	/** @param {() => boolean} shown */
	async function forgetWhenOver(shown) {
		if (await timing.stillShownAfter(milliseconds, shown)) node.remove();
	}
	return { node, forgetWhenOver };
}

/**
 * The calm screen, until the server is back; then the start, or the ticket that was being asked for. Where the server
 * does not know this kiosk, it shows the code with which it is let in.
 *
 * @param {number} [firstPause] milliseconds
 * @param {import("./api.js").Answer<Site>} [last] what the server has just said of the site
 */
async function recover(firstPause = timing.AWAY_FIRST_MS, last = { kind: "away" }) {
	stopWatching();
	beginRest(show("unavailable", wordsOf("fr"), shutScreen("unavailable", spokenHere())));
	// Nobody may come for a night: the next person finds the page as this machine is set, here too.
	watchForSilence(() => {
		personGone();
		resetComfort();
	});
	let wait = firstPause;
	for (let answer = last; !(await settle(answer)); answer = await askSite()) {
		if (answer.kind === "away" && answer.isStranger && (await letIn())) continue;
		await timing.pause(wait);
		wait = Math.min(wait * 1.5, timing.AWAY_LONGEST_MS);
	}
}

/** Few kiosks ever need it, and then the server has just answered: the others need not fetch it. */
async function letIn() {
	const { pairHere } = await import("./pairing.js");
	return pairHere();
}
