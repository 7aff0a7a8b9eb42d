// What a screen of the kiosk must keep, whatever stands on it, read from the page as it is drawn. Answers with what is
// wrong, one line each.
async () => {
	const { overflowing } = await import("/assets/kiosk/fit.js");
	const H_OF_FONT_SIZE = 0.668; // Atkinson Hyperlegible Next
	const HALF_A_PIXEL = 0.5;
	const root = getComputedStyle(document.documentElement);
	const mm = Number.parseFloat(root.getPropertyValue("--mm"));
	const floor = Number.parseFloat(root.getPropertyValue("--text"));
	const wrong = [];
	const nameOf = (element) =>
		`${element.tagName.toLowerCase()}.${[...element.classList].join(".")} “${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40)}”`;
	const openDialog = document.querySelector("dialog[open]");
	const isSeen = (element) =>
		element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
	const isOnTop = (element) => !openDialog || openDialog.contains(element);

	// The screen's own measure: its diagonal in pixels is its diagonal in millimetres.
	if (!(mm > 1 && floor / mm > 5)) wrong.push(`the screen is not measured: --mm ${mm}, --text ${floor}`);

	// Keys: 20 mm, whole on the screen, none over another.
	const keys = [...document.querySelectorAll("button")].filter((key) => isSeen(key) && isOnTop(key));
	for (const key of keys) {
		const box = key.getBoundingClientRect();
		if (Math.min(box.width, box.height) < 20 * mm - HALF_A_PIXEL)
			wrong.push(`${nameOf(key)} is ${(box.width / mm).toFixed(1)} by ${(box.height / mm).toFixed(1)} mm`);
		if (box.left < -HALF_A_PIXEL || box.top < -HALF_A_PIXEL || box.right > innerWidth + HALF_A_PIXEL || box.bottom > innerHeight + HALF_A_PIXEL)
			wrong.push(`${nameOf(key)} leaves the screen`);
		const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
		const isCell = key.parentElement?.classList.contains("tile-cell");
		if (!key.contains(middle) && !isCell) wrong.push(`${nameOf(key)} is under ${middle ? nameOf(middle) : "nothing"}`);
	}

	// Words: a capital H of 0.7°, whole on the screen, in their box, 4.5 to 1.
	const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const drawn = [];
	for (let node = words.nextNode(); node; node = words.nextNode()) {
		const holder = node.parentElement;
		if (!node.data.trim() || !holder || !isSeen(holder) || !isOnTop(holder)) continue;
		const style = getComputedStyle(holder);
		if (holder.clientWidth === 1 && style.clipPath !== "none") continue; // for ears alone
		const size = Number.parseFloat(style.fontSize);
		if (size < floor - HALF_A_PIXEL)
			wrong.push(`${nameOf(holder)}: its H is ${((size * H_OF_FONT_SIZE) / mm).toFixed(1)} mm`);
		const range = document.createRange();
		range.selectNodeContents(node);
		// The line's own height, not the room above its letters.
		const boxes = [...range.getClientRects()].map((box) => ({ left: box.left, right: box.right, top: box.top + size * 0.2, bottom: box.bottom - size * 0.15 }));
		drawn.push(...boxes.map((box) => ({ ...box, holder })));
		const limit = holder.closest("button, dialog, .paper, .stub, main, #frame")?.getBoundingClientRect();
		for (const box of boxes) {
			if (!limit) continue;
			if (box.left < limit.left - 1 || box.right > limit.right + 1 || box.top < limit.top - 1 || box.bottom > limit.bottom + 1)
				wrong.push(`${nameOf(holder)} leaves its box`);
		}
		// Nothing lies over a line; a speaker's key may, beside its picture.
		for (const box of boxes) {
			const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
			if (top && !holder.contains(top) && !top.contains(holder) && !top.closest(".tile-speaker"))
				wrong.push(`${nameOf(holder)} lies under ${nameOf(top)}`);
		}
		const contrast = ratio(style.color, groundOf(holder));
		if (contrast < 4.5 && !holder.closest("[aria-disabled=true]")) wrong.push(`${nameOf(holder)} has a contrast of ${contrast.toFixed(1)}`);
	}

	// No word on another, none under a speaker.
	const speakers = [...document.querySelectorAll(".tile-speaker .picture")].filter(isSeen).filter(isOnTop);
	const boxes = [...drawn, ...speakers.map((holder) => ({ ...rectOf(holder), holder }))];
	boxes.forEach((one, at) => {
		for (const other of boxes.slice(at + 1)) {
			if (one.holder === other.holder || one.holder.contains(other.holder) || other.holder.contains(one.holder)) continue;
			const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
			if (wide > 1 && high > 1) wrong.push(`${nameOf(one.holder)} lies on ${nameOf(other.holder)}`);
		}
	});

	// What is written runs the way of its language, whichever hand the page is for.
	for (const written of document.querySelectorAll("body [dir]")) {
		if (isSeen(written) && getComputedStyle(written).direction !== written.dir) wrong.push(`${nameOf(written)} runs the wrong way`);
	}
	const number = document.querySelector(".number");
	if (number && getComputedStyle(number).direction !== "ltr") wrong.push("the number runs from right to left");

	for (const box of overflowing(document.querySelector("main"))) wrong.push(`${nameOf(box)} is too small for what it holds`);
	const page = document.documentElement;
	if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) wrong.push("the page scrolls");

	// Low reach, on a screen that stands upright: every key in the lower 55 %.
	if (page.dataset.reach === "low" && innerHeight > innerWidth && !openDialog) {
		for (const key of keys) {
			const { top } = key.getBoundingClientRect();
			if (top < innerHeight * 0.45) wrong.push(`${nameOf(key)} is out of reach, at ${Math.round((100 * top) / innerHeight)} %`);
		}
	}
	return [...new Set(wrong)];

	function rectOf(element) {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		return { left, right, top, bottom };
	}

	function groundOf(element) {
		for (let at = element; at; at = at.parentElement) {
			const ground = getComputedStyle(at).backgroundColor;
			if (!/^rgba\(.*, 0\)$/.test(ground)) return ground;
		}
		return "rgb(255, 255, 255)";
	}

	function ratio(one, other) {
		const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
		return (light + 0.05) / (dark + 0.05);
	}

	// WCAG 2.2, relative luminance.
	function luminance(colour) {
		const [red, green, blue] = colour.match(/[\d.]+/g).map((each) => {
			const share = Number(each) / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	}
};
