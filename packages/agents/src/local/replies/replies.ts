import type { Reply } from "../compose.ts";
import { TRACKING_REPLIES } from "./tracking.ts";

/** How the results of tools are said, by tool; every other tool says its summary. */
export const REPLIES: Readonly<Record<string, Reply>> = { ...TRACKING_REPLIES };
