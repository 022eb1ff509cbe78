import type { Ctx } from "../context.ts";

/**
 * Lets one ledger write of a person run at a time, until its transaction ends.
 *
 * What is written depends on sums and statements read before (what is left to pay, where a closing falls),
 * so two at once could both be right and together wrong. Take it before reading them; taking it twice is free.
 */
export async function lockLedger(ctx: Ctx): Promise<void> {
  await ctx.tx
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`ledger:${ctx.userId}`}, 0))`;
}
