/**
 * The page behind the QR code. It keeps nothing on the phone: the link is all there is.
 *
 * @typedef {import("./follow.js").Ticket} Ticket
 * @typedef {import("/look/words.js").Words} Words
 */
import { untilLoaded } from "../words.js";
import { follow } from "./follow.js";
import { paint } from "./page.js";

/** A phone changes networks without anyone noticing; what takes longer is told. */
const GRACE_MS = 5_000;
const TICK_MS = 1_000;
/** The site's languages, where nothing tells which one the holder of a dead link would read. */
const SITE_LANGUAGES = ["fr", "ar", "en", "tr", "pt", "es", "ro", "sq", "ru", "uk", "fa", "zh"];
/** In these, nothing more is awaited: an old truth is as good as a new one. */
const LASTING = new Set(["called", "serving", "done", "no_show", "cancelled", "expired"]);

/** @type {Ticket | null} */
let ticket = null;
let heardAt = Date.now();
/** @type {number | null} */
let failingSince = null;
let unknown = false;
let calls = 0;
let words = await untilLoaded("phone", preferred());
/** @type {Words[]} */
let everyone = [];

follow(location.pathname.split("/")[2] ?? "", {
	async ticket(next) {
		if (isOutdated(next)) return;
		if (next.language !== words.language) {
			const own = await untilLoaded("phone", next.language);
			// While the words were on their way, a newer truth may have come.
			if (isOutdated(next)) return;
			words = own;
		}
		[ticket, heardAt, failingSince, unknown] = [next, Date.now(), null, false];
		alertIfCalled(next);
		update();
	},
	async unknown() {
		// The holder's own first, as far as the phone tells: they need not look for it among twelve.
		everyone = await Promise.all(
			[...new Set([preferred(), ...SITE_LANGUAGES])].map((language) => untilLoaded("phone", language)),
		);
		[unknown, failingSince] = [true, null];
		update();
	},
	failure() {
		failingSince ??= Date.now();
		update();
	},
});
setInterval(update, TICK_MS);

/** @param {Ticket} next */
function isOutdated(next) {
	return ticket !== null && Date.parse(next.at) < Date.parse(ticket.at);
}

function update() {
	const isLost = failingSince !== null && Date.now() - failingSince > GRACE_MS;
	paint({ state: stateNow(isLost), ticket, words, everyone, lostSince: isLost ? face(heardAt) : "" });
}

/** @param {boolean} isLost */
function stateNow(isLost) {
	// A link lives until the end of the day: one that has died in the holder's hands says that the day is over.
	if (unknown) return ticket === null ? "unknown" : "expired";
	if (isLost && !LASTING.has(ticket?.state ?? "")) return "lost";
	return ticket?.state ?? "connecting";
}

/** @param {Ticket} next */
function alertIfCalled(next) {
	const isNews = next.state === "called" && next.call_count > calls;
	calls = next.call_count;
	// Without a touch before, browsers forbid it and complain in the console.
	if (isNews && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400, 200, 800]);
}

/** The phone's own language, until the ticket says what was chosen at the kiosk. */
function preferred() {
	const own = navigator.language.split("-")[0] ?? "";
	return SITE_LANGUAGES.includes(own) ? own : "fr";
}

/**
 * @param {number} time
 * @returns {string} hours and minutes in Western digits, as on the paper
 */
function face(time) {
	return new Date(time).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}
