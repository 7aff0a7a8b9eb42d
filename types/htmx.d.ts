// What hatch_build.py bundles into server/look/vendor/htmx.js.
import htmx from "htmx.org";

export default htmx;

declare global {
	interface Window {
		htmx: typeof htmx;
	}
}
