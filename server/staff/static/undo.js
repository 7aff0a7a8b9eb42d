/** The act that can be taken back: its seconds run down, and its button goes with the last of them. */
const desk = /** @type {HTMLElement} */ (document.getElementById("desk"));

/** Shorter than a second, so that none is told too long. */
const STEP_MS = 250;

/** @type {ReturnType<typeof setInterval> | undefined} */
let running;

/** The desk was drawn: the server said how long is left. */
function runDown() {
	clearInterval(running);
	const button = /** @type {HTMLElement | null} */ (desk.querySelector("#undo"));
	const left = button?.querySelector(".left");
	if (!button || !left) return;
	const ends = performance.now() + Number(button.dataset.left);
	const words = left.textContent ?? "";
	running = setInterval(() => {
		const seconds = Math.ceil((ends - performance.now()) / 1000);
		if (seconds > 0) {
			left.textContent = words.replace(/\d+/, String(seconds));
			return;
		}
		clearInterval(running);
		if (button.contains(document.activeElement)) desk.focus({ preventScroll: true });
		button.remove();
	}, STEP_MS);
}

new MutationObserver(runDown).observe(desk, { childList: true });
runDown();
