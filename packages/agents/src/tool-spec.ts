import type { Operation, Summary } from "@vida/core/operation";
import type { AgentName, Lexicon } from "@vida/core/ptbr/types";
import type { z } from "zod";

import type { Args } from "./ports.ts";

/** What an id of a tool's arguments names; models and people say the name instead. */
export type ReferenceKind =
  | "entry"
  | "metric"
  | "habit"
  | "goal"
  | "bill"
  | "expense"
  | "income"
  | "debt"
  | "investment"
  | "account"
  | "category"
  | "transaction"
  | "reminder"
  | "memory";

/** What a tool may know of the moment when it resolves and fills arguments. */
export type ToolEnv = {
  today: string;
  /** The person's wall time, `YYYY-MM-DDTHH:MM`. */
  now: string;
  lexicon: Lexicon;
  /** What was done in this conversation and not undone since, newest first. */
  done: readonly { actionId: string; summary: string }[];
};

/** The operation that arguments lead to, with its own input. */
export type OperationCall = { operation: Operation; input: unknown };

/** One tool of the contract: listed once, beside the operation it calls. */
export type ToolSpec = {
  name: string;
  kind: "read" | "write";
  agents: readonly AgentName[];
  /** What the model reads, in pt-BR. */
  description: string;
  /** What a model may give; ids may still be names. */
  input: z.ZodType;
  references: Readonly<Record<string, ReferenceKind>>;
  /** Writes defaults into resolved arguments, so that a card means what it showed on any later day. */
  fill: (args: Args, env: ToolEnv) => Args;
  call: (args: Args) => OperationCall;
  /** The card of a tool whose operation cannot tell it by itself. */
  card?: (args: Args, env: ToolEnv) => Summary;
  /** A read whose answer goes with the outcome of a done write: what the person wants to know next. */
  after?: (output: unknown, args: Args, env: ToolEnv) => OperationCall | undefined;
  /** One line of what it found or did, in pt-BR, with figures from the output alone. */
  summary: (output: unknown, args: Args, env: ToolEnv) => string;
};

type Definition<O extends z.ZodType> = {
  name: string;
  agents: readonly AgentName[];
  description: string;
  operation: Operation<z.ZodType, O>;
  references?: Readonly<Record<string, ReferenceKind>>;
  fill?: (args: Args, env: ToolEnv) => Args;
  after?: (output: z.output<O>, args: Args, env: ToolEnv) => OperationCall | undefined;
  summary: (output: z.output<O>, args: Args, env: ToolEnv) => string;
};

/** Makes a tool whose arguments are its operation's input. */
export function tool<O extends z.ZodType>(definition: Definition<O>): ToolSpec {
  const {
    operation,
    summary,
    after,
    references = {},
    fill = (args: Args) => args,
    ...rest
  } = definition;
  return {
    ...rest,
    kind: operation.kind === "write" ? "write" : "read",
    input: operation.input,
    references,
    fill,
    call: (args) => ({ operation, input: args }),
    summary: (output, args, env) => summary(operation.output.parse(output), args, env),
    ...(after && {
      after: (output: unknown, args: Args, env: ToolEnv) =>
        after(operation.output.parse(output), args, env),
    }),
  };
}
