/**
 * Until so much time went by, or somebody stopped it.
 *
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function pause(ms, signal) {
	return new Promise((resolve) => {
		const over = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", over);
			resolve();
		};
		const timer = setTimeout(over, ms);
		signal.addEventListener("abort", over);
		if (signal.aborted) over();
	});
}
