/**
 * Where not even the smallest letters that can be read let all languages stand at once, they take turns; the first
 * language stands always. Only a mediator's own long words on a small screen come to this.
 */
import { onComfort } from "../comfort.js";
import { fit, overflowing } from "../fit.js";
import { stillShownAfter, TURN_MS } from "../timing.js";

/**
 * @param {HTMLElement} screen
 * @param {() => boolean} shown
 */
export async function takeTurns(screen, shown) {
	const all = /** @type {HTMLElement[]} */ ([...screen.querySelectorAll(".notice-others > *")]);
	let groups = 1;
	let turn = 0;
	// Whoever has it all read aloud hears each once, not at each turn (news.js).
	for (const each of all) each.dataset.turns = "";

	function showTurn() {
		all.forEach((each, at) => {
			each.hidden = at % groups !== turn % groups;
		});
		fit(screen);
	}

	function share() {
		for (groups = 1, showTurn(); overflowing(screen).length > 0 && groups < all.length; ) {
			groups += 1;
			showTurn();
		}
	}

	share();
	onComfort(() => {
		if (shown()) share();
	});
	while (await stillShownAfter(TURN_MS, shown)) {
		turn += 1;
		if (groups > 1) showTurn();
	}
}
