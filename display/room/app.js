/**
 * The waiting-room screen: what is heard from the server (link.js) changes what is known (board.js, truth.js), and
 * what is known is painted (screen.js) and chimed (chime.js), several times a second.
 *
 * @typedef {import("./board.js").State} State
 * @typedef {import("./scenes.js").Scene} Scene
 * @typedef {import("/look/words.js").Words} Words
 */
import { untilLoaded } from "../words.js";
import { advance, fail, START } from "./board.js";
import { createChime } from "./chime.js";
import { hear } from "./hear.js";
import { openLink, REFUSALS } from "./link.js";
import { createScreen } from "./screen.js";
import { conditionOf, givesTickets, sceneOf, siteTime } from "./truth.js";
import { inTurn } from "./turn.js";

const TICK_MS = 250;

const siteId = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const screen = createScreen();
const chime = createChime();
const french = await untilLoaded("room", "fr");

let state = /** @type {State} */ (START);
/** @type {Words[]} */
let others = [];
let name = "";
let timezone = "Europe/Paris";
let failure = "";
/** When the server was last reached, as the clock's face. */
let reachedAt = "";

openLink(siteId, {
	site(site) {
		({ name, timezone } = site);
		loadOthers(site.languages.filter((language) => language !== "fr"));
	},
	board(board, fresh) {
		state = hear(state, board, performance.now(), fresh, []);
		reachedAt = face();
		update();
	},
	failure(code, since) {
		failure = code;
		state = fail(state, since);
		update();
	},
});
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => chime.unlock());
setInterval(update, TICK_MS);

function update() {
	const now = performance.now();
	const before = state.announced;
	state = advance(state, now);
	if (state.announced !== before) chime.play();
	const { name: condition, age } = conditionOf(state, now);
	screen.paint(
		{
			state: condition,
			scene: sceneNow(condition),
			announced: state.announced,
			site: name,
			note: noteNow(condition, age),
			time: face(),
			muted: chime.locked && condition !== "offline",
		},
		{ french, others, inTurn: inTurn(others, now) },
	);
}

/**
 * @param {import("./truth.js").Condition["name"]} condition
 * @returns {Scene}
 */
function sceneNow(condition) {
	const { board, showing, announced } = state;
	if (condition === "offline") return { name: "offline", why: why() };
	if (board === null) return { name: "connecting" };
	if (showing !== null) return { name: "announcement", call: showing.call, announced };
	const { calls, waiting } = board;
	const scene = sceneOf(board, siteTime(state, performance.now()) ?? 0);
	if (scene === "calls") return { name: scene, calls, waiting };
	return scene === "closed" ? { name: scene } : { name: scene, waiting };
}

/**
 * @param {import("./truth.js").Condition["name"]} condition
 * @param {number} age in ms
 */
function noteNow(condition, age) {
	if (condition === "stale") return french.say("room-stale", { seconds: Math.floor(age / 1000) });
	// Without a call the whole scene says it.
	const { board } = state;
	if (condition !== "live" || board === null || board.calls.length === 0 || givesTickets(board)) return "";
	return french.say(board.open ? "room-no-tickets-note" : "room-closed-note");
}

/** What staff should know of an outage, so that they need not guess. */
function why() {
	if (REFUSALS.has(failure)) return french.say("room-offline-token");
	return reachedAt === "" ? french.say("room-offline-always") : french.say("room-offline-since", { time: reachedAt });
}

/** The clock's face: the server's time, at the site. Whatever this machine believes the time to be plays no part. */
function face() {
	const time = siteTime(state, performance.now());
	if (time === null) return "";
	return new Date(time).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: timezone });
}

/** @param {string[]} languages */
async function loadOthers(languages) {
	const loaded = await Promise.all(languages.map((language) => untilLoaded("room", language)));
	others = loaded.filter((words, index) => words.language === languages[index]);
	for (const words of [french, ...others]) fetchFaces(words);
}

/**
 * Fetches what the "not connected" scene is written in while the server can still give it.
 * @param {Words} words
 */
function fetchFaces(words) {
	const { fontFamily } = getComputedStyle(document.body);
	for (const weight of [400, 700])
		document.fonts.load(`${weight} 1em ${fontFamily}`, words.say("room-offline")).catch(() => {});
}
