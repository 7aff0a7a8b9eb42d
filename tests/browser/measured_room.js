// What a scene of the waiting room must keep, read from the page as it is drawn, for a screen of so many inches that is
// read from so many metres. Answers with what is wrong, one line each; see room_gallery.py.
({ diagonal, distance, rows }) => {
	const H_OF_FONT_SIZE = 0.668; // Atkinson Hyperlegible Next
	const DEGREES = 0.7; // EN 301 549, 5.1.4
	const mm = Math.hypot(innerWidth, innerHeight) / (diagonal * 25.4);
	const floor = (1000 * distance * Math.tan((DEGREES * Math.PI) / 180) * mm) / H_OF_FONT_SIZE;
	// For who stands near: the site's name, notes of the staff, the code by which they let a screen in, the other languages
	// of a scene in which they take turns.
	const NEAR = ".site, .note, .sound, .why, .team, .others, .greeting + .greeting, .no-tickets .hello + p";
	const wrong = [];
	const nameOf = (element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
	const root = document.querySelector(".announcement, .offline") ?? document.body;
	const isSeen = (element) => {
		const style = getComputedStyle(element);
		return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !(element.clientWidth <= 1 && style.overflow === "hidden");
	};
	const isHidden = (element) => element.closest(".spoken") !== null || !isSeen(element) || [...parents(element)].some((each) => getComputedStyle(each).clipPath !== "none");

	const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const drawn = [];
	let largest = 0;
	let number = 0;
	for (let node = words.nextNode(); node; node = words.nextNode()) {
		const holder = node.parentElement;
		if (!node.data.trim() || !holder || holder.closest("template") || isHidden(holder)) continue;
		const style = getComputedStyle(holder);
		const size = Number.parseFloat(style.fontSize);
		if (holder.closest(".number-box")) number = size;
		else largest = Math.max(largest, size);
		if (!holder.closest(NEAR) && size < floor - 0.01) wrong.push(`${nameOf(holder)}: its H is ${((size * H_OF_FONT_SIZE) / mm).toFixed(1)} mm`);
		const range = document.createRange();
		range.selectNodeContents(node);
		// The capitals' own height: a font's box has room above and below them.
		const boxes = [...range.getClientRects()].map(({ left, right, top, bottom }) => {
			const over = (bottom - top - size * H_OF_FONT_SIZE) / 2;
			return { left, right, top: top + over, bottom: bottom - over, holder };
		});
		drawn.push(...boxes);
		for (const box of boxes) {
			if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) wrong.push(`${nameOf(holder)} leaves the screen`);
			const part = holder.closest(".strip, .top, main")?.getBoundingClientRect();
			if (part && root === document.body && (box.top < part.top - 1 || box.bottom > part.bottom + 1)) wrong.push(`${nameOf(holder)} leaves its part of the screen`);
			const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
			// The boxes of digits reach over their neighbours; whether the digits do is seen below.
			if (top && !top.closest(".number-box, .clock") && !holder.contains(top) && !top.contains(holder)) wrong.push(`${nameOf(holder)} lies under ${nameOf(top)}`);
		}
		for (let box = holder; box && box !== root; box = box.parentElement)
			if (getComputedStyle(box).overflowX === "hidden" && !box.matches(".message") && box.scrollWidth > box.clientWidth + 1) wrong.push(`${nameOf(box)} cuts what it holds`);
		const contrast = ratio(style.color, groundOf(holder));
		if (contrast < 4.5) wrong.push(`${nameOf(holder)} has a contrast of ${contrast.toFixed(1)}`);
	}
	drawn.forEach((one, at) => {
		for (const other of drawn.slice(at + 1)) {
			if (one.holder === other.holder || one.holder.contains(other.holder) || other.holder.contains(one.holder)) continue;
			const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
			if (wide > 1 && high > 1) wrong.push(`${nameOf(one.holder)} lies on ${nameOf(other.holder)}`);
		}
	});

	// Pictures: a way and a recall are told by one, so it is as large as a capital, and whole on the screen.
	for (const picture of root.querySelectorAll(".way, .again, .recall svg, .waiting .pictogram")) {
		if (isHidden(picture)) continue;
		const { left, right, top, bottom } = picture.getBoundingClientRect();
		if (bottom - top < floor * 0.6) wrong.push(`a ${picture.getAttribute("class") ?? "recall"} is ${Math.round((bottom - top) / mm)} mm high`);
		if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) wrong.push("a picture leaves the screen");
	}

	// The number is what is looked for.
	if (number > 0 && number < 1.35 * largest - 1) wrong.push(`the number is ${Math.round(number)} px beside ${Math.round(largest)}`);
	const listed = [...root.querySelectorAll("[data-previous]")];
	const shown = listed.filter((row) => !isHidden(row)).length;
	if (shown < Math.min(rows, listed.length)) wrong.push(`${shown} calls of ${listed.length} are listed`);

	// What is written runs the way of its language; a number, and a way in the room, in none.
	for (const written of root.querySelectorAll("[dir]")) {
		if (isSeen(written) && getComputedStyle(written).direction !== written.dir) wrong.push(`${nameOf(written)} runs the wrong way`);
	}
	for (const each of root.querySelectorAll(".number, .way")) {
		if (getComputedStyle(each).transform !== "none") wrong.push("a way or a number is mirrored");
		if (each.matches(".number") && getComputedStyle(each).direction !== "ltr") wrong.push("a number runs from right to left");
	}
	const page = document.documentElement;
	if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) wrong.push("the page scrolls");
	return [...new Set(wrong)];

	function* parents(element) {
		for (let at = element; at; at = at.parentElement) yield at;
	}

	function groundOf(element) {
		for (const at of parents(element)) {
			const [red, green, blue, alpha = 1] = numbersOf(getComputedStyle(at).backgroundColor);
			if (alpha === 0) continue;
			if (alpha === 1) return [red, green, blue];
			const under = at.parentElement ? groundOf(at.parentElement) : [255, 255, 255];
			return [red, green, blue].map((one, nth) => one * alpha + under[nth] * (1 - alpha));
		}
		return [255, 255, 255];
	}

	// "rgb(14 34 56)" and "color(srgb 0.8 0.8 0.9)" alike, 0 to 255.
	function numbersOf(colour) {
		const found = colour.match(/[\d.]+/g).map(Number);
		return colour.startsWith("color(") ? [...found.slice(0, 3).map((one) => one * 255), found[3] ?? 1] : found;
	}

	function ratio(one, ground) {
		const [light, dark] = [luminance(numbersOf(one)), luminance(ground)].sort((a, b) => b - a);
		return (light + 0.05) / (dark + 0.05);
	}

	// WCAG 2.2, relative luminance.
	function luminance(colour) {
		const [red, green, blue] = colour.slice(0, 3).map((each) => {
			const share = each / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	}
};
