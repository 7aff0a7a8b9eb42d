/**
 * The offer to be told of the call while this page is closed (Web Push). Nothing is asked of the browser before a tap.
 *
 * Each ticket has a registration of its own, whose scope is its page: so a phone's push service cannot tell that two
 * tickets were one person's, and what one ticket left goes without touching another.
 *
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {"on" | "off" | "refused" | "failed"} State
 *
 * @typedef {object} Offer
 * @property {string} secret of the follow link
 * @property {string} key with which to subscribe, in base64url
 * @property {State} state
 */
import { isTold, startTelling, stopTelling } from "./subscription.js";

/** @type {Offer | null} */
let offer = null;
/** @type {{words: Words, place: HTMLElement} | null} the latest: words may change while server or person are asked */
let page = null;

/**
 * Draws the offer, where the site has set keys and this browser can be told. Called again with other words, it says the
 * same in those.
 *
 * @param {string} secret
 * @param {Words} words
 * @param {HTMLElement} place hidden while there is nothing to offer
 */
export async function offerPush(secret, words, place) {
	page = { words, place };
	if (offer?.secret === secret) return paint();
	const key = canBeTold() ? await askKey() : null;
	if (key === null) return;
	const told = await isTold(secret);
	// Who has refused once is not asked again.
	if (!told && Notification.permission === "denied") return;
	offer = { secret, key, state: told ? "on" : "off" };
	paint();
}

/**
 * The ticket is over: what was left in this browser for it goes.
 *
 * @param {string} secret
 */
export async function endPush(secret) {
	if (page !== null) page.place.hidden = true;
	offer = null;
	if (canBeTold()) await stopTelling(secret);
}

function canBeTold() {
	return isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** @returns {Promise<string | null>} null where the site has set none, and while the server cannot be reached */
async function askKey() {
	try {
		const answer = await fetch("/api/v1/push", { credentials: "omit" });
		return answer.ok ? (await answer.json()).public_key : null;
	} catch {
		return null;
	}
}

function paint() {
	if (offer === null || page === null) return;
	const { state } = offer;
	const { words, place } = page;
	const said = partOf(place, "p");
	said.setAttribute("role", "status");
	said.textContent = state === "off" ? "" : words.say(`phone-push-${state}`);
	const button = partOf(place, "button");
	button.textContent = words.say(state === "on" ? "phone-push-stop" : "phone-push-offer");
	button.hidden = state === "refused";
	button.onclick = turn;
	place.dataset.push = state;
	place.hidden = false;
}

async function turn() {
	if (offer === null || page === null || page.place.ariaBusy === "true") return;
	const { secret, key, state } = offer;
	const { place } = page;
	place.ariaBusy = "true";
	const next = state === "on" ? await stopTelling(secret) : await startTelling(secret, key);
	place.ariaBusy = "false";
	offer = { secret, key, state: next };
	paint();
}

/**
 * The one of its kind, which stays: a line is read aloud when its words change, not when it comes.
 *
 * @template {"p" | "button"} Name
 * @param {HTMLElement} place
 * @param {Name} name
 * @returns {HTMLElementTagNameMap[Name]}
 */
function partOf(place, name) {
	const found = place.querySelector(name);
	if (found) return found;
	const made = document.createElement(name);
	place.append(made);
	return made;
}
