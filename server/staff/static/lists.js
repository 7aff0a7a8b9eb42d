/** Lists that a mediator opened or closed stay so, however often the desk is drawn again. */

/** @type {Map<string, boolean>} */
const chosen = new Map();

/** @param {HTMLElement} desk */
export function keepLists(desk) {
	desk.addEventListener("click", (event) => {
		const list = event.target instanceof Element && event.target.closest("summary")?.parentElement;
		if (list instanceof HTMLDetailsElement) chosen.set(list.id, !list.open);
	});
}

/** @param {HTMLElement} desk */
export function restoreLists(desk) {
	for (const list of desk.querySelectorAll("details")) list.open = chosen.get(list.id) ?? list.open;
}
