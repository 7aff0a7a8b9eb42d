/**
 * The page's clock. It goes on while the machine sleeps, and nobody can set it.
 *
 * A browser's own monotonic clock may stand still through a sleep; what was heard before would then look as young as
 * it was when the lid was closed. The wall clock knows better, but somebody may set it. So the first is what counts, and
 * a leap of the second is added to it: at worst the screen doubts for a second what it shows, and asks.
 */

/** What a busy machine, or a clock that is set right little by little, never makes. */
const LEAP_MS = 3_000;

let slept = 0;
let apart = Date.now() - performance.now();

/** Milliseconds since the page was opened. */
export function now() {
	const leap = Date.now() - performance.now() - apart;
	if (leap > LEAP_MS) slept += leap;
	apart += leap;
	return performance.now() + slept;
}
