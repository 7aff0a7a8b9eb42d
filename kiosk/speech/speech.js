/**
 * Speech at the kiosk: the speaker, the strip beside it, and reading everything aloud.
 */

/** Called once, before the first screen and before page.js guards its taps. */
export function startSpeech() {}

/** The frame's speaker was tapped. */
export function speakScreen() {}

/**
 * Each screen, once it stands.
 *
 * @param {import("/look/words.js").Words} _words the language of the screen
 */
export function screenShown(_words) {}

/** The next person finds silence, the usual volume, and a screen that is read by looking at it. */
export function personGone() {}
