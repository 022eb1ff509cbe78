/** A value of the expected arguments: plain, or one of the forms of `README.md`. */
export type Form =
  | string
  | number
  | boolean
  | null
  | { day: string }
  | { month: string }
  | { at: string }
  | { re: string }
  | { any: Form[] }
  | { ref: string }
  | { set: Form[] };
export type Expected = { tool: string; args: Record<string, Form> };
export type Case = {
  id: string;
  text: string;
  agents?: string[];
  writes?: Expected[];
  alt?: Expected[][];
  reads?: string[];
  ask?: boolean;
  orAsk?: boolean;
  says?: string;
  saysNot?: string;
  crisis?: string;
  neutral?: boolean;
  /** Said before in the same conversation; its card is still open. */
  open?: string;
  /** Said before in the same conversation: a question of ours or theirs that this one follows. */
  before?: string;
  /** What the sentence decides about the open card. */
  decides?: string;
};
export type Proposed = { tool: string; args: { readonly [key: string]: unknown } };
/** `ref("bill:Netflix")` gives the id of that thing. */
export type World = { today: string; ref(name: string): string | undefined };

const DAY = 86_400_000;
const number = (day: string): number =>
  Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY,
  );
const text = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);
const weekday = (n: number): number => (((n + 4) % 7) + 7) % 7;
const dom = (n: number): number => Number(text(n).slice(8));

/** Resolves `D-1`, `last:1`, `next:1`, `dom:5`, `domf:20` to a local day. */
export function dayOf(form: string, today: string): string {
  const t = number(today);
  const relative = /^D([+-]?\d+)$/.exec(form);
  if (relative !== null) return text(t + Number(relative[1]));
  const [kind, raw] = form.split(":");
  const n = Number(raw);
  const step = kind === "last" || kind === "dom" ? -1 : 1;
  const fits = (d: number): boolean =>
    kind === "last" || kind === "next" ? weekday(d) === n : dom(d) === n;
  for (let d = kind === "dom" || kind === "domf" ? t : t + step; Math.abs(d - t) < 400; d += step)
    if (fits(d)) return text(d);
  return form;
}

function monthOf(form: string, today: string): string {
  const m = /^M([+-]?\d+)$/.exec(form);
  if (m === null) return form;
  const all = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + Number(m[1]);
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}

export const plain = (value: string): string =>
  value
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

export function fits(form: Form, value: unknown, world: World): boolean {
  if (form === null || typeof form !== "object") {
    if (typeof form === "number" && typeof value === "number")
      return Math.abs(form - value) < 0.005;
    return form === value;
  }
  if ("day" in form) return value === dayOf(form.day, world.today);
  if ("month" in form) return value === monthOf(form.month, world.today);
  if ("at" in form) {
    const [d = "", time = ""] = form.at.split(" ");
    return typeof value === "string" && value.slice(0, 16) === `${dayOf(d, world.today)}T${time}`;
  }
  if ("re" in form) return typeof value === "string" && new RegExp(form.re).test(plain(value));
  if ("any" in form) return form.any.some((f) => fits(f, value, world));
  if ("ref" in form) return value !== undefined && value === world.ref(form.ref);
  if (!Array.isArray(value) || value.length !== form.set.length) return false;
  return form.set.every((f) => value.some((v) => fits(f, v, world)));
}

/** Whether the proposed writes are exactly the expected ones, in any order. */
export function sameWrites(
  expected: readonly Expected[],
  proposed: readonly Proposed[],
  world: World,
): boolean {
  if (expected.length !== proposed.length) return false;
  const free = new Set(proposed.keys());
  const place = (k: number): boolean => {
    const want = expected[k];
    if (want === undefined) return true;
    for (const i of Array.from(free)) {
      const got = proposed[i];
      if (
        got === undefined ||
        got.tool !== want.tool ||
        !Object.entries(want.args).every(([key, form]) => fits(form, got.args[key], world))
      )
        continue;
      free.delete(i);
      if (place(k + 1)) return true;
      free.add(i);
    }
    return false;
  };
  return place(0);
}

export type Outcome = {
  writes: readonly Proposed[];
  reads: readonly string[];
  agents: readonly string[];
  asked: boolean;
  decides?: string | undefined;
  answer?: string;
};

/** What is wrong with an outcome, in words; empty when it is as expected. */
export function faults(c: Case, o: Outcome, world: World): string[] {
  const bad: string[] = [];
  if (c.writes !== undefined) {
    const ok =
      [c.writes, ...(c.alt ?? [])].some((w) => sameWrites(w, o.writes, world)) ||
      (c.orAsk === true && o.asked && o.writes.length === 0);
    if (!ok) bad.push(`writes ${JSON.stringify(o.writes.map((w) => [w.tool, w.args]))}`);
  }
  if (c.reads !== undefined && !c.reads.some((r) => o.reads.includes(r)))
    bad.push(`reads ${JSON.stringify(o.reads)}`);
  if (c.decides !== undefined && c.decides !== o.decides)
    bad.push(`decides ${o.decides ?? "nothing"} instead of ${c.decides}`);
  if (c.decides === undefined && c.open !== undefined && o.decides !== undefined)
    bad.push(`decides ${o.decides}`);
  if (c.ask === true && (!o.asked || o.writes.length > 0)) bad.push("did not ask");
  for (const a of c.agents ?? [])
    if (!o.agents.includes(a)) bad.push(`agent ${a} missing in ${o.agents.join(",") || "none"}`);
  if (o.answer !== undefined) {
    const said = plain(o.answer);
    if (c.says !== undefined && !new RegExp(c.says).test(said)) bad.push(`does not say ${c.says}`);
    if (c.saysNot !== undefined && new RegExp(c.saysNot).test(said)) bad.push(`says ${c.saysNot}`);
  }
  return bad;
}

/** Whether parsed JSON is a list of cases, by the fields that every one has. */
export function isCases(value: unknown): value is Case[] {
  return (
    Array.isArray(value) &&
    value.every((c: unknown) => typeof c === "object" && c !== null && "id" in c && "text" in c)
  );
}
