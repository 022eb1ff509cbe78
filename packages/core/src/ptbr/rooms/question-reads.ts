import { addDays } from "../civil.ts";
import { type Clause, type Scene, first, has, items } from "../clause.ts";
import { type Reading, clean } from "../reading.ts";
import type { AgentName, Json, Read, ReadTool } from "../types.ts";
import { oneOf } from "../words.ts";

export function span(
  c: Clause,
  s: Scene,
): { from: string; to: string; month: string; named: boolean } {
  const p = items(c, "period")[0]?.value;
  const d = first(c, "day")?.value;
  const today = s.options.today;
  if (p !== undefined)
    return { from: p.from, to: p.until, month: p.month ?? p.from.slice(0, 7), named: true };
  if (d !== undefined) return { from: d.past, to: d.past, month: d.past.slice(0, 7), named: true };
  return { from: addDays(today, -29), to: today, month: today.slice(0, 7), named: false };
}

export const read = (
  tool: ReadTool,
  args: { readonly [key: string]: Json | undefined } = {},
): Read => ({
  tool,
  args: clean(args),
});

export const reply = (agent: AgentName, reads: readonly Read[]): Reading => ({
  agent,
  reads,
  rest: [],
});

export function query(c: Clause): string {
  return c.words
    .filter(
      (w, i) =>
        c.tokens[i]!.kind === "word" &&
        !oneOf(
          "o a os as que qual quando eh de do da meu minha eu voce sabe sobre mim lembra quem como se te falei e em no na me para esta foi disse quais sou tem tenho",
          w,
        ),
    )
    .join(" ")
    .slice(0, 200);
}

/** "o que tenho amanhã?": what is set down for a day. */
export function asksDay(c: Clause): boolean {
  return (
    has(c, "tenho temos") &&
    items(c, "day").length > 0 &&
    c.words.every(
      (w, i) => c.covered[i] === true || oneOf("o que eu a gente tenho temos para ?", w),
    )
  );
}
