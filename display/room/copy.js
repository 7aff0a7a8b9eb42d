/**
 * Whether this page is the small copy that staff see at the desk: /display/SITE/SCREEN?copy. It shows what a screen
 * shows, and is none: it makes no sound, says nothing of itself, and reads with the session of who is signed in.
 */
export const IS_COPY = new URLSearchParams(location.search).has("copy");
