/**
 * The road of one person: a need, where the site wants it a priority, a number. The language can be changed on each of
 * its screens without losing the step.
 */
import { askForTicket, askSite } from "./api.js";
import { onComfort } from "./comfort.js";
import { afterRefusal } from "./door.js";
import { followTicket } from "./follow.js";
import { holdTaps, show } from "./page.js";
import { stopWatching, watchForQuiet } from "./quiet.js";
import { otherLanguageScreen } from "./screens/language.js";
import { momentScreen } from "./screens/moment.js";
import { needScreen } from "./screens/need.js";
import { noPaperNote } from "./screens/no_paper.js";
import { mostTiles, pageOf, pageWith } from "./screens/pages.js";
import { priorityScreen, reasonsAsked } from "./screens/priority.js";
import { ticketScreen } from "./screens/ticket.js";
import { beginVisit, forgetVisit, keepTicket, spokenHere, state, wordsOf } from "./state.js";
import * as timing from "./timing.js";
import { tellLanguage } from "./tongue.js";
import { watchNeeds } from "./watch.js";

/** @typedef {import("/look/words.js").Words} Words */
/** @typedef {import("./api.js").Site} Site */
/** @typedef {import("./api.js").Need} Need */
/** @typedef {import("./api.js").Priority} Priority */
/** @typedef {import("./api.js").Ticket} Ticket */
/** @typedef {import("./state.js").Visit} Visit */
/**
 * Where the road ends. leave: the person has gone; rest: they were told something that stays; recover: the server is away.
 *
 * @typedef {{
 *   leave: (site: Site, firstCheck?: number) => void,
 *   rest: (site: Site) => void,
 *   recover: (firstPause?: number) => Promise<void>,
 * }} Ends
 */

/** @type {Ends} */
let ends;
/** @type {{visit: Visit, ticket: Ticket, until: number} | null} until: by performance.now() */
let last = null;

/** @param {Ends} given called once */
export function startRoad(given) {
	ends = given;
}

/** The number of who has just left, while it can be shown again, and for how many milliseconds it can. */
export function lastNumber() {
	const milliseconds = last === null ? 0 : last.until - performance.now();
	return last === null || milliseconds <= 0 ? null : { ...last, milliseconds };
}

/**
 * A screen of the road: it can be left, and drawn again in another language.
 *
 * @param {string} name
 * @param {Words} words
 * @param {Node[]} nodes
 * @param {{
 *   again: (words: Words) => void, onBack?: () => void, onGone?: () => void,
 *   number?: string, onChooser?: (shown: () => boolean) => void,
 * }} ways number: what must stay in sight while they choose; onChooser: the languages are shown instead, for now
 */
function showStep(name, words, nodes, { again, onBack, onGone = gone, number, onChooser }) {
	const chooser = () => {
		const languages = otherLanguageScreen(words, spokenHere(), again, number);
		const shown = show("languages", words, languages, { onBack: () => again(words) });
		watchForQuiet(words, onGone);
		onChooser?.(shown);
	};
	const shown = show(name, words, nodes, { onBack, onLanguage: chooser });
	watchForQuiet(words, onGone);
	return shown;
}

function gone() {
	ends.leave(/** @type {Site} */ (state.site));
}

/**
 * @param {Words} words
 * @param {number} [page] 0 for the first screen of needs
 * @param {string} [refused] the need for which they were told that too many wait: full, whatever is known of it
 * @param {boolean} [tell] say so now
 */
