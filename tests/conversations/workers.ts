import { carryOut } from "@vida/agents/decision";
import { executeRun } from "@vida/agents/run";
import { claimTurn, type ClaimedTurn } from "@vida/agents/start";
import type { testChat } from "@vida/agents/testing/runs";
import { registryOf } from "@vida/agents/tools";
import { createVoice } from "@vida/agents/voice";
import { liveWorker } from "@vida/core/chat/testing";
import type { Services } from "@vida/core/context";

type Chat = Awaited<ReturnType<typeof testChat>>;

/** Workers to which something happens in the middle of a turn. */
export function workersOf(services: Services, { deps, userId, conversationId }: Chat) {
  const lost: ClaimedTurn[] = [];
  const aborted = (which: "stop" | "shutdown") => {
    const [stop, shutdown] = [new AbortController(), new AbortController()];
    (which === "stop" ? stop : shutdown).abort();
    return { stop: stop.signal, shutdown: shutdown.signal };
  };
  const take = async (secondsAgo: number) =>
    claimTurn(deps, {
      userId,
      conversationId,
      workerId: await liveWorker(services, secondsAgo),
    });
  return {
    /** Takes the next run and is gone, with the confirmed writes done or without. */
    async die(written: boolean): Promise<void> {
      const claimed = await take(3600);
      if (claimed === null) return;
      lost.push(claimed);
      const decision = claimed.start?.decision;
      if (!written || decision === undefined) return;
      const env = { today: "2026-11-22", now: "2026-11-22T12:00", lexicon: {}, done: [] };
      const { lease } = claimed;
      const voice = createVoice(deps, lease);
      await carryOut({ services, lease, registry: registryOf(), env, voice }, decision);
    },
    /** One that was thought dead goes on with what it had. */
    async late(which: number): Promise<void> {
      const claimed = lost[which % Math.max(1, lost.length)];
      if (claimed !== undefined) await executeRun(deps, claimed, aborted("stop"));
    },
    /** Takes the next run and is told at once to stop it, or to end. */
    async interrupted(how: "stop" | "shutdown"): Promise<void> {
      const claimed = await take(0);
      if (claimed !== null) await executeRun(deps, claimed, aborted(how));
    },
  };
}
