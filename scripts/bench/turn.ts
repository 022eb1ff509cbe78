/**
 * What one chat turn with one tool adds: statements of ours and bytes in the database.
 *
 * Drives the real run code in this process with the local model: a sentence, its card, the confirmation and
 * the answer. Counts every statement sent, without what opens, scopes and closes transactions, the queue's
 * upkeep and the shared text flusher; those of the tool's own operation are counted beside. Bytes are what
 * the tables of the chat grow by, 80 turns of one conversation against 20.
 */
import { parseArgs } from "node:util";

import { playingAtOnce } from "@vida/agents/at-once";
import { checkToolArgs } from "@vida/agents/check-args";
import { executeRun } from "@vida/agents/run";
import type { RunDeps } from "@vida/agents/run-turn";
import { claimTurn } from "@vida/agents/start";
import { createConversation } from "@vida/core/chat/conversations";
import { decideCard } from "@vida/core/chat/decide";
import { sendingMessage } from "@vida/core/chat/send";
import { newId, systemClock } from "@vida/core/context";
import { createTextFlusher } from "@vida/core/live/flusher";
import { execute } from "@vida/core/operation";
import { recordEntry } from "@vida/core/tracking/record";
import { openDb } from "@vida/db/db";
import { openPool } from "@vida/db/pools";
import { cloneDatabase, startTestServer } from "@vida/db/testing-server";

import { listenIn, ours, shortened } from "./turn/statements.ts";
import type { Sent } from "./turn/statements.ts";

const { values } = parseArgs({ options: { show: { type: "boolean", default: false } } });
const server = await startTestServer();
try {
  const urls = await cloneDatabase(server, "bench_turn");
  const superPool = openPool(urls.admin, { max: 2, name: "bench" });
  const heard = listenIn();
  const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth, poolSize: 4 });
  const services = { db, clock: systemClock };
  const userId = newId();
  await db.auth.loginUser.create({ data: { id: userId, name: "Ana", email: "ana@example.com" } });
  const { id: conversationId } = await execute(services, createConversation, {}, { userId });
  const deps: RunDeps = {
    services,
    flusher: createTextFlusher(db),
    onBug(error) {
      throw error;
    },
  };
  const sending = sendingMessage(playingAtOnce({ services }));
  const workerId = `bench-${newId()}`;

  const work = async () => {
    const never = new AbortController().signal;
    const claimed = await claimTurn(deps, { userId, conversationId, workerId });
    if (claimed === null) throw new Error("nothing to claim");
    await executeRun(deps, claimed, { stop: never, shutdown: never });
  };
  const phases = {
    send: async (content: string) => {
      await execute(services, sending, { conversationId, messageId: newId(), content }, { userId });
    },
    work,
    decide: async () => {
      const { rows } = await superPool.query<{ id: string; actions: { actionId: string }[] }>(
        "select id, actions from confirmations where status = 'pending'",
      );
      heard.take();
      for (const { id: confirmationId, actions } of rows) {
        const decisions = actions.map(({ actionId }) => ({
          actionId,
          verdict: "confirm" as const,
        }));
        await execute(
          services,
          decideCard(checkToolArgs),
          { confirmationId, decisions },
          { userId },
        );
      }
    },
  };

  /** One sentence from its sending to the answer after the decision; the statements of each phase. */
  const turn = async (content: string): Promise<Record<string, Sent[]>> => {
    heard.take();
    await phases.send(content);
    const send = ours(heard.take());
    await phases.decide();
    const decide = ours(heard.take());
    await phases.work();
    return { send, decide, answer: ours(heard.take()) };
  };
  const question = async (content: string): Promise<Record<string, Sent[]>> => {
    heard.take();
    await phases.send(content);
    const send = ours(heard.take());
    await phases.work();
    return { send, answer: ours(heard.take()) };
  };

  for (let n = 0; n < 3; n += 1) await turn(`bebi ${200 + n} ml de água`);
  heard.take();
  await execute(services, recordEntry, { type: "water", value: 333 }, { userId });
  const domain = ours(heard.take()).length;
  const write = await turn("bebi 250 ml de água");
  const read = await question("quanto de água eu bebi hoje?");
  for (const [name, parts] of Object.entries({ write, read })) {
    const all = Object.values(parts).flat().filter(notUpkeep);
    process.stdout.write(`\n${name}: ${all.length} statements\n`);
    for (const [phase, sent] of Object.entries(parts)) {
      process.stdout.write(`  ${phase.padEnd(8)} ${sent.filter(notUpkeep).length}\n`);
      if (values.show)
        for (const { text } of sent)
          process.stdout.write(
            `      ${notUpkeep({ text, bytes: 0 }) ? " " : "-"} ${shortened(text)}\n`,
          );
    }
  }

  const bytes = async () => {
    const { rows } = await superPool.query<{ bytes: string }>(
      `select coalesce(sum(pg_column_size(t.*)), 0) as bytes from (
         select row(m.*) as t from messages m union all select row(r.*) from runs r union all select row(c.*) from confirmations c
         union all select row(a.*) from tool_actions a union all select row(k.*) from checkpoints k union all select row(e.*) from events e) t`,
    );
    return Number(rows[0]?.bytes ?? 0);
  };
  const growth: number[] = [];
  for (const turns of [20, 80]) {
    const { id } = await execute(services, createConversation, {}, { userId });
    const before = await bytes();
    for (let n = 0; n < turns; n += 1) await inConversation(id, `bebi ${100 + n} ml de água`);
    growth.push((await bytes()) - before);
  }
  async function inConversation(id: string, content: string): Promise<void> {
    const never = new AbortController().signal;
    const one = { userId, conversationId: id, workerId };
    const carry = async () => {
      const claimed = await claimTurn(deps, one);
      if (claimed !== null) await executeRun(deps, claimed, { stop: never, shutdown: never });
    };
    await execute(
      services,
      sending,
      { conversationId: id, messageId: newId(), content },
      { userId },
    );
    await phases.decide();
    await carry();
  }
  const [few = 1, many = 0] = growth;
  const count = (parts: Record<string, Sent[]>) =>
    Object.values(parts).flat().filter(notUpkeep).length;
  process.stdout.write(`\nbytes: ${few} in 20 turns, ${many} in 80\n`);
  process.stdout.write(
    `${JSON.stringify({
      name: "turn",
      // A question with its tool, a record up to its card, and the decision with all it leads to.
      statements: count(read) - 1,
      toCard: count({ send: write["send"] ?? [] }) - 1,
      decision: count({ decide: write["decide"] ?? [], answer: write["answer"] ?? [] }) - domain,
      domain,
      bytes20: few,
      bytes80: many,
      ratio: Number((many / few).toFixed(2)),
    })}\n`,
  );
  await db.close();
  await superPool.end();
} finally {
  await server.stop();
}

/** Whether a statement is the run's own: not the shared flusher's, not the queue's upkeep. */
function notUpkeep({ text }: Sent): boolean {
  return !/append_events_bulk|graphile_worker/.test(text);
}
