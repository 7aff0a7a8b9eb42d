/** The copy of the kiosk at its own size, then as a whole as small as its frame. */

const KIOSK_PX = 1080;
const frame = /** @type {HTMLElement} */ (document.querySelector("[data-frame]"));

new ResizeObserver(() => {
	frame.style.setProperty("--smaller", String(frame.clientWidth / KIOSK_PX));
}).observe(frame);

export {};
