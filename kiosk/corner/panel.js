/**
 * What staff see and do at the kiosk, on three pages that need no scrolling: the house, the printers, this machine.
 */
import { element } from "../dom.js";
import { refit } from "../page.js";
import { CORNER_LOOK_MS, CORNER_QUIET_MS, pause } from "../timing.js";
import { asking } from "./ask.js";
import { housePage } from "./house.js";
import { printersPage } from "./printers.js";
import { settingsPage } from "./settings.js";

/** @typedef {import("./ask.js").Corner} Corner */

/** The server's code for a grant that opens nothing any more. */
const SHUT = "corner_shut";

/**
 * A page of the panel: drawn again whenever what it shows has changed.
 *
 * @typedef {object} Page
 * @property {(known: Corner | null) => unknown} shows what it depends on
 * @property {(known: Corner | null) => Node[]} draw
 */
/**
 * What the pages work with.
 *
 * @typedef {object} Panel
 * @property {import("/look/words.js").Words} words
 * @property {import("./ask.js").Asking} ask
 * @property {() => Promise<void>} look asks the server again, and shows what it says
 * @property {() => void} redraw
 * @property {() => boolean} isStanding
 */

/**
 * @param {import("./room.js").Room} room
 * @param {{grant: string, lasts_s: number}} given
 */
export async function showPanel(room, { grant, lasts_s }) {
	const { words } = room;
	const ask = asking(grant);
	/** @type {Corner | null} null while the server does not answer */
	let known = null;
	let chosen = "house";
	let drawn = "";
	/** @type {Panel} */
	const panel = { words, ask, look, redraw, isStanding: () => false };
	/** @type {Record<string, Page>} */
	const pages = { house: housePage(panel), printers: printersPage(panel), settings: settingsPage(panel) };

	const title = element("h1", { class: "corner-title", tabindex: "-1" }, words.say("title"));
	const tabs = Object.keys(pages).map((name) =>
		element(
			"button",
			{ type: "button", class: "side-button corner-tab", "data-tab": name, click: () => turnTo(name) },
			words.say(`tab-${name}`),
		),
	);
	const page = element("div", { class: "corner-page", "data-fit": "" });

	/** @param {string} name */
	function turnTo(name) {
		chosen = name;
		redraw();
	}
	/** What has not changed is not drawn anew: it would take the button away from under a finger. */
	function redraw() {
		const shown = /** @type {Page} */ (pages[chosen]);
		const now = JSON.stringify([chosen, shown.shows(known)]);
		if (now === drawn) return;
		drawn = now;
		for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.tab === chosen));
		const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.action : undefined;
		page.dataset.page = chosen;
		page.replaceChildren(...shown.draw(known));
		refit();
		if (focused !== undefined) {
			/** @type {HTMLElement | null} */ (page.querySelector(`[data-action="${focused}"]`))?.focus();
		}
	}
	async function look() {
		const answer = await ask.corner();
		if (!panel.isStanding()) return;
		// The ten minutes are over, or another PIN was made. Whatever else is refused is a trouble that staff came to see.
		if (answer.kind === "refused" && answer.code === SHUT) return room.close();
		known = answer.kind === "done" ? answer.body : null;
		redraw();
	}

	panel.isStanding = room.show(
		[title, page, element("nav", { class: "corner-tabs", "aria-label": words.say("title") }, ...tabs)],
		CORNER_QUIET_MS,
	);
	redraw();
	const over = performance.now() + lasts_s * 1_000;
	await look();
	while (panel.isStanding()) {
		await pause(CORNER_LOOK_MS);
		if (!panel.isStanding()) return;
		if (performance.now() >= over) return room.close();
		await look();
	}
}
