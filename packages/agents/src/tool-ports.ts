import type { Ctx, Services } from "@vida/core/context";
import { DomainError } from "@vida/core/errors";
import { execute, inSession, parseInput } from "@vida/core/operation";
import type { Proposal } from "@vida/core/ptbr/types";
import { z } from "zod";

import { callKey } from "./call-key.ts";
import { coerceArgs } from "./coerce.ts";
import { refusalInWords } from "./failure-words.ts";
import type { Args, Proposed, ToolFailure, ToolResult, TurnPorts } from "./ports.ts";
import { resolveReferences } from "./resolve.ts";
import { shapeOf } from "./shape.ts";
import type { Shape } from "./shape.ts";
import type { OperationCall, ToolEnv, ToolSpec } from "./tool-spec.ts";
import type { Registry } from "./tools.ts";

type ToolDeps = {
  services: Services;
  userId: string;
  registry: Registry;
  env: ToolEnv;
  /** What the grammar understood of this message: its notes belong on the cards of the same writes. */
  understood: readonly Proposal[];
  /** The transaction in which proposals are looked up; without it each has one of its own. */
  ctx?: Ctx | undefined;
  /** Hears of errors that are no refusals; the model is only told that the tool failed. */
  onBug: (error: unknown) => void;
};

const shapes = new WeakMap<ToolSpec, Shape>();

/** The port through which a turn reads and proposes as one person. */
export function toolPorts(deps: ToolDeps): Pick<TurnPorts, "read" | "propose"> {
  return {
    async read(name: string, raw: unknown, actionId: string): Promise<ToolResult> {
      return attempt(deps, name, async (spec) => {
        const ready = prepare(spec, raw, deps.env);
        if (!ready.ok) return ready;
        const { operation, input } = ready.call;
        const caller = { userId: deps.userId, actor: "assistant", actionId } as const;
        const output: unknown = await execute(deps.services, operation, input, caller);
        const summary = spec.summary(output, ready.args, deps.env);
        return { ok: true, args: ready.args, data: output, summary };
      });
    },
    async propose(name: string, raw: unknown): Promise<Proposed | ToolFailure> {
      return attempt(deps, name, async (spec) => {
        const ready = prepare(spec, raw, deps.env);
        if (!ready.ok) return ready;
        const { operation, input } = ready.call;
        if (operation.kind !== "write") throw new Error(`${operation.name} is no write`);
        const parsed = parseInput(operation.input, input);
        const { args, summary } = spec.card
          ? { args: ready.args, summary: spec.card(ready.args, deps.env) }
          : await within(deps, async (ctx) => {
              // What the person's data decides is bound here, so that a later "sim" means what was shown.
              const bound = Fields.parse((await operation.complete?.(ctx, parsed)) ?? {});
              const whole = parseInput(operation.input, { ...Fields.parse(parsed), ...bound });
              return {
                args: { ...ready.args, ...bound },
                summary: await operation.summarize?.(ctx, whole),
              };
            });
        if (summary === undefined) throw new Error(`${operation.name} has no summary`);
        const notes = notesOn(deps.understood, name, [raw, ready.args]);
        return {
          ok: true,
          args,
          title: summary.title,
          details: summary.details.map((detail) => ({ ...detail })),
          warnings: [...new Set([...notes, ...summary.warnings])],
          weight: summary.weight,
        };
      });
    },
  };
}

function within<T>(
  { ctx, services, userId }: ToolDeps,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return ctx ? work(ctx) : inSession(services, { userId, actor: "assistant" }, work);
}

const Fields = z.record(z.string(), z.unknown());

type Ready = { ok: true; args: Args; call: OperationCall };

/** Coerces, resolves names and fills defaults; what is still wrong after that is refused as `invalid`. */
export function prepare(spec: ToolSpec, raw: unknown, env: ToolEnv): Ready | ToolFailure {
  const shape = shapes.get(spec) ?? shapeOf(spec.input);
  shapes.set(spec, shape);
  const coerced = coerceArgs(shape, raw ?? {});
  if (typeof coerced !== "object" || coerced === null || Array.isArray(coerced)) {
    return { ok: false, code: "invalid", message: "Os argumentos precisam ser um objeto JSON." };
  }
  const resolved = resolveReferences(spec.references, { ...coerced }, env);
  if (!resolved.ok) return resolved;
  const args = spec.fill(resolved.args, env);
  parseInput(spec.input, args);
  return { ok: true, args, call: spec.call(args) };
}

/** Runs work on a tool; refusals and bugs become words for the model, only what may pass is thrown. */
async function attempt<T>(
  deps: ToolDeps,
  name: string,
  work: (spec: ToolSpec) => Promise<T | ToolFailure>,
): Promise<T | ToolFailure> {
  const spec = deps.registry.find(name);
  if (spec === undefined)
    return { ok: false, code: "unknownTool", message: `A ferramenta ${name} não existe.` };
  try {
    return await work(spec);
  } catch (error) {
    if (error instanceof DomainError) {
      if (error.code === "unavailable") throw error;
      return { ok: false, code: error.code, message: sentence(refusalInWords(error)) };
    }
    deps.onBug(error);
    return { ok: false, code: "failed", message: `A ferramenta ${name} falhou do nosso lado.` };
  }
}

function notesOn(understood: readonly Proposal[], name: string, spellings: unknown[]): string[] {
  const keys = new Set(spellings.map((args) => callKey(name, args)));
  return understood.flatMap((write) =>
    keys.has(callKey(write.tool, write.args)) ? write.warnings : [],
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
