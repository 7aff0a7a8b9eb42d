/**
 * What is said of a call: in French, then in the language of the resident who is called. Pure.
 *
 * “Numéro” comes first: the ear needs a word to turn to the loudspeaker, and a letter alone would be over by then. The
 * counter is called as its sign says, which is written in French; other languages have their own word and its id, as
 * on the screen.
 *
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("./setting.js").Way} Way
 * @typedef {import("/look/words.js").Words} Words
 *
 * @typedef {object} Saying
 * @property {string} text as the ear gets it: "Numéro A 0 1 2. Guichet 3."
 * @property {string} written as the caption of it: "Numéro A 012. Guichet 3."
 * @property {string} language
 * @property {"ltr" | "rtl"} dir
 */
import { spoken } from "/look/speech/spoken.js";
import { spaced } from "/look/words.js";

/** Its sentences follow each other without a space. */
const UNSPACED = "zh";
const ENDED = /[.!?。！？؟]$/;

/**
 * A recall is said twice: once was not enough.
 *
 * @param {Call} call
 * @param {{french: Words, others: Words[]}} speakers
 * @param {{way: Way | null, place: Record<string, string>}} there where its counter lies
 * @param {boolean} isRepeated whether there is time for a recall's second time
 * @returns {Saying[]} one at least
 */
export function sayingsOf(call, { french, others }, there, isRepeated) {
	const voices = [french, ...others.filter(({ language }) => language === call.language)];
	const plain = voices.map((words) => saying("room-say-call", words, call, there));
	if (call.count === 1) return plain;
	const again = voices.map((words) => saying("room-say-recall", words, call, there));
	return isRepeated ? [...again, ...plain] : again;
}

/**
 * @param {string} id
 * @param {Words} words
 * @param {Call} call
 * @param {{way: Way | null, place: Record<string, string>}} there
 * @returns {Saying}
 */
function saying(id, words, { number, counter, label }, { way, place }) {
	const { language, dir } = words;
	const sentences = [words.say(id, { number: spaced(number), counter, label })];
	if (way !== null) sentences.push(words.say(`room-way-${way}`));
	// Who does not find a floor or a room in their own language has read and heard it in French.
	const where = place[language];
	if (where) sentences.push(ENDED.test(where) ? where : `${where}.`);
	const written = sentences.join(language === UNSPACED ? "" : " ");
	return { text: spoken(written), written, language, dir };
}
