import { DomainError } from "@vida/core/errors";
import { z } from "zod";

import { modelFailure } from "./model-failure.ts";

const Frame = z.object({
  error: z.object({ code: z.number().optional(), status: z.string().optional() }).optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  candidates: z
    .array(
      z.object({
        finishReason: z.string().optional(),
        content: z
          .object({ parts: z.array(z.record(z.string(), z.unknown())).optional() })
          .optional(),
      }),
    )
    .optional(),
});

const BLOCKED = new Set([
  "SAFETY",
  "RECITATION",
  "LANGUAGE",
  "BLOCKLIST",
  "PROHIBITED_CONTENT",
  "SPII",
  "IMAGE_SAFETY",
]);
const MALFORMED = new Set([
  "MALFORMED_FUNCTION_CALL",
  "UNEXPECTED_TOOL_CALL",
  "TOO_MANY_TOOL_CALLS",
  "MISSING_THOUGHT_SIGNATURE",
]);

type Checked = {
  /** `full` when the answer was cut at its length: what was said may be shown, but is no answer. */
  end: "stop" | "full" | undefined;
  content: boolean;
};

/** Looks at one frame of a stream: whether it ends the answer and whether it says anything. */
export function checkFrame(raw: unknown): Checked {
  const frame = Frame.safeParse(raw);
  if (!frame.success) throw modelFailure("malformed");
  const { error, promptFeedback, candidates } = frame.data;
  if (error !== undefined) throw byStatus(error.code ?? 500, error.status, []);
  if (promptFeedback?.blockReason !== undefined) {
    throw modelFailure("blocked", { why: promptFeedback.blockReason });
  }
  const candidate = candidates?.[0];
  const why = candidate?.finishReason;
  if (why !== undefined && BLOCKED.has(why)) throw modelFailure("blocked", { why });
  if (why !== undefined && MALFORMED.has(why)) throw modelFailure("malformed", { why });
  const parts = candidate?.content?.parts ?? [];
  const content = parts.some((part) => "functionCall" in part || (part["text"] ?? "") !== "");
  if (why === "MAX_TOKENS") return { end: "full", content };
  if (why !== undefined && why !== "STOP" && why !== "FINISH_REASON_UNSPECIFIED") {
    throw modelFailure("refused", { why });
  }
  return { end: why === "STOP" ? "stop" : undefined, content };
}

const HttpError = z.object({
  status: z.number(),
  message: z.string(),
  errorDetails: z.array(z.unknown()).catch([]),
});
const QuotaFailure = z.object({ violations: z.array(z.object({ quotaId: z.string() })) });

/** Turns whatever the client threw into a typed failure; its message may quote the prompt, so it is dropped. */
export function classify(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const http = HttpError.safeParse(error);
  if (http.success) {
    const { status, message, errorDetails } = http.data;
    return byStatus(status, undefined, [...errorDetails, { message }]);
  }
  const message = error instanceof Error ? error.message : "";
  if (/Failed to parse stream|Error reading from the stream/.test(message))
    return modelFailure("cut");
  if (/parsing JSON|JSON/.test(message)) return modelFailure("malformed");
  return modelFailure("network");
}

function byStatus(status: number, name: string | undefined, details: unknown[]): DomainError {
  const seen = JSON.stringify(details);
  if (status === 401 || status === 403 || /API_KEY|API key/.test(seen))
    return modelFailure("key", { status });
  if (status === 429)
    return modelFailure(spentForToday(details) ? "quota" : "overloaded", { status });
  if (status === 408 || status === 504 || name === "DEADLINE_EXCEEDED")
    return modelFailure("timeout", { status });
  if (status >= 500) return modelFailure("overloaded", { status });
  return modelFailure("refused", { status });
}

/** A minute's quota passes by itself, a day's does not. */
function spentForToday(details: unknown[]): boolean {
  return details.some((detail) => {
    const failure = QuotaFailure.safeParse(detail);
    return (
      failure.success && failure.data.violations.some((v) => /PerDay|Billing/i.test(v.quotaId))
    );
  });
}
