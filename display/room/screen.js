/**
 * The page of the waiting room. `paint` is called several times a second and touches only what has changed, so
 * nothing grows over the weeks that a screen stays on.
 *
 * @typedef {import("./scenes.js").Scene} Scene
 * @typedef {import("./scenes.js").Speakers} Speakers
 *
 * @typedef {object} View
 * @property {"connecting" | "live" | "stale" | "offline"} state
 * @property {Scene} scene
 * @property {number} announced how many announcements were made
 * @property {string} site its name
 * @property {string} note a word beside it: the age of what is shown, "Fermé", or that no more tickets are given; "" for none
 * @property {string} time the clock's face; "" while unknown
 * @property {Sound} sound
 * @property {import("./sayings.js").Saying | null} saying what is being said, or would be
 *
 * @typedef {"on" | "locked" | "muted" | "off"} Sound locked by the browser until somebody touches the page; muted at this
 *   time of the day; off on this screen
 */
import { fillPhrase, find, put } from "./parts.js";
import { drawScene, drawTurn } from "./scenes.js";

export function createScreen() {
	const title = document.title;
	const site = find(document, "[data-site]");
	const note = find(document, "[data-note]");
	const clock = find(document, "[data-clock]");
	const stage = find(document, "[data-scene]");
	const caption = find(document, "[data-caption]");
	const sound = find(document, "[data-sound]");
	let drawn = "";
	let drawnTurn = "";
	let told = 0;

	/**
	 * @param {View} view
	 * @param {Speakers} speakers
	 */
	function paint(view, speakers) {
		Object.assign(document.body.dataset, { state: view.state, announced: String(view.announced), sound: view.sound });
		document.title = view.site === "" ? title : `${title} · ${view.site}`;
		if (view.site !== "") put(site, view.site);
		put(note, view.note);
		note.hidden = view.note === "";
		put(clock, view.time);
		sound.hidden = view.sound !== "locked" || view.state === "offline";
		put(find(sound, "[data-say]"), speakers.french.say("room-sound"));
		paintScene(view.scene, speakers);
		paintSaying(view.saying);
		tell(view.scene, speakers);
	}

	/**
	 * @param {Scene} scene
	 * @param {Speakers} speakers
	 */
	function paintScene(scene, speakers) {
		const wanted = JSON.stringify([scene, speakers.others.map((words) => words.language)]);
		const turn = speakers.inTurn.map((words) => words.language).join();
		if (wanted !== drawn) {
			stage.dataset.scene = scene.name;
			stage.replaceChildren(drawScene(scene, speakers));
		} else if (turn !== drawnTurn) {
			drawTurn(stage, scene, speakers);
		}
		[drawn, drawnTurn] = [wanted, turn];
	}

	/**
	 * The caption of what is said at this moment, for who does not hear. A screen reader has its own: see tell().
	 * @param {View["saying"]} saying
	 */
	function paintSaying(saying) {
		const place = stage.querySelector("[data-caption-now]");
		if (!(place instanceof HTMLElement) || saying === null || place.textContent === saying.written) return;
		place.lang = saying.language;
		place.dir = saying.dir;
		put(place, saying.written);
	}

	/**
	 * The caption of each announcement, for who hears the screen through a screen reader: in French, then in the
	 * language of the resident who is called.
	 * @param {Scene} scene
	 * @param {Speakers} speakers
	 */
	function tell(scene, { french, others }) {
		if (scene.name === "offline") caption.replaceChildren();
		if (scene.name !== "announcement" || scene.announced === told) return;
		told = scene.announced;
		const voices = [french, ...others.filter((words) => words.language === scene.call.language)];
		const phrases = voices.map((words) => {
			const phrase = document.createElement("p");
			fillPhrase(phrase, words, scene.call);
			return phrase;
		});
		caption.replaceChildren(...phrases);
	}

	return { paint };
}
