/** Before a counter that somebody must take first: its button has the keyboard, once it works. */
document.addEventListener("DOMContentLoaded", () => {
	document.getElementById("take-counter")?.focus();
});
