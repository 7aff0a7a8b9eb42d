/**
 * The printers, each with how it is and what to do, and a test print whose end is told beside it.
 */
import { element, picture } from "../dom.js";
import { newRequestId } from "../state.js";
import { CORNER_TRIAL_MS, stillShownAfter } from "../timing.js";
import { act } from "./parts.js";

/** @typedef {import("./ask.js").PrinterLine} PrinterLine */

/** Of this many there is room on every screen; more are a page further. */
const AT_ONCE = 2;
/** A test print that is in one of these states is not at its end. */
const UNDER_WAY = new Set(["queued", "claimed"]);

/**
 * @param {import("./panel.js").Panel} panel
 * @returns {import("./panel.js").Page}
 */
export function printersPage(panel) {
	const { words, ask } = panel;
	/** @type {Map<string, string>} what is told of the latest test print, by printer */
	const told = new Map();
	/** @type {Map<string, string>} request ids of test prints that were not answered yet, by printer */
	const wishes = new Map();
	let first = 0;

	/** @param {PrinterLine} printer */
	async function test({ id }) {
		const request_id = wishes.get(id) ?? newRequestId();
		wishes.set(id, request_id);
		tell(id, words.say("one-moment"));
		const answer = await ask.testPrint(id, request_id);
		if (answer.kind === "away") return tell(id, words.say("away-again"));
		wishes.delete(id);
		if (answer.kind === "refused") return tell(id, answer.detail);
		await follow(id, answer.body.id);
	}
	/**
	 * @param {string} id
	 * @param {string} job
	 */
	async function follow(id, job) {
		do {
			const trial = await ask.trial(job);
			if (trial.kind === "done") tell(id, trial.body.words);
			if (trial.kind === "refused" || (trial.kind === "done" && !UNDER_WAY.has(trial.body.state))) return;
		} while (await stillShownAfter(CORNER_TRIAL_MS, panel.isStanding));
	}
	/**
	 * @param {string} id
	 * @param {string} said
	 */
	function tell(id, said) {
		told.set(id, said);
		if (panel.isStanding()) panel.redraw();
	}

	return {
		shows: (known) => [known?.queue, known?.printers, known?.paper, [...told], first],
		draw(known) {
			if (known === null || !known.queue) return [element("p", {}, words.say("printers-unknown"))];
			const { printers, paper } = known;
			if (first >= printers.length) first = 0;
			return [
				element("p", { class: "corner-paper" }, paper),
				element(
					"ul",
					{ class: "corner-printers" },
					...printers.slice(first, first + AT_ONCE).map((printer) => line(printer, told.get(printer.id) ?? "")),
				),
				printers.length <= AT_ONCE
					? null
					: act("more-printers", words.say("more-printers"), () => {
							first += AT_ONCE;
							panel.redraw();
						}),
			].filter((part) => part !== null);
		},
	};

	/**
	 * @param {PrinterLine} printer
	 * @param {string} said
	 */
	function line(printer, said) {
		const { id, name, since, words: how, act: advice, urgency, can_test } = printer;
		return element(
			"li",
			{ class: "corner-printer", "data-printer": id, "data-urgency": urgency },
			picture(urgency === "calm" ? "printer" : "warning"),
			element(
				"p",
				{},
				element("strong", {}, since ? words.say("printer-since", { name, since }) : name),
				words.say("printer-how", { how, act: advice }),
			),
			can_test
				? act(`test-${id}`, words.say("test"), () => test(printer), { "aria-label": words.say("test-of", { name }) })
				: null,
			element("p", { class: "corner-said", role: "status" }, said),
		);
	}
}
