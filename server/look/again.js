/**
 * A list that keeps itself fresh: asks for its own page again and takes the new list when it differs.
 * Focus and scroll stay where they are, as a page that reloads by itself would not let them.
 */
const AGAIN_MS = 3_000;

async function again() {
	try {
		const answer = await fetch(window.location.href);
		if (!answer.ok) return;
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const fresh = page.querySelector("[data-again]");
		const shown = document.querySelector("[data-again]");
		if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
	} catch (error) {
		// The server is away: what stands here was true, and the next round asks again.
		if (!(error instanceof TypeError)) throw error;
	}
}

setInterval(again, AGAIN_MS);
