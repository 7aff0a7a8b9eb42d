/**
 * The shapes that the phone's page is made of. They stand here because what is written beside code that a phone loads
 * weighs on its first view, which has 60 kB.
 */
import type { Socket } from "socket.io-client";
import type { Words } from "/look/words.js";

/** A ticket, as the server tells it to whoever holds its link. */
export type Ticket = {
	/** "A012" */
	number: string;
	site: { id: string; name: string };
	language: string;
	/** Of the site. */
	languages: string[];
	state: string;
	/** People called before. */
	ahead: number;
	wait: { low_min: number; high_min: number } | null;
	counter: { id: string; label: string; way: string | null; place: Record<string, string> } | null;
	call_count: number;
	/** When this was true: RFC 3339, UTC. */
	at: string;
};

/** All times in ms by the wall clock, because the page's own stands still while a phone sleeps. */
export type Road = {
	socket: Socket | null;
	timer: number;
	/** In a row. */
	failures: number;
	heardAt: number;
	/** Until then the server has asked to be left alone. */
	alone: number;
	/** Until then no socket is asked for: this link had too many. */
	full: number;
};

/** What the page shows, drawn anew with each change. */
export type View = {
	/** The ticket's, or "connecting", "lost", "unknown", "busy". */
	state: string;
	ticket: Ticket | null;
	words: Words;
	/** For who holds a link that tells no language. */
	everyone: Words[];
	/** How old a truth is that is still shown; 0 while it is fresh, or lost. */
	oldSeconds: number;
	/** Hours and minutes, "" while connected. */
	lostSince: string;
	/** The server has been asked too often. */
	isBusy: boolean;
};

/** A button of the sheet. */
export type Answer = {
	text: string;
	/** For `data-answer`. */
	name: string;
	/** Of the text, where it is not the page's. */
	lang?: string;
	/** What is chosen now. */
	current?: boolean;
	/** The one that stands out. */
	first?: boolean;
	act: () => void;
};
