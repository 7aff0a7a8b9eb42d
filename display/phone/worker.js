/**
 * The service worker of one ticket's page: shows that its number is called while the page sleeps, and opens the page
 * when that is tapped. It keeps nothing and stands in the way of nothing: what the page loads does not pass here.
 */

/**
 * @typedef {{waitUntil: (until: Promise<unknown>) => void}} Waiting
 * @typedef {{title: string, body: string, lang: string, dir: "ltr" | "rtl"}} Call from the server, sealed for this phone
 * @typedef {Waiting & {data: {json: () => Call}}} PushEvent
 * @typedef {{url: string, focus: () => Promise<unknown>}} TicketPage
 * @typedef {object} PhoneWorker what a worker sees: the page's library of types has no name for it
 * @property {{matchAll: (options: object) => Promise<TicketPage[]>, openWindow: (url: string) => Promise<unknown>}} clients
 * @property {ServiceWorkerRegistration} registration its scope is the ticket's page, and nothing else
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 */

const phone = /** @type {PhoneWorker} */ (/** @type {unknown} */ (self));

phone.addEventListener("push", (/** @type {PushEvent} */ event) => event.waitUntil(showCall(event.data.json())));
phone.addEventListener("notificationclick", (/** @type {Waiting & {notification: Notification}} */ event) => {
	event.notification.close();
	event.waitUntil(openTicket());
});

/** @param {Call} call */
function showCall({ title, body, lang, dir }) {
	// A recall takes the place of the call, and rings again. It stays until somebody has seen it.
	const loud = { renotify: true, requireInteraction: true, vibrate: [400, 200, 400, 200, 800] };
	const tag = phone.registration.scope;
	return phone.registration.showNotification(title, { body, lang, dir, tag, ...loud });
}

/** The page where it stands open, else a new one. */
async function openTicket() {
	const address = phone.registration.scope;
	const pages = await phone.clients.matchAll({ type: "window", includeUncontrolled: true });
	const page = pages.find(({ url }) => url.startsWith(address));
	await (page ? page.focus() : phone.clients.openWindow(address));
}
