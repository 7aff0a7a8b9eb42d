/**
 * What fills the screen under its top line: one scene at a time, drawn whole from what is known.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {object} Speakers
 * @property {Words} french the room's own language
 * @property {Words[]} others the site's other languages
 * @property {Words[]} inTurn those of them that a scene without calls shows now
 *
 * @typedef {{name: "connecting"} | {name: "welcome" | "no-tickets", waiting: number} | {name: "calls", calls: Call[], waiting: number}
 *   | {name: "announcement", call: Call, announced: number} | {name: "closed"} | {name: "offline", why: string}} Scene
 */
import { spaced } from "/look/words.js";
import { fill, fillPhrase, find, markCall, markLanguage, put } from "./parts.js";

/** The words of a counter's sign that still are large on one line. */
const LONG_LABEL = 12;

/**
 * @param {Scene} scene
 * @param {Speakers} speakers
 * @returns {DocumentFragment}
 */
export function drawScene(scene, speakers) {
	const drawing = fill(scene.name, speakers.french);
	if (scene.name === "welcome" || scene.name === "no-tickets") drawWaiting(drawing, scene.waiting, speakers.french);
	if (scene.name === "calls") drawCalls(drawing, scene.calls, scene.waiting, speakers);
	if (scene.name === "announcement") drawCall(find(drawing, "[data-announcing]"), scene.call, speakers);
	if (scene.name === "offline") put(find(drawing, "[data-why]"), scene.why);
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
 * @param {number} waiting
 * @param {Speakers} speakers
 */
function drawCalls(drawing, [newest, ...previous], waiting, speakers) {
	if (newest !== undefined) drawCall(find(drawing, "[data-newest]"), newest, speakers);
	find(drawing, "[data-list]").replaceChildren(
		...previous.slice(0, 5).map((call) => previousCall(call, speakers.french)),
	);
	drawWaiting(drawing, waiting, speakers.french);
}

/**
 * @param {HTMLElement} part
 * @param {Call} call
 * @param {Speakers} speakers
 */
function drawCall(part, call, { others }) {
	markCall(part, call);
	put(find(part, "[data-digits]"), spaced(call.number));
	put(find(part, "[data-label]"), call.label);
	// The style sheet makes what is long smaller, and nothing smaller than the back row can read.
	part.style.setProperty("--digits", String(call.number.length));
	part.style.setProperty("--letters", String(call.label.length));
	part.toggleAttribute("data-long", call.label.length > LONG_LABEL);
	find(part, "[data-recall]").hidden = call.count < 2;
	const phrase = find(part, "[data-phrase]");
	const words = others.find((each) => each.language === call.language);
	phrase.hidden = words === undefined;
	if (words !== undefined) fillPhrase(phrase, words, call);
}

/**
 * @param {Call} call
 * @param {Words} words
 */
function previousCall(call, words) {
	const part = fill("previous", words);
	const item = find(part, "[data-previous]");
	markCall(item, call);
	put(find(item, "[data-digits]"), spaced(call.number));
	put(find(item, "[data-label]"), call.label);
	put(find(item, "[data-counter-id]"), call.counter);
	item.style.setProperty("--digits", String(call.number.length + call.counter.length));
	return part;
}

/**
 * @param {DocumentFragment} drawing
 * @param {number} waiting
 * @param {Words} words
 */
function drawWaiting(drawing, waiting, words) {
	const part = find(drawing, "[data-waiting]");
	part.dataset.waiting = String(waiting);
	const count = find(part, "[data-how-many]");
	put(count, String(waiting));
	count.hidden = waiting === 0;
	put(find(part, "[data-people]"), words.say("room-waiting", { count: waiting }));
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
