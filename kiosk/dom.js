/**
 * Elements, made in one line each. Screens are trees of these; only page.js puts them on the page.
 */

/** @typedef {string | Node | null} Child null is left out, so that a screen can say `ticket.wait && …` plainly */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | ((event: Event) => void)>} attributes a function is a listener: `{click: done}`
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes, ...children) {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === "function") made.addEventListener(name, value);
		else made.setAttribute(name, value);
	}
	made.append(...children.filter((child) => child !== null));
	return made;
}

/**
 * A pictogram of the sprite, coloured by the text around it. It only repeats what the words beside it say.
 *
 * @param {string} name
 * @param {string} [sprite]
 */
export function picture(name, sprite = "/look/vendor/pictograms.svg") {
	const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
	svg.setAttribute("class", "picture");
	svg.setAttribute("aria-hidden", "true");
	const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
	use.setAttribute("href", `${sprite}#${name}`);
	svg.append(use);
	return svg;
}

/**
 * A need's pictogram in its own shape and colour: the same mark on the tile, the ticket and the paper.
 *
 * @param {Pick<import("./api.js").Need, "pictogram" | "colour" | "shape">} need
 */
export function emblem(need) {
	const made = element("span", { class: "emblem", "data-shape": need.shape });
	made.style.setProperty("--need", `var(--need-${need.colour})`);
	made.append(picture(need.shape, "/look/shapes.svg"), picture(need.pictogram));
	return made;
}

/**
 * A piece of one language inside a page of another.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {import("/look/words.js").Words} words
 * @param {Record<string, string | ((event: Event) => void)>} attributes
 * @param {...Child} children
 */
export function inLanguage(tag, words, attributes, ...children) {
	return element(tag, { lang: words.language, dir: words.dir, ...attributes }, ...children);
}

/**
 * A key of the bar at the foot: a picture for the eye, its name for ear and screen reader.
 *
 * @param {string} action
 * @param {string} icon
 * @param {string} name
 * @param {() => void} onPress
 */
export function barButton(action, icon, name, onPress) {
	return element(
		"button",
		{
			type: "button",
			class: "frame-button",
			"data-action": action,
			"aria-label": name,
			"data-say": name,
			click: onPress,
		},
		picture(icon),
	);
}
