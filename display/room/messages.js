/**
 * What the strip at the foot tells in turn, page by page: a line that ran along would be read by nobody who reads
 * slowly, and moves. Pure: what fits on a page is measured by who asks.
 *
 * @typedef {{text: string, language: string}} Telling a sentence or two of one language
 * @typedef {import("./setting.js").Site} Site
 */

/** French comes again after so many other languages: nobody waits long for it. */
const BETWEEN = 2;
/** A sentence that breaks off goes on: a Chinese one with two of them, and without spaces. */
const GOES_ON = "…";
/** Time to find the line again. */
const FINDING_MS = 2_000;
/** A slow reader's pace, about a hundred words a minute; a Chinese sign is most of a word. */
const LETTER_MS = 120;
const SIGN_MS = 350;
const SIGN = /\p{Script=Han}/u;

/**
 * The messages of a site in the order in which they are told.
 * @param {Site | null} site
 * @returns {Telling[]}
 */
export function tellingsOf(site) {
	if (site === null) return [];
	const others = site.languages.filter((language) => language !== "fr");
	const rounds = Math.max(1, Math.ceil(others.length / BETWEEN));
	return Array.from({ length: rounds }, (_, round) => {
		const languages = ["fr", ...others.slice(round * BETWEEN, (round + 1) * BETWEEN)];
		return site.messages.flatMap(({ texts }) =>
			languages.flatMap((language) => {
				const text = texts[language];
				return text === undefined ? [] : [{ text, language }];
			}),
		);
	}).flat();
}

/**
 * A text in pieces that fit: whole where it does, else a sentence or two a page. A sentence that fits on none is
 * divided, as even as its words allow, and says with "…" where it breaks off and where it goes on.
 * @param {Telling} telling
 * @param {(text: string) => boolean} fits
 * @returns {string[]} one at least; a word that fits nowhere has a page of its own
 */
export function pagesOf({ text, language }, fits) {
	if (fits(text)) return [text];
	const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
	// Short sentences share a page; one that is divided shares none of its own.
	const shared = filled(
		sentences.map(({ segment }) => segment),
		fits,
		(page) => page.trim(),
	);
	return shared.flatMap((part) => (fits(part.trim()) ? [part.trim()] : evenPages(wordsOf(part, language), fits)));
}

/**
 * @param {string} page
 * @param {boolean} isFirst of its sentence
 * @param {boolean} isLast
 */
function marked(page, isFirst, isLast) {
	const [mark, space] = SIGN.test(page) ? [GOES_ON + GOES_ON, ""] : [GOES_ON, "\u00a0"];
	return (isFirst ? "" : mark + space) + page.trim() + (isLast ? "" : space + mark);
}

/**
 * @param {string[]} words each with the space behind it
 * @param {(text: string) => boolean} fits
 */
function evenPages(words, fits) {
	const greedy = filled(words, fits, marked);
	const whole = greedy.join("").length;
	// The lowest bound with which it takes no page more, by halves: each try is measured, letter by letter would be felt.
	let [low, high, even] = [Math.ceil(whole / greedy.length), whole, greedy];
	while (low < high) {
		const most = Math.floor((low + high) / 2);
		const pages = filled(words, (text) => text.length <= most && fits(text), marked);
		if (pages.length > greedy.length) low = most + 1;
		else [high, even] = [most, pages];
	}
	return written(even);
}

/** @param {string[]} pages of one sentence */
function written(pages) {
	return pages.map((page, nth) => marked(page, nth === 0, nth === pages.length - 1));
}

/**
 * As much on each page as fits, with its marks.
 * @param {string[]} words
 * @param {(text: string) => boolean} fits
 * @param {(page: string, isFirst: boolean, isLast: boolean) => string} mark
 */
function filled(words, fits, mark) {
	/** @type {string[]} */
	const pages = [];
	for (const [nth, word] of words.entries()) {
		const longer = (pages.at(-1) ?? "") + word;
		const isLast = nth === words.length - 1;
		if (pages.length > 0 && fits(mark(longer, pages.length === 1, isLast))) pages[pages.length - 1] = longer;
		else pages.push(word);
	}
	return pages;
}

/**
 * Where a line may end: at a space that is no firm one, and in Chinese, which has none, after a word and its mark.
 * @param {string} text
 * @param {string} language
 */
function wordsOf(text, language) {
	if (!SIGN.test(text)) return text.split(/(?<= )/);
	/** @type {string[]} */
	const words = [];
	for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
		if (isWordLike || words.length === 0) words.push(segment);
		else words[words.length - 1] += segment;
	}
	return words;
}

/**
 * How long a page stays, in ms.
 * @param {string} text
 */
export function timeFor(text) {
	const letters = [...text];
	const signs = letters.filter((letter) => SIGN.test(letter)).length;
	return FINDING_MS + signs * SIGN_MS + (letters.length - signs) * LETTER_MS;
}

/**
 * The page whose turn it is.
 * @template {{text: string}} T
 * @param {T[]} pages one at least
 * @param {number} now in ms
 * @returns {T}
 */
export function pageAt(pages, now) {
	let left = now % pages.reduce((whole, { text }) => whole + timeFor(text), 0);
	for (const page of pages) {
		left -= timeFor(page.text);
		if (left < 0) return page;
	}
	return /** @type {T} */ (pages.at(-1));
}
