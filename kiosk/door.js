/**
 * What stands at the site's door: whether a ticket can be had there now, and if not, why.
 */

/** @typedef {import("./api.js").Site} Site */
/** @typedef {"open" | "no_needs" | "closed" | "last_tickets" | "stopped"} Standing */

/**
 * @param {Site} site
 * @returns {Standing}
 */
export function standingOf({ open, phase, stopped, needs }) {
	// A site whose needs nobody has entered yet: the desk is told, the visitor is sent to a person.
	if (open) return needs.length === 0 ? "no_needs" : "open";
	if (phase === "closed") return "closed";
	// Before a closing, a mediator's own words still say more than the hour does.
	if (stopped) return "stopped";
	return phase === "last_tickets" ? "last_tickets" : "closed";
}

/**
 * The site as a refused ticket shows it to be. The refusal is what this person was told: it stands until the next look,
 * also when the site has opened again in the same second, or its catalogue is a moment old.
 *
 * @param {Site} site
 * @param {string} [refusal] the state named by "site_closed"
 * @returns {Site}
 */
export function afterRefusal(site, refusal) {
	if (!site.open) return site;
	if (refusal === "stopped") return { ...site, open: false, stopped: true };
	return { ...site, open: false, stopped: false, phase: refusal === "last_tickets" ? refusal : "closed" };
}
