import { request, type ClientRequest } from "node:http";

import { z } from "zod";

import { signUp, type Visitor } from "../../../apps/server/src/testing.ts";

export type Talker = {
  /** Opens the conversation of the next sentence. */
  open(): Promise<void>;
  /** Sends a sentence in it and gives the milliseconds until its card arrives over the person's stream. */
  untilCard(text: string): Promise<number>;
  close(): void;
};

const Created = z.object({ result: z.object({ data: z.object({ id: z.string() }) }) });

const PATIENCE_MS = 30_000;

/** People with an open stream and a conversation each, as their browsers have them. */
export async function makeTalkers(address: string, count: number): Promise<Talker[]> {
  const talkers: Talker[] = [];
  for (let start = 0; start < count; start += 10) {
    const size = Math.min(10, count - start);
    talkers.push(...(await Promise.all(Array.from({ length: size }, () => makeTalker(address)))));
  }
  return talkers;
}

async function makeTalker(address: string): Promise<Talker> {
  const visitor = await signUp(address);
  const cards: (() => void)[] = [];
  const stream = await openStream(address, visitor, () => cards.shift()?.());
  let conversationId = "";
  return {
    async open() {
      const created = await visitor.post("/trpc/chat.create", {});
      conversationId = Created.parse(created.body).result.data.id;
    },
    async untilCard(content) {
      const arrived = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("no card came")), PATIENCE_MS);
        cards.push(() => {
          clearTimeout(late);
          resolve();
        });
      });
      const start = performance.now();
      const messageId = crypto.randomUUID();
      const sent = await visitor.post("/trpc/chat.send", { conversationId, messageId, content });
      if (sent.status !== 200) throw new Error(`send: ${sent.status} ${JSON.stringify(sent.body)}`);
      await arrived;
      return performance.now() - start;
    },
    close: () => stream.destroy(),
  };
}

function openStream(
  address: string,
  { cookie }: Visitor,
  onCard: () => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { cookie };
    const stream = request(`${address}/trpc/live.events`, { agent: false, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      let rest = "";
      response.on("data", (chunk: string) => {
        const text = rest + chunk;
        const end = text.lastIndexOf("\n\n");
        rest = text.slice(end + 2);
        const whole = text.slice(0, Math.max(end, 0));
        for (const _ of whole.matchAll(/"type":"confirmation_required"/g)) onCard();
        resolve(stream);
      });
    });
    stream.on("error", reject);
    stream.end();
  });
}
