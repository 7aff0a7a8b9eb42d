/**
 * What the kiosk does while nobody uses it: it spares its screen, takes a new version of itself, and begins anew once a
 * night. Nothing of that ever happens under a person: each look asks whether the rest still lasts, and for how long.
 */
import { lookForVersion, takeVersion } from "./offline.js";
import { coverScreen, uncoverScreen } from "./saver.js";
import { isServed } from "./served.js";
import { spokenHere } from "./state.js";
import * as timing from "./timing.js";

/** Three in the morning, by this machine's clock: nobody is there, and in Europe no hour of a clock change is skipped. */
const NIGHT_HOUR = 3;

const loadedAt = Date.now();
let touchedAt = performance.now();
let turn = 0;

// The key that takes the cover away is swallowed on its way down (saver.js): its way up is somebody, too.
for (const sign of ["pointerdown", "keydown", "keyup"]) {
	addEventListener(
		sign,
		() => {
			touchedAt = performance.now();
		},
		{ capture: true },
	);
}

/**
 * Called each time the kiosk comes to rest. Everything it starts ends with that rest.
 *
 * @param {() => boolean} shown whether that very rest screen still stands
 */
export function beginRest(shown) {
	touchedAt = performance.now();
	turn += 1;
	spareScreen(shown, turn);
	followVersions(shown);
	reloadAtNight(shown);
}

/**
 * @param {() => boolean} shown
 * @param {number} mine
 */
async function spareScreen(shown, mine) {
	while (await timing.stillShownAfter(timing.SAVER_LOOK_MS, shown)) {
		if (quietFor(timing.SAVER_MS)) coverScreen(spokenHere());
	}
	// One rest follows another when the site has changed: the cover stays. Only a person's screen ends it.
	if (mine === turn) uncoverScreen();
}

/** @param {() => boolean} shown */
async function followVersions(shown) {
	while (await timing.stillShownAfter(timing.VERSION_LOOK_MS, shown)) {
		const isOtherHere = await lookForVersion();
		if (isOtherHere && shown() && quietFor(timing.VERSION_LOOK_MS)) await takeVersion();
	}
}

/**
 * A browser that runs for months gathers what nobody has thought of. A page that was loaded this night is new enough.
 *
 * @param {() => boolean} shown
 */
async function reloadAtNight(shown) {
	while (await timing.stillShownAfter(timing.NIGHT_LOOK_MS, shown)) {
		if (!isNight(new Date()) || !quietFor(timing.NIGHT_REST_MS) || !(await isServed())) continue;
		if (shown() && quietFor(timing.NIGHT_REST_MS)) location.reload();
	}
}

/** @param {Date} now */
function isNight(now) {
	return now.getHours() === NIGHT_HOUR && loadedAt < new Date(now).setHours(NIGHT_HOUR, 0, 0, 0);
}

/**
 * Whether nobody has touched anything for so long. A question or the staff's corner that is open over the rest is somebody.
 *
 * @param {number} milliseconds
 */
function quietFor(milliseconds) {
	if (document.querySelector("dialog[open]")) touchedAt = performance.now();
	return performance.now() - touchedAt >= milliseconds;
}
