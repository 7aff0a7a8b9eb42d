/**
 * Every delay of the kiosk, in milliseconds, in one place. All of them run on the page's own clock
 * (`setTimeout`, `performance.now`), so that a test can turn that clock.
 */

/** A screen that has just appeared takes no tap: the second half of a double tap must not land on it. */
export const FRESH_MS = 350;

/** How long a request may go unanswered before it counts as lost. */
export const ANSWER_MS = 8_000;
/** A ticket that could not be had is asked for once more after this, before the kiosk says it does not work. */
export const RETRY_MS = 1_000;
/** Before this, a wait is not worth a word. */
export const MOMENT_MS = 700;

/** A request for a ticket older than this is dropped: whoever asked has gone to the reception. */
export const REQUEST_KEPT_MS = 2 * 60_000;
/** A ticket older than this is not shown again after a reload: the kiosk has been off in between. */
export const TICKET_KEPT_MS = 10 * 60_000;

/** Server away: the first look after it, and the longest pause between two. */
export const AWAY_FIRST_MS = 3_000;
export const AWAY_LONGEST_MS = 10_000;
/** Not known to the server: how often it is asked whether it knows this kiosk again by itself. */
export const KNOWN_AGAIN_MS = 15_000;
/** The site said no to something: its screen stays long enough to be read. */
export const REFUSAL_READ_MS = 10_000;
/** At rest, how often the kiosk looks whether the site is still there, still open, still the same. */
export const SITE_CHECK_MS = 10_000;
/** In seconds: how long a question for news of the site waits at the server; and the least between two of them. */
export const NEWS_WAIT_S = 25;
export const NEWS_PAUSE_MS = 500;

/** The paper: how often the kiosk asks about it while it is on its way. The server ends that after two minutes at most. */
export const PRINT_CHECK_MS = 1_000;
/** Paper takes about a second. Nobody should stand before the kiosk for much longer because the printer is away. */
export const PRINT_LATE_MS = 10_000;
/** After that, how often the shown ticket is refreshed: people ahead go down, or it is called. */
export const TICKET_CHECK_MS = 5_000;

/** Quiet for this long: "Vous êtes encore là ?" */
export const QUIET_MS = 60_000;
/** Time to answer. At least 20 s (WCAG 2.2.1, EN 301 549), as often as one likes, and no countdown is shown. */
export const STILL_HERE_MS = 30_000;

/** After someone has left, their number can be shown once more for this long. */
export const NUMBER_AGAIN_MS = 60_000;

/** At rest: how often it is looked whether that still holds, and for how long it has. */
export const REST_LOOK_MS = 1_000;
/** Untouched for so long, the screen is covered against burning in. */
export const SAVER_MS = 5 * 60_000;
/** How long the house's mark stands in one place; getting there takes most of it (saver.css). */
export const SAVER_MOVE_MS = 20_000;
/** At rest, how often the kiosk asks for a new version of itself, and how long nobody may have touched it to take one. */
export const VERSION_LOOK_MS = 2 * 60_000;
/** How often the kiosk tells the desk how it is, and hears in turn that it is to load itself anew. */
export const HEALTH_MS = 15_000;
/** At night the page is loaded anew, once nobody has touched it for so long. */
export const NIGHT_LOOK_MS = 60_000;
export const NIGHT_REST_MS = 5 * 60_000;

/** The hidden way into the staff corner: a finger held this long, or a key. Nobody does that in passing. */
export const CORNER_PRESS_MS = 3_000;
export const CORNER_KEY_MS = 5_000;
/** Untouched for so long, its door closes; and what is behind it: one walks to the printer and back meanwhile. */
export const CORNER_DOOR_QUIET_MS = 30_000;
export const CORNER_QUIET_MS = 3 * 60_000;
/** In the corner, how often the server is asked how the house is, and what became of a test print. */
export const CORNER_LOOK_MS = 5_000;
export const CORNER_TRIAL_MS = 1_000;

/** The strip of sound closes, untouched for so long in silence: what changes the looks of the page stands in its place. */
export const STRIP_MS = 10_000;

/** How long a language stands where not all can stand at once: long enough to be found and read. */
export const TURN_MS = 8_000;

/** @param {number} milliseconds */
export function pause(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * @param {number} milliseconds
 * @param {() => boolean} shown see show() in page.js
 */
export async function stillShownAfter(milliseconds, shown) {
	await pause(milliseconds);
	return shown();
}
