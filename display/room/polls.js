/**
 * Asking again and again over plain HTTP, for as long as the socket says nothing. A question goes out every second,
 * whether or not the ones before were answered: over a line that has just come back the newest gets through, while
 * those sent into the gap are still waiting; and over a slow line every one of them may take its time.
 *
 * @typedef {import("./asking.js").Answer} Answer
 */
import { now } from "./clock.js";

const EVERY_MS = 1_000;
/** The pace of asking a server that has too much to do. */
const MOST_EVERY_MS = 5_000;
const MOST_UNDER_WAY = 4;

/**
 * @param {() => Promise<Answer>} ask
 * @param {(answer: Answer, since: number) => void} hear since: when it was asked
 */
export function createPolls(ask, hear) {
	let underWay = 0;
	let nextAt = 0;
	let pause = EVERY_MS;

	/** To be called often while the socket says nothing. */
	function poll() {
		if (now() >= nextAt && underWay < MOST_UNDER_WAY) send();
	}

	async function send() {
		const since = now();
		nextAt = since + pause;
		underWay++;
		const answer = await ask();
		underWay--;
		const isBusy = "code" in answer && answer.isBusy;
		pause = isBusy ? Math.min(2 * pause, MOST_EVERY_MS) : EVERY_MS;
		if (isBusy) nextAt = Math.max(nextAt, now() + pause);
		hear(answer, since);
	}

	/** There is reason to hope for an answer: ask at the next occasion. */
	function hurry() {
		nextAt = 0;
		pause = EVERY_MS;
	}

	return { poll, hurry };
}
