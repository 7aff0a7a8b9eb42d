/**
 * The service worker: keeps the kiosk's own files on this machine, so that a page always comes, and never a browser's
 * error page. It is one version of the kiosk, for good: its list of files is part of it, it is installed only when every
 * file is there with the digest of that list, and a page that it serves gets all its files from there. The next version
 * is another worker beside it, which takes over when the page asks for it: at rest (see offline.js).
 *
 * What is not on the list is none of its business: the API, its sounds, the code of a ticket.
 */

/**
 * @typedef {{waitUntil: (until: Promise<unknown>) => void}} Lasting
 * @typedef {Lasting & {addRoutes?: (rule: object) => Promise<void>}} Installing
 * @typedef {Event & Lasting & {request: Request, respondWith: (answer: Promise<Response>) => void}} FetchEvent
 * @typedef {{url: string, navigate: (url: string) => Promise<unknown>}} Client
 * @typedef {object} Scope what a worker sees: the page's library of types has no name for it
 * @property {{version: string, first: Record<string, string>, later: Record<string, string>}} KIOSK from /kiosk-files.js:
 *   addresses with their digests, to be kept up front or once used
 * @property {{matchAll: (options: object) => Promise<Client[]>}} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {ServiceWorkerRegistration} registration
 * @property {(scripts: string) => void} importScripts
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
scope.importScripts("/kiosk-files.js");
const { version, first, later } = scope.KIOSK;

const PREFIX = "accueil-kiosk-";
const CACHE = PREFIX + version;
/** Addresses of kiosks that the server has served: a mistyped one still gets the server's own answer. */
const KIOSKS = "accueil-kiosks";
const DOCUMENT = "/assets/kiosk/index.html";
/** A server that says nothing for so long is away: whoever stands there sees nothing meanwhile. Milliseconds. */
const PATIENCE_MS = 5_000;

scope.addEventListener("install", (/** @type {Installing} */ event) => {
	event.waitUntil(keepWhole());
	// Browsers that can pass it by need not wake it for every question of the kiosk; and a question that came while it
	// ended, to make room for the next version, would wake it again in its place, for as long as questions come.
	const api = { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" };
	if (event.addRoutes) event.waitUntil(event.addRoutes(api));
});
scope.addEventListener("activate", (/** @type {Lasting} */ event) => event.waitUntil(removeOthers()));
scope.addEventListener("message", (/** @type {Lasting & {data: unknown, ports: MessagePort[]}} */ event) => {
	if (event.data === "which version") event.ports[0]?.postMessage(version);
	if (event.data === "take over") event.waitUntil(takeOver());
});
scope.addEventListener("fetch", (/** @type {FetchEvent} */ event) => {
	const { method, mode, url } = event.request;
	const { origin, pathname, search } = new URL(url);
	if (method !== "GET" || origin !== location.origin) return;
	if (mode === "navigate") event.respondWith(openKiosk(pathname));
	else if (search === "" && digestOf(pathname) !== undefined) event.respondWith(keptFile(pathname));
});

/** All or nothing: one file missing, or of another version, and the browser drops this worker and tries again later. */
async function keepWhole() {
	const wanted = [...Object.keys(first), ...(await usedBefore())];
	const cache = await caches.open(CACHE);
	await cache.addAll(wanted.map((path) => new Request(path, { integrity: digestOf(path), cache: "no-cache" })));
}

/** What this kiosk has used of the rest will be used again, perhaps while the server is away. */
async function usedBefore() {
	const others = await otherCaches();
	const kept = await Promise.all(others.map(async (name) => (await caches.open(name)).keys()));
	return new Set(
		kept
			.flat()
			.map(({ url }) => new URL(url).pathname)
			.filter((path) => path in later),
	);
}

async function removeOthers() {
	await Promise.all((await otherCaches()).map((name) => caches.delete(name)));
}

async function otherCaches() {
	return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

/** Only a page that is alone may ask for it: beside it another one would get files of two versions. */
async function takeOver() {
	const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
	if (pages.filter(({ url }) => new URL(url).pathname.startsWith("/kiosk/")).length <= 1) await scope.skipWaiting();
}

/**
 * The document of a kiosk. All sites have the same one; which site it is, it reads from its address.
 *
 * @param {string} path
 */
async function openKiosk(path) {
	const kiosks = await caches.open(KIOSKS);
	if (!(await kiosks.match(path))) {
		const answer = await asked(path);
		if (answer?.status === 404) return answer;
		if (answer?.ok) await kiosks.put(path, new Response());
	}
	return keptFile(DOCUMENT);
}

/**
 * @param {string} path
 * @returns {Promise<Response | null>} null when the server is away or silent
 */
async function asked(path) {
	try {
		return await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
	} catch {
		return null;
	}
}

/**
 * @param {string} path
 * @returns {Promise<Response>} rejects when it is not here and the server has it not, or not of this version
 */
async function keptFile(path) {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(path);
	if (kept) return kept;
	try {
		const answer = await fetch(path, { integrity: digestOf(path), cache: "no-cache" });
		if (answer.ok) await cache.put(path, answer.clone());
		return answer;
	} catch (error) {
		// Kept up front, and yet gone: the disk was harmed. If the server is there but of another version, this one can never
		// be whole again.
		if (path in first && (await asked(path))?.ok) await giveUp();
		throw error;
	}
}

/** From the next load on, the page is the server's business; and that is now. */
async function giveUp() {
	await scope.registration.unregister();
	const pages = await scope.clients.matchAll({ type: "window" });
	await Promise.all(pages.map((page) => page.navigate(page.url)));
}

/** @param {string} path */
function digestOf(path) {
	return first[path] ?? later[path];
}
