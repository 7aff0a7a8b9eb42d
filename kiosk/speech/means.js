/**
 * With what the kiosk speaks: its loudspeaker, and the sounds that the server makes for it.
 */
import { createOutlet } from "/look/speech/outlet.js";
import { createSounds } from "/look/speech/sounds.js";
import { siteId } from "../state.js";
import { ANSWER_MS } from "../timing.js";
import { gainOfVolume } from "./volume.js";

export const outlet = createOutlet(gainOfVolume);
export const sounds = createSounds({ site: siteId, role: "kiosk", patienceMs: ANSWER_MS });
