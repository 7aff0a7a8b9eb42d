/**
 * The desk: keeps the page true by the server's pushes, and keeps double clicks and keys honest.
 * What the page shows is drawn by the server; this module only asks for it again.
 */
import htmx from "/look/vendor/htmx.js";
import { io } from "/look/vendor/socket.io.js";

/** A page that nothing pushed for this long asks by itself: waiting times grow without any change. */
const AGAIN_MS = 20_000;
/** Two presses of the same key closer than this are one: the second would call one person more. */
const SAME_PRESS_MS = 800;

const desk = /** @type {HTMLElement} */ (document.getElementById("desk"));
const offline = /** @type {HTMLElement} */ (document.getElementById("offline"));
const state = { wanted: 0, busy: false, pressed: false, key: "", keyAt: 0 };

const shown = () => Number(desk.querySelector("[data-version]")?.getAttribute("data-version") ?? 0);

/** Draw again, but never under a finger: a button replaced between press and release would lose the click. */
function refresh() {
	if (state.busy || state.pressed) return;
	htmx.ajax("get", desk.dataset.now ?? "", { target: desk, swap: "innerHTML" });
}

const socket = io("/desk", {
	transports: ["websocket"],
	auth: { site: desk.dataset.site },
	reconnectionDelayMax: 3000,
});

socket.on("queue", (/** @type {{version: number}} */ queue) => {
	offline.hidden = true;
	state.wanted = Math.max(state.wanted, queue.version);
	if (state.wanted > shown()) refresh();
});
socket.on("disconnect", () => {
	offline.hidden = false;
});
socket.on("connect_error", () => {
	offline.hidden = false;
	// A door that refused (the session ended, the server just starts) is tried again; a lost link retries by itself.
	if (!socket.active) setTimeout(() => socket.connect(), 3000);
});

setInterval(refresh, AGAIN_MS);

document.body.addEventListener("htmx:beforeRequest", () => {
	state.busy = true;
});
document.body.addEventListener("htmx:afterRequest", () => {
	state.busy = false;
	if (state.wanted > shown()) refresh();
});
// Two answers may cross on the way: an older one never takes a newer one's place.
document.body.addEventListener("htmx:beforeSwap", (event) => {
	const { detail } = /** @type {CustomEvent} */ (event);
	const version = /data-version="(\d+)"/.exec(detail.serverResponse)?.[1];
	if (version !== undefined && Number(version) < shown()) detail.shouldSwap = false;
});
document.body.addEventListener("htmx:sendError", () => {
	offline.hidden = false;
});
document.body.addEventListener("htmx:responseError", (event) => {
	const status = /** @type {CustomEvent} */ (event).detail.xhr.status;
	// Signed out meanwhile: the door is the place to be.
	if (status === 401) window.location.assign("/staff/");
	else offline.hidden = false;
});

document.addEventListener("pointerdown", () => {
	state.pressed = true;
});
for (const end of ["pointerup", "pointercancel"]) {
	document.addEventListener(end, () => {
		// After the click that follows the release.
		setTimeout(() => {
			state.pressed = false;
			if (state.wanted > shown()) refresh();
		});
	});
}

// The second click of a double click lands on a freshly drawn button: it must not call a second person.
document.addEventListener(
	"click",
	(event) => {
		if (event.detail > 1) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
	},
	{ capture: true },
);

document.addEventListener("keydown", (event) => {
	if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
	const target = /** @type {HTMLElement} */ (event.target);
	if (target.closest("button, a, input, select, textarea") && event.key === " ") return;
	const button = [...desk.querySelectorAll("button[data-key]")].find(
		(candidate) => candidate.getAttribute("data-key") === event.key.toLowerCase(),
	);
	if (!(button instanceof HTMLButtonElement) || button.disabled) return;
	event.preventDefault();
	if (event.key === state.key && event.timeStamp - state.keyAt < SAME_PRESS_MS) return;
	state.key = event.key;
	state.keyAt = event.timeStamp;
	button.click();
});
