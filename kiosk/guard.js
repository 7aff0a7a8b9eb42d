/**
 * No way out of the page. Whoever stands before the kiosk can touch, press and drag as they like: they stay on it.
 * What a page cannot stop (Ctrl+W, Alt+F4, another console) the machine does: see kiosk/host/.
 */

/** Called once. */
export function guardPage() {
	for (const way of ["contextmenu", "dragstart", "selectstart"]) {
		addEventListener(way, (event) => event.preventDefault());
	}
}
