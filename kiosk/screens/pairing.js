/**
 * The screen of a kiosk that is not let in: what visitors should do, in every language, and the code for the team.
 */
import { element, inLanguage } from "../dom.js";
import { shutScreen } from "./shut.js";

/** @typedef {import("/look/words.js").Words} Words */

/**
 * @param {Words} words the team's
 * @param {"new" | "gone"} state whether it was let in before
 * @param {Words[]} languages
 * @returns {{nodes: Node[], code: HTMLElement}} code: the place for it
 */
export function pairingScreen(words, state, languages) {
	const code = element("p", { class: "pairing-code", "data-code": "" });
	const card = inLanguage(
		"section",
		words,
		{ class: "pairing", "aria-labelledby": "pairing-team" },
		element("h2", { id: "pairing-team" }, words.say("pairing-team")),
		element("p", {}, words.say(`pairing-kiosk-${state}`), " ", words.say("pairing-do")),
		code,
		element("p", {}, words.say("pairing-lasts")),
	);
	const [notice] = shutScreen("unavailable", languages);
	if (notice instanceof Element) notice.append(card);
	return { nodes: notice ? [notice] : [card], code };
}
