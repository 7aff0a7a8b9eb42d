/**
 * The road through the kiosk: language, need, ticket; and what to do when the server is away or says no.
 */
import { loadWords } from "/look/words.js";
import { askForTicket, askSite, askTicket } from "./api.js";
import { guardTaps, holdTaps, show } from "./page.js";
import { stopWatching, watchForQuiet } from "./quiet.js";
import { languageScreen } from "./screens/language.js";
import { momentScreen } from "./screens/moment.js";
import { needScreen } from "./screens/need.js";
import { ticketScreen } from "./screens/ticket.js";
import { closedScreen, unavailableScreen } from "./screens/unavailable.js";
import { beginVisit, forgetVisit, keepTicket, spokenHere, state, storedVisit, wordsOf } from "./state.js";
import * as timing from "./timing.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("./api.js").Site} Site */
/** @typedef {import("./api.js").Need} Need */
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
 * Nobody is being served: the start, or "closed".
 *
 * @param {Site} site
 */
function rest(site) {
	stopWatching();
	const languages = spokenHere();
	const shown = site.open
		? show("language", wordsOf("fr"), languageScreen(site.name, languages, chooseNeed))
		: show("closed", wordsOf("fr"), closedScreen(languages));
	checkSite(site, shown);
}

/**
 * The kiosk knows before the next person taps that the server has gone, the site has closed or its needs have changed.
 *
 * @param {Site} known
 * @param {() => boolean} shown
 */
async function checkSite(known, shown) {
	while (await stillShownAfter(timing.SITE_CHECK_MS, shown)) {
		const answer = await askSite();
		if (!shown()) return;
		if (answer.kind !== "done") return recover();
		if (JSON.stringify(answer.body) !== JSON.stringify(known)) {
			state.site = answer.body;
			return rest(answer.body);
		}
	}
}

/** @param {Words} words */
function chooseNeed(words) {
	const site = /** @type {Site} */ (state.site);
	const leave = () => rest(site);
	const choose = (/** @type {Need} */ need) => takeTicket(need, words, site);
	show("need", words, needScreen(site.needs, words, { onChoose: choose, onBack: leave }));
	watchForQuiet(words, leave);
}

/**
 * One tap, one ticket: the visit is written down before anything is asked, and asked again as it was.
 *
 * @param {Need} need
 * @param {Words} words
 * @param {Site} site
 */
async function takeTicket(need, words, site) {
	stopWatching();
	holdTaps(() => show("moment", words, momentScreen([words], need)));
	const visit = beginVisit(need.id, words.language);
	if (await askAndShow(visit, site)) return;
	await pause(timing.RETRY_MS);
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
	if (answer.code === "site_closed") rest({ ...site, open: false });
	else recover(timing.REFUSAL_READ_MS);
	return true;
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
		rest(site);
	};
	const screen = ticketScreen(ticket, site, words, finish);
	const shown = show("ticket", words, screen.nodes);
	keepTicket(visit, ticket);
	watchForQuiet(words, finish);
	followTicket(ticket, screen.update, shown);
}

/**
 * What becomes of the paper, told within a second; then of the queue, at a calmer pace. An answer that does not come
 * changes nothing: what is on the screen stays good.
 *
 * @param {Ticket} ticket
 * @param {(latest: Ticket, printState: string) => void} update
 * @param {() => boolean} shown
 */
async function followTicket(ticket, update, shown) {
	let latest = ticket;
	const asked = performance.now();
	const since = () => performance.now() - asked;
	const onItsWay = () => latest.print.state === "queued" || latest.print.state === "claimed";
	const stillHoped = () => onItsWay() && since() < timing.PRINT_GIVEN_UP_MS;
	const paper = () => {
		if (!onItsWay() || since() < timing.PRINT_LATE_MS) return latest.print.state;
		return stillHoped() ? "late" : "unknown";
	};
	while (await stillShownAfter(stillHoped() ? timing.PRINT_CHECK_MS : timing.TICKET_CHECK_MS, shown)) {
		const answer = await askTicket(ticket.id);
		if (!shown()) return;
		if (answer.kind === "done") latest = answer.body;
		update(latest, paper());
	}
}

/**
 * The calm screen, until the server is back; then the start, or the ticket that was being asked for.
 *
 * @param {number} [firstPause] milliseconds
 */
async function recover(firstPause = timing.AWAY_FIRST_MS) {
	stopWatching();
	show("unavailable", wordsOf("fr"), unavailableScreen(spokenHere()));
	let wait = firstPause;
	do {
		await pause(wait);
		wait = Math.min(wait * 1.5, timing.AWAY_LONGEST_MS);
	} while (!(await settle()));
}

/**
 * @param {number} milliseconds
 * @param {() => boolean} shown
 */
async function stillShownAfter(milliseconds, shown) {
	await pause(milliseconds);
	return shown();
}

/** @param {number} milliseconds */
function pause(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
