/**
 * The desk: keeps the page true by the server's pushes, and makes one press one act.
 * What the page shows is drawn by the server; this module only asks for it again.
 */
import htmx from "/look/vendor/htmx.js";
import { io } from "/look/vendor/socket.io.js";
import * as focus from "./focus.js";
import { keepLists, restoreLists } from "./lists.js";
import { sayChanges } from "./said.js";
import * as sheet from "./sheet.js";
import * as told from "./told.js";

/** A page that nothing pushed for this long asks by itself: waiting times grow without any change. */
const AGAIN_MS = 20_000;
/** Two presses of the same key closer than this are one: the second would call one person more. */
const SAME_PRESS_MS = 800;

const desk = /** @type {HTMLElement} */ (document.getElementById("desk"));
const offline = /** @type {HTMLElement} */ (document.getElementById("offline"));

/**
 * acting: a press is on its way to the server. reading: the page is being asked for. missed: it changed meanwhile.
 * acts counts presses: what was asked for before a press knows nothing of it.
 * revision: of the site's settings, 0 while it is not known.
 */
const state = {
	acting: false,
	reading: false,
	missed: false,
	pressed: false,
	acts: 0,
	revision: 0,
	key: "",
	keyAt: 0,
	keyOn: "",
	spaceIdle: false,
};
/** @type {WeakMap<XMLHttpRequest, number>} how many presses there had been when a request left */
const actsBefore = new WeakMap();

const shown = () => Number(desk.querySelector("[data-version]")?.getAttribute("data-version") ?? -1);

/** Draw again, but never under a finger: a button replaced between press and release would lose the click. */
function refresh() {
	state.missed = state.acting || state.reading || state.pressed;
	if (!state.missed) htmx.ajax("get", desk.dataset.now ?? "", { target: desk, swap: "innerHTML" });
}

const sayOffline = () => {
	offline.hidden = false;
};

const refreshIfMissed = () => {
	if (state.missed) refresh();
};

/** @param {Event} event */
const detailOf = (event) => /** @type {CustomEvent} */ (event).detail;
/** @param {Event} event */
const isAct = (event) => detailOf(event).requestConfig.verb !== "get";
/** @param {Event} event */
const isForSheet = (event) => detailOf(event).target === sheet.content;

const socket = io("/desk", {
	transports: ["websocket"],
	auth: { site: desk.dataset.site },
	reconnectionDelayMax: 3000,
});

socket.on("queue", (/** @type {{version: number, revision: number}} */ queue) => {
	offline.hidden = true;
	const was = state.revision || queue.revision;
	state.revision = queue.revision;
	// Lower is news as well: the queue was restored from an older copy.
	if (queue.version !== shown() || queue.revision !== was) refresh();
});
socket.on("disconnect", sayOffline);
socket.on("connect_error", () => {
	sayOffline();
	// A door that refused (the session ended, the server just starts) is tried again; a lost link retries by itself.
	if (!socket.active) setTimeout(() => socket.connect(), 3000);
});

setInterval(refresh, AGAIN_MS);

