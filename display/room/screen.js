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
 * @property {import("./strip.js").Foot | null} foot null where it would tell nothing true
 * @property {number} now on the page's clock, in ms
 * @property {number} version of the board that is held; 0 without one
 * @property {string} hash of that board; see digest.js
 *
 * @typedef {"on" | "locked" | "muted" | "off"} Sound locked by the browser until somebody touches the page; muted at this
 *   time of the day; off on this screen
 */
import { createCaption } from "./caption.js";
import { fit } from "./fit.js";
import { measure } from "./measure.js";
import { fillPhrase, find, put } from "./parts.js";
import { drawScene, drawTurn } from "./scenes.js";
import { settingOf, wayTo } from "./setting.js";
import { createStrip } from "./strip.js";
import { followTheme } from "./theme.js";

export function createScreen() {
	const title = document.title;
	const site = find(document, "[data-site]");
	const note = find(document, "[data-note]");
	const clock = find(document, "[data-clock]");
	const stage = find(document, "[data-scene]");
	const caption = find(document, "[data-caption]");
	const sound = find(document, "[data-sound]");
	const strip = createStrip();
	const subtitle = createCaption(stage);
	let measured = "";
	let drawn = "";
	/** @type {Speakers["site"]} */
	let drawnSite = null;
	let drawnTurn = "";
	let told = 0;
	followTheme();
	// A note, a badge or the strip came or went, or the letters' own shapes came: there is more room now, or less.
	new ResizeObserver(fitScene).observe(stage);
	document.fonts.addEventListener("loadingdone", fitScene);

	/**
	 * @param {View} view
	 * @param {Speakers} speakers
	 */
	function paint(view, speakers) {
		const { state, sound: heard, hash } = view;
		const [announced, version] = [view.announced, view.version].map(String);
		Object.assign(document.body.dataset, { state, announced, sound: heard, version, hash });
		document.title = view.site === "" ? title : `${title} · ${view.site}`;
		if (view.site !== "") put(site, view.site);
		put(note, view.note);
		note.hidden = view.note === "";
		put(clock, view.time);
		sound.hidden = view.sound !== "locked" || view.state === "offline";
		put(find(sound, "[data-say]"), speakers.french.say("room-sound"));
		paintSizes(settingOf(speakers.site));
		strip.paint(view.foot, speakers.french, view.now);
		paintScene(view.scene, speakers);
		subtitle.paint(view.saying, view.now);
		tell(view.scene, speakers);
	}

	/**
	 * Letters as large as the last row needs them.
	 * @param {import("./measure.js").Seat} seat
	 */
	function paintSizes({ distance_m, diagonal_in }) {
		const wanted = [innerWidth, innerHeight, distance_m, diagonal_in].join();
		if (wanted === measured) return;
		measured = wanted;
		const { text, angle } = measure({ width: innerWidth, height: innerHeight }, { distance_m, diagonal_in });
		document.documentElement.style.setProperty("--text", `${text}px`);
		// For who sets a screen up: under 0.7 it is too small for its room.
		document.body.dataset.angle = angle.toFixed(2);
		fitScene();
	}

	function fitScene() {
		const scene = stage.firstElementChild;
		if (scene instanceof HTMLElement) fit(scene);
	}

	/**
	 * @param {Scene} scene
	 * @param {Speakers} speakers
	 */
	function paintScene(scene, speakers) {
		const wanted = JSON.stringify([scene, speakers.others.map((words) => words.language)]);
		const turn = speakers.inTurn.map((words) => words.language).join();
		if (wanted !== drawn || speakers.site !== drawnSite) {
			stage.dataset.scene = scene.name;
			stage.replaceChildren(drawScene(scene, speakers));
			fitScene();
		} else if (turn !== drawnTurn) {
			drawTurn(stage, scene, speakers);
			fitScene();
		}
		[drawn, drawnTurn, drawnSite] = [wanted, turn, speakers.site];
	}

	/**
	 * The caption of each announcement, for who hears the screen through a screen reader: in French, then in the
	 * language of the resident who is called.
	 * @param {Scene} scene
	 * @param {Speakers} speakers
	 */
	function tell(scene, { french, others, site: there }) {
		if (scene.name === "offline") caption.replaceChildren();
		if (scene.name !== "announcement" || scene.announced === told) return;
		told = scene.announced;
		const voices = [french, ...others.filter((words) => words.language === scene.call.language)];
		const phrases = voices.map((words) => {
			const phrase = document.createElement("p");
			fillPhrase(phrase, words, scene.call, wayTo(there, scene.call.counter).way);
			return phrase;
		});
		caption.replaceChildren(...phrases);
	}

	return { paint };
}
