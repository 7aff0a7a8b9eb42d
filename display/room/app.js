/**
 * The waiting-room screen: what is heard from the server (link.js) changes what is known (board.js, truth.js), and
 * what is known is painted (screen.js), several times a second, and said (voice.js).
 *
 * @typedef {import("./board.js").State} State
 * @typedef {import("./board.js").Showing} Showing
 * @typedef {import("./scenes.js").Scene} Scene
 * @typedef {import("./sayings.js").Saying} Saying
 * @typedef {import("./setting.js").Site} Site
 * @typedef {import("/look/words.js").Words} Words
 */
import { untilLoaded } from "../words.js";
import { advance, fail, START, told } from "./board.js";
import { IS_COPY } from "./copy.js";
import { hear } from "./hear.js";
import { openLink, REFUSALS } from "./link.js";
import { sayingsOf } from "./sayings.js";
import { createScreen } from "./screen.js";
import { isMute, settingOf, wayTo } from "./setting.js";
import { conditionOf, givesTickets, sceneOf, siteTime } from "./truth.js";
import { inTurn } from "./turn.js";
import { createVoice } from "./voice.js";

const TICK_MS = 250;
/** Calls wait so long after the start of the page for the site's languages and for what it has set for this screen. */
const READY_WITHIN_MS = 5_000;

const siteId = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const screen = createScreen();
const voice = createVoice(siteId);
const french = await untilLoaded("room", "fr");

let state = /** @type {State} */ (START);
/** @type {Words[]} */
let others = [];
/** @type {Site | null} */
let site = null;
let isReady = false;
/** @type {Saying | null} what is being said, or would be */
let saying = null;
let failure = "";
/** When the server was last reached, as the clock's face. */
let reachedAt = "";

openLink(siteId, {
	site(described) {
		site = described;
		getReady(described);
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
for (const touch of ["pointerup", "keydown"]) addEventListener(touch, () => voice.unlock(soundNow() === "locked"));
setInterval(update, TICK_MS);

function update() {
	const now = performance.now();
	const before = state.announced;
	if (isReady || now > READY_WITHIN_MS) state = advance(state, now);
	if (state.showing === null) beSilent();
	else if (state.announced !== before) announce(state.showing);
	const { name: condition, age } = conditionOf(state, now);
	screen.paint(
		{
			state: condition,
			scene: sceneNow(condition),
			announced: state.announced,
			site: site?.name ?? "",
			note: noteNow(condition, age),
			time: face(),
			sound: soundNow(),
			saying,
		},
		{ french, others, inTurn: inTurn(others, now) },
	);
}

/** @param {Showing} showing */
async function announce({ call, inHaste }) {
	const { announced } = state;
	const isSilent = soundNow() !== "on";
	const sayings = sayingsOf(call, { french, others }, wayTo(site, call.counter), !inHaste && !isSilent);
	await voice.announce(sayings, { inHaste, isSilent }, (each) => {
		saying = each;
		update();
	});
	state = told(state, announced);
	update();
}

function beSilent() {
	voice.hush();
	saying = null;
}

/** @returns {import("./screen.js").Sound} */
function soundNow() {
	const setting = settingOf(site);
	if (IS_COPY || !setting.voice) return "off";
	if (isMute(setting.mute, face())) return "muted";
	return voice.isLocked ? "locked" : "on";
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
	const timeZone = site?.timezone ?? "Europe/Paris";
	return new Date(time).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone });
}

/** @param {Site} described */
async function getReady({ languages }) {
	await loadOthers(languages.filter((language) => language !== "fr"));
	isReady = true;
	const samples = [french, ...others].map((words) => ({ text: words.say("room-recall"), language: words.language }));
	if (soundNow() !== "off") await voice.warm(samples);
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
