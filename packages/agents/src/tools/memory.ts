import type { ToolSpec } from "../tool-spec.ts";

/** Filled as the operations of this domain arrive; each tool stands here once. */
export const MEMORY_TOOLS: readonly ToolSpec[] = [];
