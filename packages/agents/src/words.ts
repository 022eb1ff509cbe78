import { v5 } from "@langchain/core/utils/uuid";
import { decideCard } from "@vida/core/chat/decide";
import type { Lease } from "@vida/core/chat/runs";
import type { Services } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import { execute } from "@vida/core/operation";
import type { Understanding } from "@vida/core/ptbr/types";

import { checkToolArgs } from "./check-args.ts";
import { refusalInWords } from "./failure-words.ts";
import { whichCard } from "./local/plan.ts";

const decide = decideCard(checkToolArgs);

/**
 * Takes a typed "sim", "não" or "só a primeira" as the decision of the card it clearly means.
 *
 * Only by rule on the person's own words. The decision is stored like a tapped one and carried out by its
 * own run. Gives what to say, possibly nothing, or `undefined` when the words were no decision.
 */
export async function decideByWords(
  services: Services,
  lease: Lease,
  { kind, decision }: Understanding,
): Promise<string | undefined> {
  if (kind !== "decision" || decision === undefined || decision.verdict === "correct")
    return undefined;
  if (decision.verdict === "which" || decision.confirmationId === undefined)
    return whichCard(lease.runId);
  const { confirmationId, decisions } = decision;
  const caller = { userId: lease.userId, actionId: v5("decide", lease.runId) };
  try {
    await execute(services, decide, { confirmationId, decisions: [...decisions] }, caller);
    return "";
  } catch (error) {
    if (!isDomainError(error) || error.code === "unavailable") throw error;
    return `Não consegui: ${refusalInWords(error)}.`;
  }
}
