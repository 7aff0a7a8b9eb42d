/**
 * What the site should be told of its catalogue and its voices: fetched beside the page, which waits for none of it,
 * this module included: an async script, after the place that it fills. When it cannot be had, what was told before
 * stays: it changes rarely.
 */

const LOOK_AGAIN_MS = 10 * 60_000;

const place = /** @type {HTMLElement} */ (document.querySelector("[data-gaps]"));

async function look() {
	const answer = await fetch(place.dataset.gaps ?? "").catch(() => null);
	if (!answer?.ok) return;
	const wasOpen = place.querySelector("details")?.open ?? false;
	place.innerHTML = await answer.text();
	const told = place.querySelector("details");
	if (told !== null) told.open = wasOpen;
}

setInterval(look, LOOK_AGAIN_MS);
await look();

export {};
