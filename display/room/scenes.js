/**
 * What fills the screen under its top line: one scene at a time, drawn whole from what is known.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("./setting.js").Site} Site
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {object} Speakers
 * @property {Words} french the room's own language
 * @property {Words[]} others the site's other languages
 * @property {Words[]} inTurn those of them that a scene without calls shows now
 * @property {Site | null} site where its counters lie
 *
 * @typedef {{name: "connecting"} | {name: "welcome" | "no-tickets"} | {name: "calls", calls: Call[]}
 *   | {name: "announcement", call: Call, announced: number} | {name: "closed"} | {name: "offline", why: string, code?: string}} Scene
 */
import { spaced } from "/look/words.js";
import { drawWay, fill, fillCounter, find, markCall, markLanguage, put } from "./parts.js";
import { wayTo } from "./setting.js";

/** Those before the newest. */
const PREVIOUS = 5;

/**
 * @param {Scene} scene
 * @param {Speakers} speakers
 * @returns {DocumentFragment}
 */
export function drawScene(scene, speakers) {
	const drawing = fill(scene.name, speakers.french);
	if (scene.name === "calls") drawCalls(drawing, scene.calls, speakers);
	if (scene.name === "announcement") drawCall(find(drawing, "[data-announcing]"), scene.call, speakers);
	if (scene.name === "offline") drawOutage(drawing, scene.why, scene.code ?? "");
	drawTurn(drawing, scene, speakers);
	return drawing;
}

/**
 * The part of a scene in which languages take turns; the rest of it stays as it stands.
 * @param {ParentNode} drawing
 * @param {Scene} scene
 * @param {Speakers} speakers
 */
export function drawTurn(drawing, { name }, speakers) {
	if (name === "welcome" || name === "no-tickets") drawGreetings(drawing, name, speakers);
	if (name === "closed" || name === "offline") drawOthers(drawing, `room-${name}`, speakers);
}

/**
 * Nobody is called yet: what who comes in should know, in each language.
 * @param {ParentNode} drawing
 * @param {string} name of the scene
 * @param {Speakers} speakers
 */
function drawGreetings(drawing, name, { french, inTurn }) {
	const greetings = [french, ...inTurn].map((words) => {
		const part = fill(`${name}-greeting`, words);
		markLanguage(find(part, ".greeting"), words);
		return part;
	});
	find(drawing, "[data-greetings]").replaceChildren(...greetings);
}

/**
 * @param {DocumentFragment} drawing
 * @param {Call[]} calls
 * @param {Speakers} speakers
 */
function drawCalls(drawing, [newest, ...previous], speakers) {
	if (newest !== undefined) drawCall(find(drawing, "[data-newest]"), newest, speakers);
	const rows = previous.slice(0, PREVIOUS).map((call) => previousCall(call, speakers));
	find(drawing, "[data-list]").replaceChildren(...rows);
}

/**
 * @param {HTMLElement} part
 * @param {Call} call
 * @param {Speakers} speakers
 */
function drawCall(part, call, { french, others, site }) {
	const { way, place } = wayTo(site, call.counter);
	markCall(part, call);
	put(find(part, "[data-digits]"), spaced(call.number));
	put(find(part, "[data-label]"), call.label);
	put(find(part, "[data-counter-id]"), call.counter);
	drawWay(part, way);
	put(find(part, "[data-way-words]"), way === null ? "" : french.say(`room-way-${way}`));
	put(find(part, "[data-place]"), place.fr ?? "");
	find(part, "[data-recall]").hidden = call.count < 2;
	const phrase = find(part, "[data-phrase]");
	const words = others.find((each) => each.language === call.language);
	phrase.hidden = words === undefined;
	if (words !== undefined) fillCounter(phrase, words, call, place[words.language]);
}

/**
 * @param {Call} call
 * @param {Speakers} speakers
 */
function previousCall(call, { french, site }) {
	const part = fill("previous", french);
	const item = find(part, "[data-previous]");
	markCall(item, call);
	put(find(item, "[data-digits]"), spaced(call.number));
	put(find(item, "[data-label]"), call.label);
	put(find(item, "[data-counter-id]"), call.counter);
	drawWay(item, wayTo(site, call.counter).way);
	return part;
}

/**
 * What staff should know, and the code of a screen that they may let in.
 * @param {ParentNode} drawing
 * @param {string} why
 * @param {string} code "" for none
 */
function drawOutage(drawing, why, code) {
	const team = find(drawing, "[data-team]");
	team.hidden = code === "";
	put(find(drawing, team.hidden ? "[data-why]" : "[data-how]"), why);
	put(find(drawing, "[data-code]"), code);
}

/**
 * What is the matter and what to do, in the other languages.
 * @param {ParentNode} drawing
 * @param {string} id "-do" follows it
 * @param {Speakers} speakers
 */
function drawOthers(drawing, id, { inTurn }) {
	const lines = inTurn.map((words) => {
		const line = document.createElement("p");
		markLanguage(line, words);
		line.textContent = `${words.say(id)} ${words.say(`${id}-do`)}`;
		return line;
	});
	find(drawing, "[data-others]").replaceChildren(...lines);
}
