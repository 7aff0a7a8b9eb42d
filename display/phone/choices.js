/**
 * What the holder of a ticket may do with it: be rung, let others go first, leave, choose the language.
 *
 * @typedef {import("./follow.js").Ticket} Ticket
 * @typedef {import("/look/words.js").Words} Words
 * @typedef {import("../../types/phone.js").View} View
 */
import { UNREACHABLE, wish } from "./follow.js";
import { find, put } from "./page.js";
import { isRinging, isWanted, stopRinging, unwantRing, wantRing } from "./ring.js";
import { closeSheet, openSheet, waitInSheet } from "./sheet.js";
import { nameOf } from "./speak.js";

const PEOPLE = [1, 2, 3, 5, 10, 20];
/** Who waits may leave, and so may who was put aside; these have a call to come. */
const COMING = new Set(["waiting", "parked"]);
/** In these the language can still matter; where the place is given up, only this page's. */
const SPOKEN = new Set([...COMING, "lost", "called", "serving", "no_show", "cancelled"]);
/** How long it is said that others go first. */
const PASSED_MS = 8_000;

/** @type {View | null} the latest: what is asked is asked of the page as it is then */
let view = null;
/** When others were let pass, on the wall clock; 0 before. */
let passedAt = 0;

/**
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear what a wish has led to
 * @param {(language: string) => void} speak this page alone, when the ticket is called in no language any more
 */
export function offerChoices(secret, hear, speak) {
	on("[data-ring]", () => {
		if (isWanted()) unwantRing();
		else wantRing();
		if (view) paintChoices(view);
	});
	on("[data-pass]", () => view && askPeople(secret, hear, view.words));
	on("[data-leave]", () => view && askLeaving(secret, hear, view.words));
	on("[data-language]", () => view?.ticket && askLanguage(secret, hear, speak, view));
	// Wherever it is touched, somebody has noticed.
	for (const touch of ["pointerdown", "keydown"]) {
		addEventListener(touch, () => {
			stopRinging();
			if (view) paintChoices(view);
		});
	}
}

/** @param {View} next */
export function paintChoices(next) {
	view = next;
	const { state, ticket, words, oldSeconds, lostSince } = next;
	// Out of touch this phone hears of no call, and the server of no wish: nothing is promised, nothing is offered.
	const inTouch = oldSeconds === 0 && lostSince === "";
	find("[data-choices]").hidden = !(inTouch && COMING.has(state) && ticket !== null);
	put("[data-pass]", ticket?.state === "waiting" ? words.say("phone-pass") : "");
	put("[data-leave]", words.say("phone-leave"));
	put("[data-ring]", words.say(isWanted() ? "phone-ring-stop" : "phone-ring"));
	find("[data-ring]").setAttribute("aria-pressed", String(isWanted()));
	put("[data-ring-said]", isWanted() ? words.say("phone-ring-on") : "");
	put("[data-passed]", Date.now() - passedAt < PASSED_MS ? words.say("phone-passed") : "");
	put("[data-quiet]", isRinging() ? words.say("phone-quiet") : "");
	const isSpoken = ticket !== null && SPOKEN.has(state) && ticket.languages.length > 1;
	put("[data-language]", isSpoken ? nameOf(words.language) : "");
	find("[data-language]").setAttribute("aria-label", `${words.say("phone-language")} · ${nameOf(words.language)}`);
}

/**
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear
 * @param {Words} words
 */
function askPeople(secret, hear, words) {
	const answers = PEOPLE.map((people) => ({
		text: words.say("phone-pass-people", { count: people }),
		name: String(people),
		act: async () => {
			if (!(await carryOut(secret, hear, words, "let_pass", { people }))) return;
			passedAt = Date.now();
			if (view) paintChoices(view);
		},
	}));
	openSheet({
		title: words.say("phone-pass-title"),
		text: words.say("phone-pass-say"),
		answers: [...answers, { text: words.say("phone-back"), name: "back", act: closeSheet }],
	});
}

/**
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear
 * @param {Words} words
 */
function askLeaving(secret, hear, words) {
	openSheet({
		title: words.say("phone-leave-title"),
		text: words.say("phone-leave-say"),
		answers: [
			{ text: words.say("phone-leave-yes"), name: "leave", act: () => carryOut(secret, hear, words, "cancel") },
			{ text: words.say("phone-stay"), name: "back", first: true, act: closeSheet },
		],
	});
}

/**
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear
 * @param {(language: string) => void} speak
 * @param {View} view
 */
function askLanguage(secret, hear, speak, { ticket, words }) {
	const answers = (ticket?.languages ?? []).map((language) => ({
		text: nameOf(language),
		name: language,
		lang: language,
		current: language === words.language,
		act: () => {
			if (ticket?.state === "cancelled") {
				closeSheet();
				speak(language);
			} else {
				carryOut(secret, hear, words, "set_language", { language });
			}
		},
	}));
	openSheet({
		title: words.say("phone-language"),
		answers: [...answers, { text: words.say("phone-back"), name: "back", act: closeSheet }],
	});
}

/**
 * @param {string} secret
 * @param {(ticket: Ticket) => void} hear
 * @param {Words} words
 * @param {string} verb
 * @param {Record<string, string | number>} [more]
 * @returns {Promise<boolean>} whether it was done
 */
async function carryOut(secret, hear, words, verb, more) {
	waitInSheet();
	const outcome = await wish(secret, verb, more);
	if (typeof outcome !== "string") {
		closeSheet();
		hear(outcome);
	} else if (outcome === "nobody_behind" || outcome === UNREACHABLE) {
		tell(words, outcome === UNREACHABLE ? "phone-failed" : "phone-nobody");
	} else {
		// The ticket has moved on meanwhile; what it is now comes by itself.
		closeSheet();
	}
	return typeof outcome !== "string";
}

/**
 * @param {Words} words
 * @param {string} message
 */
function tell(words, message) {
	const back = { text: words.say("phone-back"), name: "back", first: true, act: closeSheet };
	openSheet({ title: words.say(message), answers: [back] });
}

/**
 * @param {string} selector
 * @param {() => void} act
 */
function on(selector, act) {
	find(selector).addEventListener("click", act);
}
