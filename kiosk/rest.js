/**
 * What the kiosk does while nobody uses it: it spares its screen, takes a new version of itself, and begins anew once a
 * night. Nothing of that ever happens under a person: each look asks whether the rest still lasts, and for how long.
 *
 * A rest lasts until somebody comes, whatever its screens tell meanwhile: on a line that breaks every minute one follows
 * the other all day, and such a kiosk must not wait for its new version until the line is mended.
 */
import { lookForVersion, takeVersion } from "./offline.js";
import { coverScreen, uncoverScreen } from "./saver.js";
import { isServed } from "./served.js";
import { spokenHere } from "./state.js";
import * as timing from "./timing.js";

/** Three in the morning, by this machine's clock: nobody is there, and in Europe no hour of a clock change is skipped. */
const NIGHT_HOUR = 3;

const loadedAt = Date.now();
/** Somebody was here then: they touched something, or a screen of theirs stood. */
let touchedAt = performance.now();
/** @type {(() => boolean) | null} whether the latest of the rest's screens still stands; null before the first rest */
let stands = null;

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
 * Called each time the kiosk comes to rest, or its rest gets another screen.
 *
 * @param {() => boolean} shown whether that very rest screen still stands
 */
export function beginRest(shown) {
	const isFirst = stands === null;
	stands = shown;
	if (!isFirst) return;
	touchedAt = performance.now();
	spareScreen();
	whenQuiet(timing.VERSION_LOOK_MS, timing.VERSION_LOOK_MS, followVersions);
	whenQuiet(timing.NIGHT_REST_MS, timing.NIGHT_LOOK_MS, reloadAtNight);
}

async function spareScreen() {
	while (true) {
		await timing.pause(timing.REST_LOOK_MS);
		if (quietFor(timing.SAVER_MS)) coverScreen(spokenHere());
		else uncoverScreen();
	}
}

/**
 * Does something once nobody has been here for so long, and again every so often while nobody comes.
 *
 * @param {number} quiet milliseconds
 * @param {number} every milliseconds
 * @param {() => Promise<void>} act asks again before it does what a person would notice: it may have waited for an answer
 */
async function whenQuiet(quiet, every, act) {
	let actedAt = Number.NEGATIVE_INFINITY;
	while (true) {
		await timing.pause(timing.REST_LOOK_MS);
		if (!quietFor(quiet) || performance.now() - actedAt < every) continue;
		actedAt = performance.now();
		await act();
	}
}

async function followVersions() {
	const isOtherHere = await lookForVersion();
	if (isOtherHere && quietFor(timing.VERSION_LOOK_MS)) await takeVersion();
}

/** A browser that runs for months gathers what nobody has thought of. A page that was loaded this night is new enough. */
async function reloadAtNight() {
	if (!isNight(new Date()) || !(await isServed())) return;
	if (quietFor(timing.NIGHT_REST_MS)) location.reload();
}

/** @param {Date} now */
function isNight(now) {
	return now.getHours() === NIGHT_HOUR && loadedAt < new Date(now).setHours(NIGHT_HOUR, 0, 0, 0);
}

/**
 * Whether nobody has been here for so long. It is asked every second: a person's screen that stands by itself counts too.
 *
 * @param {number} milliseconds
 */
function quietFor(milliseconds) {
	// A question or the staff's corner that is open over the rest is somebody.
	if (!stands?.() || document.querySelector("dialog[open]")) touchedAt = performance.now();
	return performance.now() - touchedAt >= milliseconds;
}
