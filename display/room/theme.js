/**
 * The colours of the screen: high contrast where its address asks for it (/display/SITE/SCREEN?theme=contrast), or the
 * system that it runs on.
 */
const system = matchMedia("(prefers-contrast: more)");

export function followTheme() {
	const asked = new URLSearchParams(location.search).get("theme");
	const set = () => {
		const theme = asked === "contrast" || system.matches ? "contrast" : "normal";
		document.documentElement.dataset.theme = theme;
	};
	set();
	system.addEventListener("change", set);
}