export function chooseNeed(words, page = 0, refused = undefined, tell = false) {
	const site = /** @type {Site} */ (state.site);
	const needs = site.needs.map((need) => (need.id === refused ? { ...need, full: true } : need));
	const choose = (/** @type {Need} */ need) =>
		reasonsAsked(site).length === 0 ? takeTicket(need, words, state.site ?? site) : choosePriority(need, words);
	const more = () => chooseNeed(words, page + 1, refused);
	const note = noPaperNote([words], site.paper, "paper-absent");
	const screen = needScreen(needs, page, words, { onChoose: choose, onMore: more, note: note.node });
	const shown = showStep("need", words, screen.nodes, {
		again: (other) => chooseNeed(other, page, refused),
		onBack: page === 0 ? gone : () => chooseNeed(words, page - 1, refused),
	});
	watchNeeds(shown, {
		onPaper: note.update,
		onNeedGone: (latest) => (latest.needs.length === 0 ? ends.rest(latest) : chooseNeed(words, 0, refused)),
	});
	const most = mostTiles();
	const first = pageOf(needs, page).shown[0]?.id ?? "";
	// Larger letters may want another number of tiles: then the screen with the first of these needs takes its place.
	onComfort(() => {
		if (shown() && mostTiles() !== most) chooseNeed(words, pageWith(needs, first), refused, screen.isTelling());
	});
	if (refused !== undefined && tell) screen.tellFull(refused);
}

/**
 * @param {Need} need
 * @param {Words} words
 * @param {boolean} [withdrawn] they gave a reason that the site has just given up. A ticket without it would let somebody
 *   who needs to be seen early wait like everyone, and never know; so it is said, and they decide.
 */
function choosePriority(need, words, withdrawn = false) {
	const site = /** @type {Site} */ (state.site);
	const choose = (/** @type {Priority | undefined} */ reason) => takeTicket(need, words, site, reason);
	const nodes = priorityScreen(need, reasonsAsked(site), words, { onChoose: choose, gone: withdrawn });
	showStep("priority", words, nodes, {
		again: (other) => choosePriority(need, other, withdrawn),
		onBack: () => chooseNeed(words, pageWith(site.needs, need.id)),
	});
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
	await ends.recover();
}

/**
 * @param {Visit} visit
 * @param {Site} site
 * @returns {Promise<boolean>} false when the server is away: the visit waits
 */
export async function askAndShow(visit, site) {
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
	if (code === "site_closed") ends.rest(afterRefusal(state.site, standing));
	else if (code === "need_full") chooseNeed(words, pageWith(state.site.needs, chosen), chosen, true);
	else if (code === "unknown_need" && state.site.needs.length > 0) chooseNeed(words);
	else if (isReasonGone && need !== undefined) choosePriority(need, words, true);
	else ends.recover(timing.REFUSAL_READ_MS);
}

/**
 * The ticket, until the person leaves; kept once it stands on the screen, so that a reload shows it again.
 *
 * @param {Visit} visit
 * @param {Ticket} ticket
 * @param {Site} site
 */
export function showTicket(visit, ticket, site) {
	const words = wordsOf(visit.language);
	let latest = ticket;
	let choosesLanguage = () => false;
	const again = (/** @type {Words} */ other) => {
		if (other.language !== visit.language) tellLanguage(ticket.id, other.language);
		showTicket({ ...visit, language: other.language }, latest, site);
	};
	const finish = () => {
		forgetVisit();
		last = { visit, ticket: latest, until: performance.now() + timing.NUMBER_AGAIN_MS };
		// The paper may have run out on this very ticket: the next person is told before they tap.
		ends.leave(state.site ?? site, 0);
	};
	const screen = ticketScreen(ticket, site, words, finish);
	const shown = showStep("ticket", words, screen.nodes, {
		again,
		onGone: finish,
		number: ticket.number,
		onChooser: (chooserShown) => {
			choosesLanguage = chooserShown;
		},
	});
	keepTicket(visit, ticket);
	const update = (/** @type {Ticket} */ news, /** @type {string} */ printState) => {
		latest = news;
		// Their call comes before the language in which they read it.
		if (choosesLanguage() && news.state === "called") again(words);
		else screen.update(news, printState);
	};
	followTicket(ticket, update, () => shown() || choosesLanguage());
}
