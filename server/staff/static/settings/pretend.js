/**
 * Loaded before the kiosk's own modules in a preview, and nowhere else: the kiosk then asks the draft of the page around
 * it where it would ask the server, and leaves nothing on this machine. The kiosk itself knows nothing of it.
 */

/** @param {string} id */
function told(id) {
	return JSON.parse(parent.document.getElementById(id)?.textContent ?? "null");
}

const site = told("draft");
const made = told("draft-ticket");
/** @type {object | null} the ticket that was taken last */
let ticket = null;

const ask = window.fetch.bind(window);

/**
 * @param {RequestInfo | URL} input
 * @param {RequestInit} [options]
 */
window.fetch = async (input, options) => {
	const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
	if (!pathname.startsWith("/api/")) return ask(input, options);
	const body = answer(pathname, options?.method ?? "GET", String(options?.body ?? "null"));
	// What the draft cannot answer (a sentence as a sound, say) is as if the server were away.
	return body === null ? new Response(null, { status: 503 }) : Response.json(body);
};

/**
 * @param {string} path
 * @param {string} method
 * @param {string} sent
 */
function answer(path, method, sent) {
	const [, , , , , what, of] = path.split("/");
	if (path === "/api/v1/demo/tokens") return { token: "draft" };
	if (what === undefined) return site;
	if (what === "devices") return {};
	if (what !== "tickets") return null;
	if (method === "POST" && of === undefined) ticket = ticketFor(JSON.parse(sent));
	return ticket;
}

/** @param {{need: string, language: string}} asked */
function ticketFor({ need, language }) {
	const letter = site.needs.find((/** @type {{id: string}} */ { id }) => id === need)?.letter ?? "A";
	const { count, ahead, wait, link } = made;
	return {
		...{ id: "draft", number: letter + String(count).padStart(3, "0"), need, language, state: "waiting" },
		...{ ahead, wait, counter: null, print: { id: "draft", state: "printed" } },
		follow_url: `${location.origin}/t/${link}`,
	};
}

/** Where a real kiosk keeps its token, its settings and a visit: here it all ends with the preview. */
class Forgetful {
	/** @type {Map<string, string>} */
	#kept = new Map();
	/** @param {string} key */
	getItem(key) {
		return this.#kept.get(key) ?? null;
	}
	/** @param {string} key @param {string} value */
	setItem(key, value) {
		this.#kept.set(key, String(value));
	}
	/** @param {string} key */
	removeItem(key) {
		this.#kept.delete(key);
	}
}
for (const name of ["localStorage", "sessionStorage"]) {
	Object.defineProperty(window, name, { value: new Forgetful() });
}

// No worker that keeps the kiosk's files on a manager's machine, and no screen that never goes dark.
for (const way of ["serviceWorker", "wakeLock"]) Reflect.deleteProperty(Navigator.prototype, way);

// Each screen takes the focus so that it is read aloud: not from a form that somebody is working in.
const takeFocus = HTMLElement.prototype.focus;
HTMLElement.prototype.focus = function (options) {
	if (document.hasFocus()) takeFocus.call(this, options);
};

export {};