document.body.addEventListener("htmx:beforeRequest", (event) => {
	if (isAct(event)) {
		state.acting = true;
		state.acts += 1;
	} else if (!isForSheet(event)) {
		state.reading = true;
	}
	actsBefore.set(detailOf(event).xhr, state.acts);
});
document.body.addEventListener("htmx:beforeSwap", (event) => {
	if (isAct(event)) return;
	// An answer from before the latest press would show a fresh button for what was pressed already; one that was asked for
	// before a finger came down may come while it is there.
	const isOld = actsBefore.get(detailOf(event).xhr) !== state.acts;
	const isUnderFinger = state.pressed && !isForSheet(event);
	if (!isOld && !isUnderFinger) return;
	detailOf(event).shouldSwap = false;
	if (!isForSheet(event)) state.missed = true;
});
document.body.addEventListener("htmx:afterSwap", (event) => {
	if (isForSheet(event)) sheet.show();
	else if (detailOf(event).target === desk) {
		restoreLists(desk);
		sayChanges(desk);
		if (!isAct(event)) told.forgetIfUntrue(desk);
	}
});
document.body.addEventListener("htmx:afterRequest", (event) => {
	if (isAct(event)) {
		state.acting = false;
		tellOutcome(event);
	} else if (!isForSheet(event)) {
		state.reading = false;
	}
	// While a press is on its way its button rests, and cannot take the focus: it gets it with the answer.
	if (!sheet.isOpen() && !state.acting) focus.keep();
	refreshIfMissed();
});
document.body.addEventListener("htmx:sendError", sayOffline);
document.body.addEventListener("htmx:timeout", sayOffline);
document.body.addEventListener("htmx:responseError", (event) => {
	const { status } = detailOf(event).xhr;
	// Signed out meanwhile: anew, the page leads to the door and from there back. A page of another session, a site or a
	// counter that is gone: connected all the same, and not up to date.
	if (status === 400 || status === 401 || status === 404) window.location.reload();
	else offline.hidden = false;
});

/** What was pressed in the sheet is done, and the sheet goes; or it is not, and the sheet says why. @param {Event} event */
function tellOutcome(event) {
	const { elt, successful } = detailOf(event);
	told.keepAWhile(desk);
	if (!sheet.holds(elt) || isForSheet(event)) return;
	if (!successful) sheet.tell(offline.textContent ?? "");
	else if (!told.isRefusal()) sheet.close();
	else {
		sheet.tell(told.words());
		told.forget();
	}
}

document.addEventListener("pointerdown", () => {
	state.pressed = true;
});
for (const end of ["pointerup", "pointercancel"]) {
	document.addEventListener(end, () => {
		// After the click that follows the release.
		setTimeout(() => {
			state.pressed = false;
			refreshIfMissed();
		});
	});
}

// One press at a time. The second click of a double click lands on a freshly drawn button: it must call nobody.
document.addEventListener(
	"click",
	(event) => {
		// The way out of a sheet is open at all times.
		const onButton = event.target instanceof Element && event.target.closest("button:not([data-close])") !== null;
		if (event.detail > 1 || (state.acting && onButton)) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
	},
	{ capture: true },
);

// A focused button is pressed by the browser itself: a key that is held, or struck twice, must press it once there too.
document.addEventListener(
	"keydown",
	(event) => {
		const onButton = event.target instanceof Element && desk.contains(event.target) && event.target.closest("button");
		if (!onButton || (event.key !== "Enter" && event.key !== " ")) return;
		// A held Enter presses again and again; a held Space once, when it is let go.
		const held = event.repeat && event.key === "Enter";
		// The same button, also when it was drawn anew meanwhile; another one may follow as fast as one likes.
		const name = onButton.id || (onButton.getAttribute("hx-post") ?? "");
		const same = event.key === state.key && name === state.keyOn;
		const again = !event.repeat && same && event.timeStamp - state.keyAt < SAME_PRESS_MS;
		if (!event.repeat) {
			state.keyOn = name;
			state.key = event.key;
			state.keyAt = event.timeStamp;
		}
		if (held || again) event.preventDefault();
		if (event.key === " " && !event.repeat) state.spaceIdle = again;
	},
	{ capture: true },
);
// Space presses on its release.
document.addEventListener(
	"keyup",
	(event) => {
		if (event.key !== " " || !state.spaceIdle) return;
		state.spaceIdle = false;
		event.preventDefault();
	},
	{ capture: true },
);

document.addEventListener("keydown", (event) => {
	// Under a sheet the desk's keys rest: what is typed there is words. They wait for their buttons, too.
	if (sheet.isOpen() || desk.inert || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
	const target = /** @type {HTMLElement} */ (event.target);
	if (target.closest("button, a, summary") && event.key === " ") return;
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

keepLists(desk);
sayChanges(desk);

// Its buttons work from here on: htmx, which was there first, has seen to them.
document.addEventListener("DOMContentLoaded", () => {
	desk.inert = false;
});
