// What a page has beside its modules.
interface Window {
	/** htmx, loaded by the staff pages as a plain script. */
	htmx: typeof import("htmx.org").default;
}
