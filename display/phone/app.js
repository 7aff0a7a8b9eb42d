/**
 * The page behind the QR code. It keeps nothing on the phone: the link is all there is.
 *
 * @typedef {import("./follow.js").Ticket} Ticket
 * @typedef {import("/look/words.js").Words} Words
 */
import { offerChoices, paintChoices } from "./choices.js";
import { follow } from "./follow.js";
import { find, paint } from "./page.js";
import { isWanted, startRinging, stopRinging } from "./ring.js";
import { closeSheet } from "./sheet.js";
import { everyLanguage, phonesOwn, wordsIn } from "./speak.js";

/** From then on it says how old its truth is; the server speaks every 15 s. */
const OLD_MS = 20_000;
/** From then on nothing of it is vouched for. */
const LOST_MS = 60_000;
const OLD_STEP_S = 10;
const TICK_MS = 1_000;
/** Without a ticket that tells its language, it speaks the phone's. */
const WORDLESS_MS = 3_000;
/** In these nothing more is awaited: an old truth is as good as a new one. */
const SETTLED = new Set(["done", "cancelled", "expired"]);
/** From these no ticket comes back. */
const OVER = new Set(["done", "expired"]);
/** These stay in sight without a connection, which is said beside them. */
const LASTING = new Set([...SETTLED, "called", "serving", "no_show"]);

const secret = location.pathname.split("/")[2] ?? "";
const page = {
	/** @type {Ticket | null} */
	ticket: null,
	/** @type {Words | null} */
	words: null,
	/** The language chosen for this page alone, after the place was given up; "" before. */
	spoken: "",
	/** @type {Words[]} */
	everyone: [],
	heardAt: Date.now(),
	isUnknown: false,
	isBusy: false,
	calls: 0,
	/** Whether this phone has asked for Web Push before, for this ticket. */
	hasPush: false,
	/** The language in which Web Push was offered last; what is over, after the end. */
	offeredIn: "",
};

const road = follow(secret, {
	async ticket(next) {
		if (isOutdated(next)) return;
		const language = next.state === "cancelled" && page.spoken !== "" ? page.spoken : next.language;
		if (language !== page.words?.language) {
			const own = await wordsIn(language);
			// While the words were on their way, a newer truth may have come.
			if (isOutdated(next)) return;
			page.words = own;
		}
		Object.assign(page, { ticket: next, heardAt: Date.now(), isUnknown: false, isBusy: false });
		noticeCall(next);
		update();
	},
	async unknown() {
		page.isUnknown = true;
		if (page.ticket === null) {
			page.words = await wordsIn(phonesOwn());
			page.everyone = await Promise.all(everyLanguage().map(wordsIn));
		}
		update();
	},
	busy() {
		page.isBusy = true;
		update();
	},
});
offerChoices(secret, road.hear, async (language) => {
	page.spoken = language;
	page.words = await wordsIn(language);
	update();
});
setTimeout(async () => {
	if (page.words !== null) return;
	const own = await wordsIn(phonesOwn());
	page.words ??= own;
}, WORDLESS_MS);
setInterval(update, TICK_MS);
navigator.serviceWorker?.getRegistration(location.pathname).then(
	(registration) => {
		page.hasPush = registration !== undefined;
	},
	() => {}, // a private window may forbid the question: then nothing was asked before
);

/** @param {Ticket} next */
function isOutdated(next) {
	return page.ticket !== null && Date.parse(next.at) < Date.parse(page.ticket.at);
}

function update() {
	const { ticket, words, everyone, isBusy, heardAt } = page;
	if (words === null) return;
	const age = SETTLED.has(ticket?.state ?? "") || page.isUnknown ? 0 : Date.now() - heardAt;
	const isLost = age > LOST_MS;
	const isOld = age > OLD_MS && !isLost && ticket !== null;
	const view = {
		state: stateNow(isLost),
		ticket,
		words,
		everyone,
		oldSeconds: isOld ? Math.floor(age / 1000 / OLD_STEP_S) * OLD_STEP_S : 0,
		lostSince: isLost ? face(heardAt) : "",
		isBusy,
	};
	paint(view);
	paintChoices(view);
	offerPush();
}

/** @param {boolean} isLost */
function stateNow(isLost) {
	const { ticket, isUnknown, isBusy } = page;
	// A link lives until the end of the day: one that has died in the holder's hands says that the day is over.
	if (isUnknown) return ticket === null ? "unknown" : "expired";
	if (isLost && !LASTING.has(ticket?.state ?? "")) return "lost";
	return ticket?.state ?? (isBusy ? "busy" : "connecting");
}

/** @param {Ticket} next */
function noticeCall(next) {
	const isNews = next.state === "called" && next.call_count > page.calls;
	page.calls = next.call_count;
	if (isNews) {
		closeSheet();
		startRinging();
	}
	if (next.state !== "called") stopRinging();
}

/** Fetched for who wants to be rung or has asked before, and only where a browser may know what to do with it. */
async function offerPush() {
	const { ticket, words, hasPush, isUnknown } = page;
	if (!(isWanted() || hasPush) || words === null || !isSecureContext || !("PushManager" in window)) return;
	const isOver = isUnknown || OVER.has(ticket?.state ?? "");
	const wish = isOver ? "over" : words.language;
	if (page.offeredIn === wish) return;
	page.offeredIn = wish;
	try {
		const push = await import("./push.js");
		await (isOver ? push.endPush(secret) : push.offerPush(secret, words, find("[data-push]")));
	} catch {
		// It can be had without; the next look tries again.
		page.offeredIn = "";
	}
}

/**
 * @param {number} time
 * @returns {string} hours and minutes in Western digits, as on the paper
 */
function face(time) {
	return new Date(time).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}
