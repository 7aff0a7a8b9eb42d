/**
 * Notices that the page could not work for a while: the lid was shut, the browser had frozen it, the network was away.
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
	document.addEventListener("resume", wake);
	document.addEventListener("visibilitychange", () => {
		if (!document.hidden) wake();
	});
}
