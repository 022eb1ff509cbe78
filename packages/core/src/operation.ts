import type { z } from "zod";

import { instantToDate, makeContext, newId, outboxJson } from "./context.ts";
import type { Actor, Ctx, ReadOnce, RouterName, Services } from "./context.ts";
import { DomainError, fail } from "./errors.ts";
import { translateFailure } from "./failures.ts";
import { hashOf } from "./hash.ts";
import { storableJson } from "./json.ts";

type Schema = z.ZodType;
type MaybePromise<T> = T | Promise<T>;

/** What a confirmation card says of an action, in the person's words and with resolved real values. */
export type Summary = {
  readonly title: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly warnings: readonly string[];
  /** How much attention it asks for: `line` one tap, `table` money, `heavy` deletes, bulk and debts. */
  readonly weight: "line" | "table" | "heavy";
};

export type Read<I extends Schema = Schema, O extends Schema = Schema> = {
  readonly kind: "read";
  readonly name: string;
  readonly input: I;
  readonly output: O;
  /** A write that it cannot answer without, when there is one to do: it runs by itself, as a job, before the read. */
  first?(
    ctx: Ctx,
    input: z.output<I>,
  ): Promise<{ readonly operation: Write; readonly input: unknown } | null>;
  run(ctx: Ctx, input: z.output<I>): MaybePromise<z.input<O>>;
};

/** A read of exactly one statement that needs neither clock nor zone: one flight to the database. */
export type QuickRead<I extends Schema = Schema, O extends Schema = Schema> = {
  readonly kind: "quick";
  readonly name: string;
  readonly input: I;
  readonly output: O;
  run(db: ReadOnce, input: z.output<I>, userId: string): Promise<z.input<O>>;
  /**
   * Looked at when an answer is empty: whether what the input names exists at all; false is `not_found`.
   * A flight of its own, so only where `of` says that it is needed.
   */
  readonly emptyWithout?: {
    of(output: z.output<O>, input: z.output<I>): boolean;
    exists(db: ReadOnce, input: z.output<I>, userId: string): Promise<boolean>;
    readonly reason: string;
  };
};

export type Write<I extends Schema = Schema, O extends Schema = Schema> = {
  readonly kind: "write";
  readonly name: string;
  readonly input: I;
  readonly output: O;
  /** Routers whose data it changes. */
  readonly touches: readonly RouterName[];
  run(ctx: Ctx, input: z.output<I>): MaybePromise<z.input<O>>;
  /** The trail's line for it, in words ("Água · 2 L · hoje"); absent for what the trail does not show. */
  trail?(output: z.output<O>, input: z.output<I>): string | null;
  /** What a card shows before it runs. Present on everything an agent may propose. */
  summarize?(ctx: Ctx, input: z.output<I>): Promise<Summary>;
  /** The input with the defaults that need the person's data written out, so that a card binds what it shows. */
  complete?(ctx: Ctx, input: z.output<I>): Promise<z.input<I>>;
};

export type Operation<I extends Schema = Schema, O extends Schema = Schema> =
  | Read<I, O>
  | QuickRead<I, O>
  | Write<I, O>;

export function read<I extends Schema, O extends Schema>(
  definition: Omit<Read<I, O>, "kind">,
): Read<I, O> {
  return { kind: "read", ...definition };
}

export function quickRead<I extends Schema, O extends Schema>(
  definition: Omit<QuickRead<I, O>, "kind">,
): QuickRead<I, O> {
  return { kind: "quick", ...definition };
}

export function write<I extends Schema, O extends Schema>(
  definition: Omit<Write<I, O>, "kind">,
): Write<I, O> {
  return { kind: "write", ...definition };
}

/** Who asks. `actionId` makes a repeated request the same action and is the id for undo. */
export type Caller = {
  readonly userId: string;
  readonly actor?: Actor;
  readonly actionId?: string;
  /** Of the chat that a write came from; kept on its action, so that "desfaz" finds it. */
  readonly conversationId?: string;
};

/**
 * Runs one operation as one person, in one transaction.
 *
 * Input that does not fit is `invalid` with its fields. A write with an `actionId` that is already done
 * answers the stored output and writes nothing; the same id with another input is `conflict`
 * (`action.reused`). What a write says to listeners is appended as the last statement before COMMIT.
 */
export async function execute<I extends Schema, O extends Schema>(
  services: Services,
  operation: Operation<I, O>,
  rawInput: unknown,
  caller: Caller,
): Promise<z.output<O>> {
  const input = parseInput(operation.input, rawInput);
  if (operation.kind === "quick") return runQuick(services, operation, input, caller.userId);
  if (operation.kind === "read") return runRead(services, operation, input, caller);
  const inputHash = hashOf(input);
  try {
    return await runOnce(services, operation, input, inputHash, caller);
  } catch (error) {
    // Two requests of one action at once: the second meets the first's row and then reads its outcome.
    if (error instanceof DomainError && error.reason === "action.running") {
      return runOnce(services, operation, input, inputHash, caller);
    }
    throw error;
  }
}

