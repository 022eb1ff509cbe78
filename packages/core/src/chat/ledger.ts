import { z } from "zod";

import type { Ctx, Services } from "../context.ts";
import { isDomainError } from "../errors.ts";
import { toJson } from "../json.ts";
import type { LiveEvent } from "../live/events.ts";
import { inSession, parseInput, perform, recordAction } from "../operation.ts";
import type { Write } from "../operation.ts";

/** One action of a decided card, as the ledger holds it. */
export type LedgerEntry = {
  readonly actionId: string;
  readonly tool: string;
  readonly args: Record<string, unknown>;
  readonly status: "confirmed" | "done" | "failed" | "rejected";
  readonly reason: string | null;
  readonly result: unknown;
  readonly summary: string | null;
};

const Args = z.record(z.string(), z.unknown());
const Status = z.enum(["confirmed", "done", "failed", "rejected"]);

const Entries = z.array(
  z.object({
    actionId: z.string(),
    tool: z.string(),
    args: Args,
    status: Status,
    reason: z.string().nullable(),
    result: z.unknown(),
    summary: z.string().nullable(),
  }),
);

/** The ledger's rows of a card, in the order the card showed its actions. */
export function ledgerOf(rows: unknown, order: readonly string[]): LedgerEntry[] {
  return Entries.parse(rows).toSorted(
    (a, b) => order.indexOf(a.actionId) - order.indexOf(b.actionId),
  );
}

export type Executed = {
  readonly status: "ok" | "error";
  readonly result: unknown;
  readonly summary: string;
};

/**
 * Carries out one confirmed action, once.
 *
 * Its ledger row goes `confirmed` → `done` in the same transaction as the operation's rows, so a replay finds
 * the stored outcome and writes nothing. A refusal of the operation rolls its rows back and is stored as
 * `failed`; what may pass later (`unavailable`) stays confirmed and is thrown.
 */
export async function runAction(
  services: Services,
  action: {
    readonly userId: string;
    readonly conversationId: string;
    readonly actionId: string;
    readonly operation: Write;
    readonly args: unknown;
    /** The sentence that the person reads of the outcome. */
    summary(output: unknown): string;
    failure(error: unknown): string;
    /** What listeners are told of the outcome, in the transaction that stores it; a replay tells nothing. */
    tell?(status: "ok" | "error", summary: string): readonly LiveEvent[];
  },
): Promise<Executed> {
  const caller = { userId: action.userId, actor: "assistant", actionId: action.actionId } as const;
  try {
    return await inSession(services, caller, async (ctx) => {
      const stored = await storedOutcome(ctx, action.actionId);
      if (stored) return stored;
      const input = parseInput(action.operation.input, action.args);
      const output = await perform(ctx, action.operation, input);
      const summary = action.summary(output);
      await ctx.tx.toolAction.update({
        where: { userId_id: { userId: action.userId, id: action.actionId } },
        data: { status: "done", result: toJson(output ?? {}), summary, finishedAt: ctx.nowDate },
      });
      const title = action.operation.trail?.(output, input) ?? null;
      await recordAction(ctx, {
        operation: action.operation.name,
        input,
        output,
        title,
        conversationId: action.conversationId,
      });
      for (const event of action.tell?.("ok", summary) ?? []) ctx.emit(event);
      return { status: "ok", result: output, summary };
    });
  } catch (error) {
    if (!isDomainError(error) || error.code === "unavailable") throw error;
    const summary = action.failure(error);
    const result = { code: error.code, reason: error.reason };
    await inSession(services, caller, async (ctx) => {
      const { count } = await ctx.tx.toolAction.updateMany({
        where: { userId: action.userId, id: action.actionId, status: "confirmed" },
        data: { status: "failed", result: toJson(result), summary, finishedAt: ctx.nowDate },
      });
      if (count > 0) for (const event of action.tell?.("error", summary) ?? []) ctx.emit(event);
    });
    return { status: "error", result, summary };
  }
}

/** Locks the action's row; an outcome that is stored already is the answer. */
async function storedOutcome(ctx: Ctx, actionId: string): Promise<Executed | null> {
  const [row] = await ctx.tx.$queryRaw<
    { status: string; result: unknown; summary: string | null }[]
  >`
    select status, result, summary from tool_actions where user_id = ${ctx.userId}::uuid and id = ${actionId}::uuid for update`;
  if (!row || row.status === "confirmed") return null;
  return {
    status: row.status === "done" ? "ok" : "error",
    result: row.result,
    summary: row.summary ?? "",
  };
}
