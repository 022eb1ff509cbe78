import type { Preferences } from "@vida/core/account/preferences";
import { claimRun } from "@vida/core/chat/runs";
import type { ClaimedRun } from "@vida/core/chat/runs";
import type { Ctx, Services } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import { inSession } from "@vida/core/operation";

import { readRows } from "./context.ts";
import type { TurnRows } from "./context.ts";
import { readCard } from "./decision.ts";
import type { Decision } from "./decision.ts";
import { mayUseCloud } from "./models.ts";
import type { Brain } from "./turn.ts";

/** What a run starts from: the rows of its context, and of a decision run its card. */
export type Start = { readonly rows: TurnRows; readonly decision?: Decision };

/** A run that was taken, with its start unless that could not be read. */
export type ClaimedTurn = ClaimedRun & { readonly start?: Start | undefined };

type StartDeps = { services: Services; cloud?: Brain["cloud"] };

/**
 * Takes the oldest unfinished run of a conversation with everything that it starts from, in one transaction.
 *
 * A start that cannot be read is no reason to leave the run: it is taken without, so that it can end with an
 * honest error. Null as `claimRun`.
 */
export async function claimTurn(
  deps: StartDeps,
  job: { userId: string; conversationId: string; workerId: string },
): Promise<ClaimedTurn | null> {
  try {
    return await claimRun(deps.services, job, (ctx, claimed) => readStart(ctx, deps, claimed));
  } catch (error) {
    if (isDomainError(error) && error.code === "unavailable") throw error;
    return claimRun(deps.services, job);
  }
}

/** What a run starts from: read with its claim, or now. */
export async function startOf(deps: StartDeps, claimed: ClaimedTurn): Promise<Start> {
  if (claimed.start) return claimed.start;
  const caller = { userId: claimed.lease.userId, actor: "assistant" } as const;
  return inSession(deps.services, caller, (ctx) => readStart(ctx, deps, claimed));
}

async function readStart(ctx: Ctx, deps: StartDeps, claimed: ClaimedRun): Promise<Start> {
  const { kind, confirmationId, messageId, lease } = claimed;
  const { conversationId } = lease;
  const mayUse = (preferences: Preferences) => deps.cloud !== undefined && mayUseCloud(preferences);
  const asked = { conversationId, mayUseCloud: mayUse };
  if (kind === "message")
    return { rows: await readRows(ctx, { ...asked, upTo: messageId, reads: true }) };
  if (confirmationId === null) throw new Error(`decision run ${lease.runId} without a card`);
  const decision = await readCard(ctx, confirmationId);
  // The local model only puts outcomes into words from here.
  const upTo = decision.cardMessageId;
  return { decision, rows: await readRows(ctx, { ...asked, upTo, reads: false }) };
}