async function runQuick<I extends Schema, O extends Schema>(
  { db }: Services,
  operation: QuickRead<I, O>,
  input: z.output<I>,
  userId: string,
): Promise<z.output<O>> {
  return translateFailure(async () => {
    const found = await db.readOnce(userId, (once) => operation.run(once, input, userId));
    const output = operation.output.parse(found);
    const { emptyWithout } = operation;
    if (emptyWithout?.of(output, input) === true) {
      const exists = await db.readOnce(userId, (once) => emptyWithout.exists(once, input, userId));
      if (!exists) fail("not_found", emptyWithout.reason);
    }
    return output;
  });
}

async function runRead<I extends Schema, O extends Schema>(
  services: Services,
  operation: Read<I, O>,
  input: z.output<I>,
  caller: Caller,
): Promise<z.output<O>> {
  const answer = async (ctx: Ctx): Promise<z.output<O>> =>
    operation.output.parse(await operation.run(ctx, input));
  const found = await inSession(services, caller, async (ctx) => {
    const first = await operation.first?.(ctx, input);
    return first ? { first } : { output: await answer(ctx) };
  });
  if ("output" in found) return found.output;
  await execute(services, found.first.operation, found.first.input, {
    userId: caller.userId,
    actor: "job",
  });
  return inSession(services, caller, answer);
}

async function runOnce<I extends Schema, O extends Schema>(
  services: Services,
  operation: Write<I, O>,
  input: z.output<I>,
  inputHash: string,
  caller: Caller,
): Promise<z.output<O>> {
  return inTransaction(services, caller, async (ctx, finish, prior) => {
    if (prior) {
      if (prior.operation !== operation.name || prior.inputHash !== inputHash)
        fail("conflict", "action.reused");
      return operation.output.parse(prior.output);
    }
    const output = await perform(ctx, operation, input);
    finish({
      operation: operation.name,
      inputHash,
      output,
      title: operation.trail?.(output, input) ?? null,
    });
    return output;
  });
}

/** Runs a write inside a session that is already open, for operations made of others and for the ledger. */
export async function perform<I extends Schema, O extends Schema>(
  ctx: Ctx,
  operation: Write<I, O>,
  input: z.output<I>,
): Promise<z.output<O>> {
  const output = operation.output.parse(await operation.run(ctx, input));
  ctx.touch(...operation.touches);
  return output;
}

/**
 * Opens a session for work that is no single operation (reads, the chat's own storage). What the work emits
 * or touches is appended as the last statement before COMMIT; it leaves no action of its own.
 */
export async function inSession<T>(
  services: Services,
  caller: Caller,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inTransaction(services, caller, async (ctx, finish) => {
    const result = await work(ctx);
    finish(null);
    return result;
  });
}

type Done = { operation: string; inputHash: string; output: unknown; title: string | null };
type Prior = { operation: string; inputHash: string; output: unknown };

const FINISH_ACTION = "select finish_action($1::jsonb, $2::jsonb)";
const APPEND_EVENTS = "select append_events($1::jsonb)";

async function inTransaction<T>(
  services: Services,
  caller: Caller,
  work: (ctx: Ctx, finish: (done: Done | null) => void, prior: Prior | null) => Promise<T>,
): Promise<T> {
  const { userId, actor = "user", actionId = newId() } = caller;
  return translateFailure(() =>
    services.db.withSession({ userId, actor, actionId }, async (tx, person, flights) => {
      const { ctx, outbox } = makeContext(services, { actor, actionId }, tx, person, flights);
      function finish(done: Done | null): void {
        const events = outboxJson(outbox);
        if (done) {
          const row = {
            ...done,
            conversationId: caller.conversationId ?? null,
            at: instantToDate(ctx.now),
          };
          flights.atEnd({ text: FINISH_ACTION, values: [storableJson(row), events] });
        } else if (outbox.events.length > 0 || outbox.touched.size > 0) {
          flights.atEnd({ text: APPEND_EVENTS, values: [events] });
        }
      }
      return work(ctx, finish, person.prior);
    }),
  );
}

/** Stores the action of work done by `perform` in a session of one's own, under that session's action id. */
export async function recordAction(
  ctx: Ctx,
  done: {
    operation: string;
    input: unknown;
    output: unknown;
    title: string | null;
    conversationId: string | null;
  },
): Promise<void> {
  const row = {
    operation: done.operation,
    inputHash: hashOf(done.input),
    output: done.output,
    title: done.title,
    conversationId: done.conversationId,
    at: ctx.nowDate,
  };
  await ctx.tx.$executeRaw`select finish_action(${storableJson(row)}::jsonb, '[]'::jsonb)`;
}

/** Checks an input; what does not fit is `invalid` with the messages of each field. */
export function parseInput<I extends Schema>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String).join(".") || "input";
    (fields[path] ??= []).push(issue.message);
  }
  return fail("invalid", "input.invalid", { fields });
}
