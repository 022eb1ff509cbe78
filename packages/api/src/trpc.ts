import { initTRPC, TRPCError } from "@trpc/server";
import type { PlayAtOnce } from "@vida/core/chat/send";
import type { Services } from "@vida/core/context";
import { DomainError, fail } from "@vida/core/errors";
import type { LiveHub } from "@vida/core/live/hub";
import { execute } from "@vida/core/operation";
import type { Caller, Operation, Read, QuickRead, Write } from "@vida/core/operation";
import { z } from "zod";

import { errorData, toTrpcError } from "./errors.ts";

/** What everybody may know of an installation before log-in. */
export type Instance = {
  signUp: "open" | "invite" | "closed";
  demo: boolean;
  brain: "google" | "local";
  /** The public key for notices on phones and desktops; null when there is none. */
  pushKey: string | null;
  /** Whether mails leave this installation. */
  mail: boolean;
};

type LimitName = "chat" | "export";

/** What the server knows of one request. */
export type ApiContext = {
  readonly services: Services;
  readonly hub: LiveHub;
  readonly requestId: string;
  /** The person of the session cookie, if any. */
  readonly person: { readonly userId: string; readonly sessionId: string } | null;
  /** Header `x-action-id`, as sent. */
  readonly actionId: string | undefined;
  readonly address: string;
  /** Dollars that models may cost a person in a day; without a limit nothing. */
  readonly dailyCostLimit?: number | undefined;
  /** Brings a message to its card while it is accepted, where that can be done. */
  readonly playAtOnce?: PlayAtOnce | undefined;
  instance(): Promise<Instance>;
  /** Counts a try; `limited` when there were too many. */
  spend(name: LimitName, by: { account: string; address: string }): Promise<void>;
  /** Calls `end` once when the session is over; the returned function stops watching. */
  watchSession(sessionId: string, end: () => void): () => void;
  /** Hears of errors that are no refusals. */
  onBug(error: unknown): void;
};

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error, ctx }) {
    const data = errorData(error, shape.data.httpStatus, ctx?.requestId ?? "");
    return { ...shape, message: data.reason ?? data.code, data };
  },
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
});

export const { router } = t;
export const { createCallerFactory } = t;

const translated = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = toTrpcError(result.error.cause ?? result.error);
  return cause instanceof TRPCError ? { ...result, error: cause } : result;
});

/** Open to everybody. */
export const publicProcedure = translated;

/** Needs a session; hands on who calls. */
export const personProcedure = translated.use(({ ctx, next }) => {
  if (!ctx.person)
    throw new TRPCError({
      code: "UNAUTHORIZED",
      cause: new DomainError("unauthenticated", "session.required"),
    });
  return next({ ctx: { ...ctx, person: ctx.person } });
});

type PersonContext = ApiContext & { readonly person: { readonly userId: string } };

/** The caller of an operation behind a request. A header that is no UUID is `invalid` (`action.badId`). */
export function callerOf(ctx: PersonContext): Caller {
  const { actionId, person } = ctx;
  if (actionId === undefined) return { userId: person.userId };
  if (!z.uuid().safeParse(actionId).success)
    fail("invalid", "action.badId", { fields: { "x-action-id": ["use um UUID"] } });
  return { userId: person.userId, actionId };
}

/** What a client may leave out: an input without required fields. */
type RawInput<I extends z.ZodType> =
  Record<string, never> extends z.input<I> ? z.input<I> | void : z.input<I>;

const schemas = new WeakMap<object, z.ZodType>();

/** Types a procedure's input; the operation itself checks it, once. */
export function typed<I extends z.ZodType>(schema: I) {
  const parser = z.custom<RawInput<I>>();
  schemas.set(parser, schema);
  return parser;
}

/** The schema that a procedure's parser stands for, for what walks the router. */
export function schemaBehind(parser: object): z.ZodType | undefined {
  return schemas.get(parser);
}

/** A read operation as a query. A write does not compile here. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  operation: Read<I, O> | QuickRead<I, O>,
) {
  return personProcedure
    .input(typed(operation.input))
    .query(({ ctx, input }) => run(ctx, operation, input));
}

/** A write operation as a mutation. */
export function mutation<I extends z.ZodType, O extends z.ZodType>(operation: Write<I, O>) {
  return personProcedure
    .input(typed(operation.input))
    .mutation(({ ctx, input }) => run(ctx, operation, input));
}

/** An operation that is rate limited per person and address: a mutation, or for a read a query. */
export function spent<I extends z.ZodType, O extends z.ZodType>(
  name: LimitName,
  operation: Write<I, O>,
): ReturnType<typeof mutation<I, O>>;
export function spent<I extends z.ZodType, O extends z.ZodType>(
  name: LimitName,
  operation: Read<I, O>,
): ReturnType<typeof query<I, O>>;
export function spent(name: LimitName, operation: Read | Write) {
  const counted = personProcedure.use(async ({ ctx, next }) => {
    await ctx.spend(name, { account: ctx.person.userId, address: ctx.address });
    return next({ ctx });
  });
  const procedure = counted.input(typed(operation.input));
  return operation.kind === "write"
    ? procedure.mutation(({ ctx, input }) => run(ctx, operation, input))
    : procedure.query(({ ctx, input }) => run(ctx, operation, input));
}

export async function run<I extends z.ZodType, O extends z.ZodType>(
  ctx: PersonContext,
  operation: Operation<I, O>,
  input: unknown,
): Promise<z.output<O>> {
  return execute(ctx.services, operation, input, callerOf(ctx));
}
