/**
 * How this kiosk is, told to the desk every 15 seconds. Nobody at the kiosk learns of it, and a server that is away
 * misses it: which tells the desk as much. The answer says how often somebody wanted this page to load itself anew.
 */
import { tellHealth } from "./api.js";
import { deviceSettings } from "./device.js";
import { isServed } from "./served.js";
import * as timing from "./timing.js";

/** Screens on which nobody is being served; on any other one somebody is. */
const AT_REST = new Set(["starting", "language", "closed", "last_tickets", "stopped"]);

const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/** Called once. It goes on for as long as the page stands. */
export async function tellDesk() {
	const build = await ownVersion();
	/** @type {number | null} how often it was wanted before this page had loaded */
	let reloads = null;
	while (true) {
		const heard = await tellHealth({
			state: stateNow(),
			sound: "on",
			volume: Math.round(deviceSettings().volume),
			build,
			size: [innerWidth, innerHeight].map((side) => Math.round(side * devicePixelRatio)).join("x"),
		});
		if (heard.kind === "done") {
			reloads ??= heard.body.reloads;
			if (heard.body.reloads !== reloads && isIdle() && (await isServed())) location.reload();
		}
		await timing.pause(timing.HEALTH_MS);
	}
}

/** Whether nobody would notice. A question or the staff's corner that is open over the rest is somebody. */
function isIdle() {
	return stateNow() === "rest" && document.querySelector("dialog[open]") === null;
}

function stateNow() {
	const screen = main.dataset.screen ?? "";
	if (screen === "unavailable") return "offline";
	return AT_REST.has(screen) ? "rest" : "used";
}

/**
 * Which version of the kiosk this page is: its worker's, else what the server gave a moment ago.
 *
 * @returns {Promise<string>} "" when nobody can say
 */
async function ownVersion() {
	const worker = navigator.serviceWorker?.controller;
	if (worker) return askWorker(worker);
	try {
		const list = await fetch("/kiosk-files.js", { method: "HEAD" });
		await list.text(); // an answer that is not read to its end stays open
		return list.headers.get("ETag")?.replaceAll('"', "") ?? "";
	} catch {
		return ""; // the server has gone again
	}
}

/**
 * @param {ServiceWorker} worker of a version before this question it never answers
 * @returns {Promise<string>}
 */
function askWorker(worker) {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(""), timing.ANSWER_MS);
		port1.onmessage = ({ data }) => {
			clearTimeout(timer);
			resolve(String(data));
		};
		worker.postMessage("which version", [port2]);
	});
}
