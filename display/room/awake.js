/**
 * Notices that the page could not work for a while: the lid was shut, the browser had frozen it, the network was away, or
 * it was not let in and somebody has just given it another token.
 */
import { now } from "./clock.js";

const TICK_MS = 500;
const LATE_MS = 3_000;

/** @param {() => void} wake called as soon as the page works again */
export function onWake(wake) {
	let tickedAt = now();
	setInterval(() => {
		const isLate = now() - tickedAt > LATE_MS;
		tickedAt = now();
		if (isLate) wake();
	}, TICK_MS);
	addEventListener("online", wake);
	addEventListener("hashchange", wake);
	document.addEventListener("resume", wake);
	document.addEventListener("visibilitychange", () => {
		if (!document.hidden) wake();
	});
}
