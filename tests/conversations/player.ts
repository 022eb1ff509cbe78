import { playingAtOnce } from "@vida/agents/at-once";
import { checkToolArgs } from "@vida/agents/check-args";
import { testChat } from "@vida/agents/testing/runs";
import { editMessage, regenerateAnswer, selectBranch } from "@vida/core/chat/branches";
import { expireCard } from "@vida/core/chat/cards";
import { decideCard } from "@vida/core/chat/decide";
import { sendingMessage, sendMessage } from "@vida/core/chat/send";
import { stopRun } from "@vida/core/chat/stop";
import { newId } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import type { ActionDecision } from "@vida/core/live/message";
import type { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { Temporal } from "temporal-polyfill";

import { answerTo, disagreements, emptyModel, type Stored, type Verdict } from "./model.ts";
import { readStored } from "./stored.ts";
import { workersOf } from "./workers.ts";

export const DEEDS = [
  "send",
  "yes",
  "no",
  "correct",
  "greet",
  "repeat",
  "work",
  "die",
  "dieWritten",
  "late",
  "handOver",
  "stopInWork",
  "stop",
  "decide",
  "decideTwice",
  "sendInWork",
  "edit",
  "regenerate",
  "branch",
  "wait",
  "expire",
] as const;
/** What happens next; `which` chooses among what there is, `verdict` what a person says to a card. */
export type Deed = { do: (typeof DEEDS)[number]; which: number; verdict: Verdict };

type Services = Awaited<ReturnType<typeof testServices>>;
const START = Temporal.Instant.from("2026-11-22T15:00:00Z");
const HONEST = new Set(["chat.busy", "chat.nothingAsked"]);

/** Plays deeds in a conversation of its own and answers what disagrees with the model at the end. */
export async function play(
  services: Services,
  deeds: readonly Deed[],
  plant?: (userId: string) => Promise<void>,
): Promise<string[]> {
  const { superPool } = await testDb();
  let now = START;
  services.at(String(now));
  const chat = await testChat(services);
  const { userId, conversationId, person } = chat;
  const workers = workersOf(services, chat);
  const atOnce = sendingMessage(playingAtOnce({ services }));
  const model = emptyModel();
  const wrong: string[] = [];
  let value = 100;
  let heard = 0;

  /** Takes in what the person was shown since the last time. */
  async function hear(cause: Deed["do"]): Promise<void> {
    const events = await chat.events();
    for (const event of events.slice(heard)) {
      if (event.type === "confirmation_required") {
        const run = await superPool.query<{ run_id: string }>(
          "select run_id from confirmations where id = $1",
          [event.confirmationId],
        );
        model.cards.set(event.confirmationId, {
          confirmationId: event.confirmationId,
          runId: run.rows[0]?.run_id ?? "",
          actions: event.actions.map(({ actionId, args }) => ({
            actionId,
            args,
            value: Number(args["value"]),
          })),
          expiresAt: Temporal.Instant.from(event.expiresAt).epochMilliseconds,
          status: "pending",
        });
      }
      if (event.type !== "confirmation_resolved") continue;
      const card = model.cards.get(event.confirmationId);
      if (card === undefined) wrong.push("a card was closed that nobody was shown");
      else if (card.status === "pending") {
        // Not by a tap: then by words of the person, by another branch, or by time.
        const said = new Set([...model.messages.values()].map((text) => text.split(" ")[0]));
        const verdicts = new Set(event.decisions.map(({ verdict }) => verdict));
        if (event.outcome === "decided") {
          model.byWords += 1;
          if (
            !(said.has("sim") && verdicts.has("confirm")) &&
            !(said.has("não") && verdicts.has("reject"))
          )
            wrong.push(`a card was decided by nobody during ${cause}`);
          if (verdicts.has("confirm"))
            for (const action of card.actions) model.confirmed.set(action.actionId, action.value);
        }
        if (event.outcome === "expired" && card.expiresAt > now.epochMilliseconds)
          wrong.push("a card expired before its time");
        if (
          event.outcome === "superseded" &&
          cause !== "edit" &&
          cause !== "regenerate" &&
          !said.has("na")
        )
          wrong.push(`a card was superseded during ${cause}`);
        card.status = event.outcome;
      } else if (event.outcome !== card.status)
        wrong.push(`a ${card.status} card was ${event.outcome}`);
    }
    heard = events.length;
  }

  /** Runs what may be refused for an honest reason; undefined then. */
  async function attempt<T>(act: () => Promise<T>, honest: ReadonlySet<string> = HONEST) {
    try {
      return await act();
    } catch (error) {
      if (isDomainError(error) && honest.has(error.reason)) return undefined;
      throw error;
    }
  }

  async function send(content: string, messageId = newId()): Promise<void> {
    // By turns at once and by the queue.
    const operation = model.messages.size % 2 === 0 ? atOnce : sendMessage;
    const sent = await person.run(operation, { conversationId, messageId, content });
    model.messages.set(messageId, content);
    model.runs.add(sent.runId);
  }
  const water = (): string => `bebi ${(value += 1)} ml de água`;

  async function decide({ which, verdict }: Deed, times: number): Promise<void> {
    const card = pick([...model.cards.values()], which);
    if (card === undefined) return;
    const decisions: ActionDecision[] = card.actions.map(({ actionId, args, value: was }) =>
      verdict === "edit"
        ? {
            actionId,
            verdict,
            args: { ...args, value: was + 5000 },
          }
        : { actionId, verdict },
    );
    const { confirmationId } = card;
    const outcomes = await Promise.all(
      Array.from({ length: times }, async () => {
        try {
          const { runId } = await person.run(decideCard(checkToolArgs), {
            confirmationId,
            decisions,
          });
          model.runs.add(runId);
          return "ok";
        } catch (error) {
          if (isDomainError(error)) return error.reason;
          throw error;
        }
      }),
    );
    const expected = answerTo(card, now.epochMilliseconds);
    const accepted = outcomes.filter((outcome) => outcome === "ok").length;
    if (accepted !== (expected === "ok" ? 1 : 0))
      wrong.push(`${accepted} decisions were accepted where "${expected}" was due`);
    const rest = expected === "ok" ? "chat.alreadyDecided" : expected;
    for (const outcome of outcomes)
      if (outcome !== "ok" && outcome !== rest) wrong.push(`refused with ${outcome}, not ${rest}`);
    if (accepted === 0) return;
    card.status = "decided";
    if (verdict !== "reject")
      for (const { actionId, value: was } of card.actions)
        model.confirmed.set(actionId, verdict === "edit" ? was + 5000 : was);
  }

  async function perform(deed: Deed): Promise<void> {
    const { which } = deed;
    const asked = [...model.messages];
    switch (deed.do) {
      case "send":
        return send(water());
      case "yes":
        return send("sim");
      case "no":
        return send("não");
      case "correct":
        return send(`na verdade foram ${(value += 1)} ml`);
      case "greet":
        return send("bom dia");
      case "repeat": {
        const [messageId, content] = pick(asked, which) ?? [];
        if (messageId !== undefined && content !== undefined) await send(content, messageId);
        return undefined;
      }
      case "work":
        return chat.work();
      case "die":
        return workers.die(false);
      case "dieWritten":
        return workers.die(true);
      case "late":
        return workers.late(which);
      case "handOver":
        return workers.interrupted("shutdown");
      case "stopInWork":
        return workers.interrupted("stop");
      case "stop": {
        const runId = pick([...model.runs], which);
        if (runId !== undefined) await person.run(stopRun, { runId });
        return undefined;
      }
      case "decide":
        return decide(deed, 1);
      case "decideTwice":
        return decide(deed, 3);
      case "sendInWork":
        await Promise.all([chat.work(), send(water())]);
        return undefined;
      case "edit": {
        const [messageId] = pick(asked, which) ?? [];
        if (messageId === undefined) return undefined;
        const content = water();
        const sent = await attempt(async () => person.run(editMessage, { messageId, content }));
        if (sent === undefined) return undefined;
        model.messages.set(sent.messageId, content);
        model.runs.add(sent.runId);
        return undefined;
      }
      case "regenerate": {
        const { messages } = await stored();
        const answer = pick(
          messages.filter(({ role }) => role === "assistant"),
          which,
        );
        if (answer === undefined) return undefined;
        const sent = await attempt(async () =>
          person.run(regenerateAnswer, { messageId: answer.id }),
        );
        if (sent !== undefined) model.runs.add(sent.runId);
        return undefined;
      }
      case "branch": {
        const { messages } = await stored();
        const message = pick(messages, which);
        if (message !== undefined)
          await attempt(async () => person.run(selectBranch, { messageId: message.id }));
        return undefined;
      }
      case "wait":
        now = now.add({ hours: 25 });
        services.at(String(now));
        return undefined;
      case "expire":
        for (const { confirmationId } of model.cards.values())
          await expireCard(services, { userId, confirmationId });
    }
  }

  const stored = (): Promise<Stored> => readStored(superPool, userId);

  for (const deed of deeds) {
    await perform(deed);
    await hear(deed.do);
  }
  await chat.work();
  await hear("work");
  await plant?.(userId);
  wrong.push(...disagreements(model, await stored()));
  for (const bug of chat.bugs) wrong.push(`bug: ${String(bug)}`);
  return wrong;
}

function pick<T>(all: readonly T[], which: number): T | undefined {
  return all[which % Math.max(1, all.length)];
}
