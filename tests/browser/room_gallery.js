// The waiting room's own painting, in the hands of a test: see room_gallery.py.
async () => {
	const { createScreen } = await import("/assets/display/room/screen.js");
	const { tellingsOf } = await import("/assets/display/room/messages.js");
	const { sayingsOf } = await import("/assets/display/room/sayings.js");
	const { wayTo } = await import("/assets/display/room/setting.js");
	const { untilLoaded } = await import("/assets/display/words.js");
	const screen = createScreen();
	const words = {};
	let known = "";
	let site = null;
	let said = "";
	let sayings = [];

	window.show = async (place, told, turn) => {
		// The screen knows a site by its description, which stays one object until it changes.
		if (JSON.stringify(place) !== known) [site, known] = [place, JSON.stringify(place)];
		for (const language of site.languages) words[language] ??= await untilLoaded("room", language);
		const { fr: french, ...rest } = words;
		const others = site.languages.filter((language) => language !== "fr").map((language) => rest[language]);
		const { scene, state = "live", note = "", sound = "on", waiting = 12, foot = true, now = 0, saying = 0 } = told;
		const speakers = { french, others, inTurn: turn.map((language) => words[language]), site };
		const say = (id) => (id === "" ? "" : french.say(id, { seconds: 25 }));
		// What is said is one thing for as long as it is said.
		const spoken = JSON.stringify([scene, site.counters]);
		if (scene.name !== "announcement") sayings = [];
		else if (spoken !== said) sayings = sayingsOf(scene.call, { french, others }, wayTo(site, scene.call.counter), true);
		said = spoken;
		const tellings = tellingsOf(site);
		const view = {
			state,
			scene: scene.name === "offline" ? { ...scene, why: say(scene.why) } : scene,
			announced: scene.announced ?? 0,
			site: site.name,
			note: say(note),
			time: "10:42",
			sound,
			saying: sayings[Math.min(saying, sayings.length - 1)] ?? null,
			foot: foot ? { waiting, tellings: note.endsWith("-note") ? [{ text: say(note), language: "fr" }, ...tellings] : tellings } : null,
			version: 1,
			hash: "",
			now,
		};
		screen.paint(view, speakers);
		// Letters are measured in their own shapes, and once the room about them has its size.
		do {
			await document.fonts.ready;
			await new Promise((laid) => requestAnimationFrame(() => setTimeout(laid)));
		} while (document.fonts.status !== "loaded");
		screen.paint(view, speakers);
	};
};
