/**
 * The house: whether everything answers, who waits, and the stop of the tickets.
 */
import { element } from "../dom.js";
import { isServed } from "../served.js";
import { newRequestId } from "../state.js";
import { act, fact } from "./parts.js";

/** @typedef {import("./ask.js").Corner} Corner */

/**
 * @param {import("./panel.js").Panel} panel
 * @returns {import("./panel.js").Page}
 */
export function housePage(panel) {
	const { words, ask } = panel;
	/** @type {{issuing: boolean, request_id: string} | null} kept until it is answered: asked again it happens once */
	let wish = null;
	let said = "";

	/** @param {boolean} issuing */
	async function wishFor(issuing) {
		if (wish?.issuing !== issuing) wish = { issuing, request_id: newRequestId() };
		tell(words.say("one-moment"));
		const answer = await ask.issuing(wish.issuing, wish.request_id);
		if (!panel.isStanding()) return;
		if (answer.kind !== "away") wish = null;
		said = answer.kind === "away" ? words.say("away-again") : answer.kind === "refused" ? answer.detail : "";
		await panel.look();
		panel.redraw();
	}

	/** Without its server this page would not come back: it stays, and says so. */
	async function reload() {
		tell(words.say("one-moment"));
		const served = await isServed();
		if (!panel.isStanding()) return;
		if (served) location.reload();
		else tell(words.say("away"));
	}
	/** @param {string} sentence */
	function tell(sentence) {
		said = sentence;
		panel.redraw();
	}

	return {
		shows: (known) => [known, said],
		draw(known) {
			return [
				element("ul", { class: "corner-facts" }, ...facts(known, words)),
				element(
					"div",
					{ class: "corner-acts" },
					known?.stopped === false ? act("stop", words.say("stop"), () => wishFor(false)) : null,
					known?.stopped === true ? act("resume", words.say("resume"), () => wishFor(true)) : null,
					act("reload", words.say("reload"), reload),
				),
				element("p", { class: "corner-said", role: "status" }, said),
			];
		},
	};
}

/**
 * @param {Corner | null} known
 * @param {import("/look/words.js").Words} words
 */
function facts(known, words) {
	if (known === null) return [fact("server", false, words.say("server-away"))];
	return [
		fact("server", known.queue, known.queue ? words.say("all-answer") : words.say("queue-away")),
		...(known.phase === null
			? []
			: [
					fact(
						"door",
						known.phase === "open" && !known.stopped,
						words.say(`door-${known.stopped ? "stopped" : known.phase}`),
					),
				]),
		...(known.waiting === null ? [] : [fact("waiting", true, words.say("waiting", { count: known.waiting }))]),
		...gapFacts(known.gaps, words),
		fact("version", true, words.say("version", { version: known.server, site: known.name })),
	];
}

/**
 * The first thing that the site should be told, and how many more the desk tells: there is room for one.
 *
 * @param {string[]} gaps
 * @param {import("/look/words.js").Words} words
 */
function gapFacts([gap, ...others], words) {
	if (gap === undefined) return [];
	const more = others.length > 0 ? [" ", words.say("more-gaps", { count: others.length })] : [];
	return [fact("gap", false, gap, ...more)];
}
