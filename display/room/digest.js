/**
 * What a board says, in eight signs: the server works out the same of what it sent (server/shown_board.py). Equal
 * digests mean that the screen holds what the server has; the page shows its own in <body data-hash>.
 *
 * @typedef {import("./board.js").Board} Board
 */

/** CRC-32 as zlib has it, bit by bit: a board is two hundred bytes, once a change. */
const POLYNOMIAL = 0xedb88320;

/** @param {Pick<Board, "phase" | "stopped" | "waiting" | "calls">} board */
export function digest({ phase, stopped, waiting, calls }) {
	const parts = calls.map(
		({ seq, number, counter, count, language }) => `${seq} ${number} ${counter} ${count} ${language}`,
	);
	const said = [phase, String(stopped), String(waiting), ...parts].join("|");
	return crc32(new TextEncoder().encode(said)).toString(16).padStart(8, "0");
}

/** @param {Uint8Array} bytes */
function crc32(bytes) {
	let crc = -1;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
	}
	return ~crc >>> 0;
}
