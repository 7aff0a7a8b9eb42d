/**
 * Starts the kiosk, whatever it takes. A browser never asks again for a module that failed to load, and a kiosk has
 * nobody to press "reload": when a part is missing or something unforeseen goes wrong, the whole page is loaded anew,
 * but only once the server answers: where nothing keeps the page on this machine (see offline.js), a browser's error page
 * would show. A visit under way is resumed.
 */
import { isServed } from "./served.js";
import { AWAY_FIRST_MS } from "./timing.js";

async function reloadWhenServed() {
	if (await isServed()) location.reload();
	else startOver();
}

function startOver() {
	setTimeout(reloadWhenServed, AWAY_FIRST_MS);
}

for (const trouble of ["error", "unhandledrejection"]) addEventListener(trouble, startOver, { once: true });

// A part that cannot be had, or a start that fails, ends in an unhandled rejection too.
const { start } = await import("./app.js");
await start();
