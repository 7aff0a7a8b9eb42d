/**
 * A ticket that stands on the screen: what becomes of its paper and of its place in the queue.
 */
import { askTicket } from "./api.js";
import * as timing from "./timing.js";

/** @typedef {import("./api.js").Ticket} Ticket */

/**
 * The paper is told of within a second; then the queue, at a calmer pace. An answer that does not come changes nothing:
 * what is on the screen stays good.
 *
 * @param {Ticket} ticket
 * @param {(latest: Ticket, printState: string) => void} update
 * @param {() => boolean} shown
 */
export async function followTicket(ticket, update, shown) {
	let latest = ticket;
	let began = performance.now();
	const since = () => performance.now() - began;
	const onItsWay = () => latest.print.state === "queued" || latest.print.state === "claimed";
	// That it expired, or is in doubt, is for the server to say: until then it is late, and no more is known.
	const paper = () => (onItsWay() && since() >= timing.PRINT_LATE_MS ? "late" : latest.print.state);
	while (await timing.stillShownAfter(onItsWay() ? timing.PRINT_CHECK_MS : timing.TICKET_CHECK_MS, shown)) {
		const answer = await askTicket(ticket.id);
		if (!shown()) return;
		if (answer.kind === "done") {
			const wasOver = !onItsWay();
			latest = answer.body;
			// A mediator asked for another paper: it has a time of its own.
			if (wasOver && onItsWay()) began = performance.now();
		}
		update(latest, paper());
	}
}
