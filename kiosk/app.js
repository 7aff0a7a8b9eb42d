/**
 * The road through the kiosk: language, need, where the site wants it a priority, ticket; and what to do when the
 * server is away or says no.
 */
import { loadWords } from "/look/words.js";
import { askForTicket, askSite } from "./api.js";
import { afterRefusal, standingOf } from "./door.js";
import { followTicket } from "./follow.js";
import { guardTaps, holdTaps, show } from "./page.js";
import { stopWatching, watchForQuiet } from "./quiet.js";
import { languageScreen } from "./screens/language.js";
import { momentScreen } from "./screens/moment.js";
import { needScreen } from "./screens/need.js";
import { noPaperNote } from "./screens/no_paper.js";
import { priorityScreen, reasonsAsked } from "./screens/priority.js";
import { shutScreen } from "./screens/shut.js";
import { ticketScreen } from "./screens/ticket.js";
import { beginVisit, forgetVisit, keepTicket, spokenHere, state, storedVisit, wordsOf } from "./state.js";
import * as timing from "./timing.js";
import { watchPaper, watchSite } from "./watch.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("./api.js").Site} Site */
/** @typedef {import("./api.js").Need} Need */
/** @typedef {import("./api.js").Priority} Priority */
/** @typedef {import("./api.js").Ticket} Ticket */
/** @typedef {import("./state.js").Visit} Visit */

/** In the order in which they are offered; a site may offer fewer. */
const LANGUAGES = ["fr", "ar", "en"];

export async function start() {
	guardTaps();
	// All of them at once: the server may be away when every language is needed to say so.
	state.words = await Promise.all(LANGUAGES.map((language) => loadWords("/assets/kiosk/locales", language)));
	holdTaps(() => show("moment", wordsOf("fr"), momentScreen(state.words)));
	if (!(await settle())) await recover();
}

/**
 * Shows what a page that has just loaded, or just found its server again, has to show.
 *
 * @returns {Promise<boolean>} false when the server is away
 */
async function settle() {
	const answer = await askSite();
	if (answer.kind !== "done") return false;
	state.site = answer.body;
	const visit = storedVisit();
	if (visit?.ticket) showTicket(visit, visit.ticket, answer.body);
	else if (visit) return askAndShow(visit, answer.body);
	else rest(answer.body);
	return true;
}

/**
 * Nobody is being served: the start, or why there is none.
 *
 * @param {Site} site
 * @param {number} [firstCheck] milliseconds until the site is looked at again
 */
function rest(site, firstCheck = timing.SITE_CHECK_MS) {
	stopWatching();
	const languages = spokenHere();
	const standing = standingOf(site);
	const note = noPaperNote(languages, site.paper);
	const shown =
		standing === "open"
			? show("language", wordsOf("fr"), languageScreen(site.name, languages, chooseNeed, note.node))
			: show(standing, wordsOf("fr"), shutScreen(standing, languages, standing === "stopped" ? site.message : {}));
	watchSite(site, shown, { onNews: rest, onAway: recover, onPaper: note.update }, firstCheck);
}

/**
 * @param {Words} words
 * @param {string} [refused] the need for which they were just told that too many wait: full, whatever is known of it
 */
function chooseNeed(words, refused) {
	const site = /** @type {Site} */ (state.site);
	const needs = site.needs.map((need) => (need.id === refused ? { ...need, full: true } : need));
	const leave = () => rest(state.site ?? site);
	const choose = (/** @type {Need} */ need) =>
		reasonsAsked(site).length === 0 ? takeTicket(need, words, state.site ?? site) : choosePriority(need, words);
	const note = noPaperNote([words], site.paper);
	const screen = needScreen(needs, words, { onChoose: choose, onBack: leave, note: note.node });
	watchPaper(show("need", words, screen.nodes), note.update);
	watchForQuiet(words, leave);
	if (refused !== undefined) screen.tellFull(refused);
}

/**
 * @param {Need} need
 * @param {Words} words
 * @param {boolean} [gone] they gave a reason that the site has just given up. A ticket without it would let somebody who
 *   needs to be seen early wait like everyone, and never know; so it is said, and they decide.
 */
function choosePriority(need, words, gone = false) {
	const site = /** @type {Site} */ (state.site);
	const back = () => chooseNeed(words);
	const choose = (/** @type {Priority | undefined} */ reason) => takeTicket(need, words, site, reason);
	show("priority", words, priorityScreen(need, reasonsAsked(site), words, { onChoose: choose, onBack: back, gone }));
	watchForQuiet(words, () => rest(site));
}

/**
 * One tap, one ticket: the visit is written down before anything is asked, and asked again as it was.
 *
 * @param {Need} need
 * @param {Words} words
 * @param {Site} site
 * @param {Priority} [reason]
 */
async function takeTicket(need, words, site, reason) {
	stopWatching();
	holdTaps(() => show("moment", words, momentScreen([words], need)));
	const visit = beginVisit(need.id, words.language, reason?.id);
	if (await askAndShow(visit, site)) return;
	await timing.pause(timing.RETRY_MS);
	if (await askAndShow(visit, site)) return;
	await recover();
}

/**
 * @param {Visit} visit
 * @param {Site} site
 * @returns {Promise<boolean>} false when the server is away: the visit waits
 */
async function askAndShow(visit, site) {
	const answer = await askForTicket(visit);
	if (answer.kind === "away") return false;
	if (answer.kind === "done") {
		showTicket(visit, answer.body, site);
		return true;
	}
	forgetVisit();
	await showRefusal(visit, answer, site);
	return true;
}

/**
 * No ticket, for a reason that the person is told, with what they can do. The site is asked again: it has changed since
 * this screen was drawn. Without an answer, what was known and what was refused are enough to say it.
 *
 * @param {Visit} visit
 * @param {{code: string, state?: string}} refusal
 * @param {Site} site
 */
async function showRefusal({ need: chosen, language }, { code, state: standing }, site) {
	const latest = await askSite();
	state.site = latest.kind === "done" ? latest.body : site;
	const words = wordsOf(language);
	const need = state.site.needs.find(({ id }) => id === chosen);
	const isReasonGone = code === "priority_not_offered" || code === "unknown_priority";
	if (code === "site_closed") rest(afterRefusal(state.site, standing));
	else if (code === "need_full") chooseNeed(words, chosen);
	else if (isReasonGone && need !== undefined) choosePriority(need, words, true);
	else recover(timing.REFUSAL_READ_MS);
}

/**
 * The ticket, until the person leaves; kept once it stands on the screen, so that a reload shows it again.
 *
 * @param {Visit} visit
 * @param {Ticket} ticket
 * @param {Site} site
 */
function showTicket(visit, ticket, site) {
	const words = wordsOf(visit.language);
	const finish = () => {
		forgetVisit();
		// The paper may have run out on this very ticket: the next person is told before they tap.
		rest(site, 0);
	};
	const screen = ticketScreen(ticket, site, words, finish);
	const shown = show("ticket", words, screen.nodes);
	keepTicket(visit, ticket);
	watchForQuiet(words, finish);
	followTicket(ticket, screen.update, shown);
}

/**
 * The calm screen, until the server is back; then the start, or the ticket that was being asked for.
 *
 * @param {number} [firstPause] milliseconds
 */
async function recover(firstPause = timing.AWAY_FIRST_MS) {
	stopWatching();
	show("unavailable", wordsOf("fr"), shutScreen("unavailable", spokenHere()));
	let wait = firstPause;
	do {
		await timing.pause(wait);
		wait = Math.min(wait * 1.5, timing.AWAY_LONGEST_MS);
	} while (!(await settle()));
}
