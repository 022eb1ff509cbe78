import { z } from "zod";

import { signUp, webOrigin } from "../../../apps/server/src/testing.ts";
import type { Heard, Said, Told } from "./history.ts";

const Event = z.looseObject({
  type: z.string(),
  runId: z.string().optional(),
  conversationId: z.string().optional(),
  confirmationId: z.string().optional(),
  actions: z.array(z.object({ actionId: z.string() })).optional(),
});
type Card = { confirmationId: string; actionIds: string[] };

const Answer = z.union([
  z.object({ result: z.object({ data: z.looseObject({}) }) }),
  z.object({
    error: z.object({ data: z.looseObject({ code: z.string(), reason: z.string().optional() }) }),
  }),
]);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type ChaosPerson = {
  readonly told: Told;
  /** One conversation: says something, and often decides or stops; ends when the deadline has passed. */
  talk(deadline: number): Promise<void>;
  close(): void;
};

/** A person with a stream that comes back to the other site, and a client that asks again until told. */
export async function makePerson(sites: readonly string[]): Promise<ChaosPerson> {
  const visitor = await signUp(sites[0] ?? "");
  const session = await visitor.get("/api/auth/get-session");
  const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(session.body);
  const { cookie } = visitor;
  const said: Said[] = [];
  const heard: Heard[] = [];
  const bugs: string[] = [];
  const cards = new Map<string, Card>();
  const over = new AbortController();

  const hear = (id: number, json: string): void => {
    const event = Event.parse(JSON.parse(json));
    heard.push({ id, type: event.type, runId: event.runId });
    if (event.type !== "confirmation_required" || event.conversationId === undefined) return;
    const actionIds = (event.actions ?? []).map(({ actionId }) => actionId);
    cards.set(event.conversationId, { confirmationId: event.confirmationId ?? "", actionIds });
  };
  void listen();
  async function listen(): Promise<void> {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      const last = heard.at(-1)?.id ?? 0;
      try {
        const answer = await fetch(`${sites[turn % sites.length]}/trpc/live.events`, {
          headers: { cookie, "last-event-id": String(last) },
          signal: over.signal,
        });
        if (answer.status !== 200 || answer.body === null) throw new Error(String(answer.status));
        let rest = "";
        for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
          const blocks = (rest + chunk).split("\n\n");
          rest = blocks.pop() ?? "";
          for (const block of blocks) {
            const id = /^id: (\d+)$/m.exec(block)?.[1];
            const data = /^data: (.*)$/m.exec(block)?.[1];
            if (id !== undefined && data !== undefined) hear(Number(id), data);
          }
        }
      } catch {
        // Whatever cut it: the next one goes on from the last event.
      }
      await pause(50);
    }
  }

  /** Asks until somebody answers; undefined when the deadline came first. */
  async function ask(path: string, body: unknown, deadline: number) {
    for (let turn = Math.random() < 0.5 ? 0 : 1; performance.now() < deadline; turn += 1) {
      try {
        const answer = await fetch(`${sites[turn % sites.length]}/trpc/${path}`, {
          method: "POST",
          headers: { origin: webOrigin, cookie, "content-type": "application/json" },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(15_000),
        });
        const parsed = Answer.parse(await answer.json());
        if ("result" in parsed) return parsed.result.data;
        const { code, reason = "" } = parsed.error.data;
        if (code === "INTERNAL_SERVER_ERROR") bugs.push(`${path}: a bug was told`);
        if (code !== "unavailable" && reason !== "action.running") return { refused: reason };
      } catch {
        // Cut off: whether it was done is not known, so it is asked again.
      }
      await pause(100);
    }
    return undefined;
  }

  return {
    told: { userId: user.id, said, heard, bugs },
    async talk(deadline) {
      const created = await ask("chat.create", {}, deadline);
      const conversationId = z.object({ id: z.string() }).safeParse(created).data?.id;
      if (conversationId === undefined) return;
      const one: Said = {
        conversationId,
        messageId: crypto.randomUUID(),
        value: 100 + said.length,
      };
      said.push(one);
      const { messageId } = one;
      // A record alone has its card at once; with a question beside it a worker brings it.
      const record = `bebi ${one.value} ml de água`;
      const content = Math.random() < 0.5 ? record : `${record}. quanto já bebi hoje?`;
      const sent = await ask("chat.send", { conversationId, messageId, content }, deadline);
      const runId = z.object({ runId: z.string() }).safeParse(sent).data?.runId;
      if (runId === undefined) return;
      one.runId = runId;
      const mood = Math.random();
      if (mood < 0.15) await ask("chat.stop", { runId }, deadline);
      const isOver = () =>
        heard.some((event) => event.type === "run_finished" && event.runId === runId);
      while (!isOver() && performance.now() < deadline) await pause(20);
      const card = cards.get(conversationId);
      if (card === undefined || mood < 0.25) return;
      one.verdict = mood < 0.4 ? "reject" : "confirm";
      const decisions = card.actionIds.map((actionId) => ({ actionId, verdict: one.verdict }));
      const { confirmationId } = card;
      const decided = await ask("chat.decide", { confirmationId, decisions }, deadline);
      const outcome = z.object({ refused: z.string().optional() }).optional().parse(decided);
      one.decided =
        outcome !== undefined &&
        (outcome.refused === undefined || outcome.refused === "chat.alreadyDecided");
    },
    close: () => over.abort(),
  };
}
