/**
 * Starts the kiosk, whatever it takes. A browser never asks again for a module that failed to load, so when a part is
 * missing the whole page is loaded anew, but only once the server answers: a browser's error page must not show.
 */
import { AWAY_FIRST_MS } from "./timing.js";

async function reloadWhenServed() {
	const served = await fetch(location.href, { cache: "no-store" }).then(
		(answer) => answer.ok,
		() => false,
	);
	if (served) location.reload();
	else setTimeout(reloadWhenServed, AWAY_FIRST_MS);
}

import("./app.js").then(({ start }) => start()).catch(() => setTimeout(reloadWhenServed, AWAY_FIRST_MS));
