import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { StopInput, StoppedView } from "./schemas.ts";

/** Channel on which workers hear that a run is to stop; the payload is the run's id. */
export const STOP_CHANNEL = "vida_stop";

/**
 * Asks a run to stop. One that has not started ends at once; a running one is told and ends with what it
 * has said; a finished one is left as it is. Confirmed writes of a decision are carried out all the same.
 */
export const stopRun = write({
  name: "chat.stop",
  input: StopInput,
  output: StoppedView,
  touches: [],
  async run(ctx, { runId }) {
    const [run] = await ctx.tx.$queryRaw<
      { status: string; kind: string; conversationId: string }[]
    >`
      select status, kind, conversation_id as "conversationId" from runs
       where user_id = ${ctx.userId}::uuid and id = ${runId}::uuid for update`;
    if (!run) fail("not_found", "chat.runNotFound", { runId });
    if (run.status === "queued" && run.kind === "message") {
      await ctx.tx.run.update({
        where: { userId_id: { userId: ctx.userId, id: runId } },
        data: { status: "stopped", finishedAt: ctx.nowDate },
      });
      ctx.emit({
        type: "run_finished",
        conversationId: run.conversationId,
        runId,
        status: "stopped",
      });
      return { runId, stopping: true };
    }
    if (run.status !== "running" && run.status !== "queued") return { runId, stopping: false };
    await ctx.tx.run.update({
      where: { userId_id: { userId: ctx.userId, id: runId } },
      data: { stopRequestedAt: ctx.nowDate },
    });
    await ctx.tx.$executeRaw`select pg_notify(${STOP_CHANNEL}, ${runId})`;
    return { runId, stopping: true };
  },
});
