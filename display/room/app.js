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
import { createAsking, REFUSALS } from "./asking.js";
import { advance, fail, START, told } from "./board.js";
import { now } from "./clock.js";
import { IS_COPY } from "./copy.js";
import { digest } from "./digest.js";
import { createHealth } from "./health.js";
import { hear } from "./hear.js";
import { loadOthers } from "./languages.js";
import { openLink } from "./link.js";
import { tellingsOf } from "./messages.js";
import { createPairing } from "./pairing.js";
import { sayingsOf } from "./sayings.js";
import { createScreen } from "./screen.js";
import { isMute, SCREEN, settingOf, wayTo } from "./setting.js";
import { conditionOf, givesTickets, sceneOf, siteTime } from "./truth.js";
import { inTurn } from "./turn.js";
import { build, createRenewal } from "./version.js";
import { createVoice } from "./voice.js";

const TICK_MS = 250;
/** Calls wait so long after the start of the page for the site's languages and for what it has set for this screen. */
const READY_WITHIN_MS = 5_000;

const siteId = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const screen = createScreen();
const voice = createVoice(siteId);
const asking = createAsking(siteId);
const health = createHealth(asking);
const renewal = createRenewal();
const pairing = createPairing(siteId);
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
/** What the board that is held says, in eight signs. */
let hash = "";

openLink(siteId, SCREEN, asking, {
	site(described) {
		site = described;
		getReady(described);
	},
	board(board, fresh, missed) {
		failure = "";
		state = hear(state, board, now(), fresh, missed);
		hash = digest(/** @type {import("./board.js").Board} */ (state.board));
		reachedAt = face();
		update();
	},
	failure(code, since) {
		failure = code;
		state = fail(state, since, REFUSALS.has(code));
		update();
	},
});
for (const touch of ["pointerup", "keydown"]) addEventListener(touch, () => voice.unlock(soundNow() === "locked"));
setInterval(update, TICK_MS);

function update() {
	const time = now();
	pairing.want(REFUSALS.has(failure));
	const before = state.announced;
	if (isReady || time > READY_WITHIN_MS) state = advance(state, time);
	if (state.showing === null) beSilent();
	else if (state.announced !== before) announce(state.showing);
	const { name: condition, age } = conditionOf(state, time);
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
			version: state.board?.version ?? 0,
			hash,
			foot: footNow(condition, age),
			now: time,
		},
		{ french, others, inTurn: inTurn(others, time), site },
	);
	report(condition);
}

/**
 * The desk hears how the screen is; while nobody is called, a page that has been replaced makes room for the new one.
 * @param {import("./truth.js").Condition["name"]} condition
 */
function report(condition) {
	const { board, showing, pending } = state;
	if (board === null || condition === "connecting") return;
	const { version } = board;
	health.tell({ state: condition, sound: soundNow(), screen: SCREEN ?? "", build: build(), version, hash });
	if (condition !== "live" || showing !== null || pending.length > 0) return;
	renewal.renew(board.build);
	renewal.follow(health.wanted());
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
	if (condition === "offline") return { name: "offline", ...why() };
	if (board === null) return { name: "connecting" };
	if (showing !== null) return { name: "announcement", call: showing.call, announced };
	const scene = sceneOf(board, siteTime(state, now()) ?? 0);
	return scene === "calls" ? { name: scene, calls: board.calls } : { name: scene };
}

/**
 * @param {import("./truth.js").Condition["name"]} condition
 * @param {number} age in ms
 * @returns {import("./strip.js").Foot | null}
 */
function footNow(condition, age) {
	const { board } = state;
	if (condition === "offline" || board === null) return null;
	if (condition === "stale") {
		// How many wait is not known any more, and the last row is told why.
		const text = french.say("room-stale-foot", { seconds: Math.floor(age / 1000) });
		return { waiting: null, tellings: [{ text, language: french.language }] };
	}
	const scene = sceneOf(board, siteTime(state, now()) ?? 0);
	// What is small above, for who stands near, the room reads here.
	const text = scene === "no-tickets" ? french.say("room-no-tickets-do") : noteNow("live", 0);
	const tellings = tellingsOf(site);
	return {
		waiting: scene === "closed" ? null : board.waiting,
		tellings: text === "" ? tellings : [{ text, language: french.language }, ...tellings],
	};
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

/** What staff should know of an outage, so that they need not guess: with the code of a screen that is not let in. */
function why() {
	const told = pairing.told();
	if (told.code !== "") return told;
	if (REFUSALS.has(failure)) return { code: "", why: french.say("room-offline-token") };
	const since = french.say(reachedAt === "" ? "room-offline-always" : "room-offline-since", { time: reachedAt });
	return { code: "", why: since };
}

/** The clock's face: the server's time, at the site. Whatever this machine believes the time to be plays no part. */
function face() {
	const time = siteTime(state, now());
	if (time === null) return "";
	const timeZone = site?.timezone ?? "Europe/Paris";
	return new Date(time).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone });
}

/** @param {Site} described */
async function getReady({ languages }) {
	others = await loadOthers(french, languages);
	isReady = true;
	const samples = [french, ...others].map((words) => ({ text: words.say("room-recall"), language: words.language }));
	if (soundNow() !== "off") await voice.warm(samples);
}
