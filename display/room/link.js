/**
 * The road to the server: Socket.IO (line.js), and plain HTTP (polls.js) whenever the socket is down or silent.
 * It carries boards and decides nothing about them. It never gives up.
 *
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./board.js").Call} Call
 * @typedef {import("./setting.js").Site} Site
 */
import { onWake } from "./awake.js";
import { now } from "./clock.js";
import { openLine } from "./line.js";
import { createPolls } from "./polls.js";

const TICK_MS = 250;

/**
 * @param {string} site
 * @param {string | null} screen
 * @param {ReturnType<typeof import("./asking.js").createAsking>} asking
 * @param {object} on
 * @param {(site: Site) => void} on.site
 * @param {(board: Board, fresh: boolean, missed: Call[]) => void} on.board see hear() in hear.js
 * @param {(code: string, since: number) => void} on.failure both ways failed; since on the page clock
 */
export function openLink(site, screen, asking, on) {
	const shown = screen === null ? "" : `screen=${encodeURIComponent(screen)}`;
	/** @type {string | null} the setup that the site was last described with */
	let describedAs = null;
	let isDescribing = false;
	/** The setup of the newest board: the site may change again while it is asked for. */
	let wanted = "";
	let heardAt = now();
	/** @type {number | null} the version up to which every call was handed on */
	let completeTo = null;
	let handing = Promise.resolve();

	const line = openLine(site, screen, asking, {
		board: hear,
		down() {
			describedAs = null;
			polls.hurry();
			polls.poll();
		},
	});
	const polls = createPolls(
		() => asking.ask(`/board?${shown}`),
		(answer, since) => {
			if ("body" in answer) {
				// The server has read it for this very question: as fresh as the first word of a connection.
				hear(answer.body, true);
				// Since it was asked, something may have been heard.
			} else if (!line.isWell() && heardAt < since) on.failure(answer.code, since);
		},
	);

	/**
	 * Boards are handed on in the order in which they come, also where one has to wait for what fell before it.
	 * @param {Board} board
	 * @param {boolean} fresh
	 */
	function hear(board, fresh) {
		heardAt = now();
		if (board.setup !== describedAs) describe(board.setup);
		handing = handing.then(async () => {
			const missed = mayHaveMissed(board) ? await askMissed(board) : [];
			if (missed !== null) completeTo = board.version;
			on.board(board, fresh, missed ?? []);
		});
	}

	/**
	 * A board lists all calls from its `oldest` on, and the boards before it have told those up to their version.
	 * @param {Board} board
	 */
	function mayHaveMissed({ version, oldest }) {
		return completeTo !== null && completeTo < version && completeTo + 1 < oldest;
	}

	/**
	 * @param {Board} board
	 * @returns {Promise<Call[] | null>} null when they cannot be had now: with the next board they are asked for again
	 */
	async function askMissed({ oldest }) {
		const answer = await asking.ask(`/calls?after=${completeTo}&${shown}`);
		if (!("body" in answer)) return null;
		return answer.body.calls.filter((/** @type {Call} */ call) => call.seq < oldest);
	}

	/**
	 * The site's name, languages and screens: asked again after each break and whenever they have changed, and with
	 * each board until they are known.
	 * @param {string} setup
	 */
	async function describe(setup) {
		wanted = setup;
		if (isDescribing) return;
		isDescribing = true;
		const answer = await asking.ask("");
		isDescribing = false;
		if (!("body" in answer)) return;
		describedAs = setup;
		on.site(answer.body);
		if (wanted !== setup) describe(wanted);
	}

	function tick() {
		if (!line.isWell()) polls.poll();
	}

	onWake(() => {
		line.renew();
		polls.hurry();
		polls.poll();
	});
	polls.poll();
	setInterval(tick, TICK_MS);
}
