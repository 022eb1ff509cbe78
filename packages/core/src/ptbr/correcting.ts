import { type Clause, type Scene, first, has, items } from "./clause.ts";
import { clockText } from "./clock.ts";
import { clean, moneyOf } from "./reading.ts";
import { asMetricType, valueFor } from "./rooms/metric-values.ts";
import { accountNamed, baseCategory } from "./rooms/money-words.ts";
import type { Json, MetricType, ToolArgs } from "./types.ts";
import { oneOf } from "./words.ts";

/** New arguments for an action from "não, era 3 litros", "foi ontem", "no débito"; null when nothing fits. */
export function corrected(said: Clause, tool: string, args: ToolArgs, s: Scene): ToolArgs | null {
  const c = affirmed(said);
  const next: Record<string, Json> = { ...args };
  let touched = false;
  const put = (key: string, value: Json | undefined): void => {
    if (value === undefined || value === null || value === args[key]) return;
    next[key] = value;
    touched = true;
  };
  const day = first(c, "day");
  if (day !== undefined && !has(c, "vence")) {
    for (const key of ["day", "paidOn", "receivedOn"])
      if (key in args && day.value.past <= s.options.today) put(key, day.value.past);
  }
  if (tool === "record_metric" || tool === "update_metric") {
    const type = asMetricType(args["type"]) ?? guessType(args, s);
    const value = type === null ? null : (valueFor(type, c) ?? bareLike(c, args, type));
    if (value !== null && value !== "range") put("value", value.value);
  } else if (
    "amount" in args ||
    oneOf(
      "record_transaction create_bill mark_bill_paid update_transaction mark_income_received pay_installments update_bill pay_statement",
      tool,
    )
  ) {
    if (tool === "pay_installments") {
      const n = items(c, "number").find((x) => Number.isInteger(x.value.value));
      if (n !== undefined && first(c, "money") === undefined) put("quantity", n.value.value);
    } else put("amount", moneyOf(c)?.amount);
  } else if ("planned" in args) put("planned", moneyOf(c)?.amount);
  else if ("currentAmount" in args) put("currentAmount", moneyOf(c)?.amount);
  else if ("expected" in args) put("expected", moneyOf(c)?.amount);
  else if ("currentValue" in args)
    put("currentValue", items(c, "number")[0]?.value.value ?? items(c, "quantity")[0]?.value.value);
  if ("remindAt" in args && typeof args["remindAt"] === "string") {
    const clock =
      first(c, "clock")?.value ??
      items(c, "quantity").find((q) => q.value.clock !== undefined)?.value.clock;
    const [d = "", t = ""] = args["remindAt"].split("T");
    const to = day === undefined ? d : day.value.kind === "fixed" ? day.value.past : day.value.next;
    if (clock !== undefined || day !== undefined)
      put("remindAt", `${to}T${clock === undefined ? t : clockText(clock)}`);
  }
  const account = accountNamed(c, s);
  if (
    account !== null &&
    account.id !== "" &&
    oneOf("record_transaction mark_bill_paid pay_installments mark_income_received", tool)
  )
    put("accountId", account.id);
  if ("categoryKey" in args) {
    const key = has(c, "categoria") || c.words.length <= 4 ? baseCategory(c.words) : null;
    if (key !== null) put("categoryKey", key);
  }
  return touched ? clean(next) : null;
}

/** "não foi 30, foi 33": what it was not is left out. */
function affirmed(c: Clause): Clause {
  const [first, second] = c.items.filter((x) => ["number", "money", "quantity"].includes(x.type));
  const not = c.words.indexOf("nao");
  if (first === undefined || second === undefined || not < 0 || not > first.from) return c;
  if (first.from - not > 2) return c;
  return { ...c, items: c.items.filter((x) => x !== first) };
}

function guessType(args: ToolArgs, s: Scene): MetricType | null {
  return s.lexicon.entries?.find((e) => e.id === args["entryId"])?.type ?? null;
}

/** "na verdade foram 3" after litres or copos: a bare number in the unit that was on the card. */
function bareLike(c: Clause, args: ToolArgs, type: MetricType): { value: number } | null {
  const n = items(c, "number").find((x) => !x.value.article);
  if (n === undefined || typeof args["value"] !== "number") return null;
  if (type === "water") {
    const old = args["value"];
    if (n.value.value >= 50) return { value: n.value.value };
    if ((old >= 1000 && old % 200 !== 0) || (old % 500 === 0 && n.value.value <= 6))
      return { value: n.value.value * 1000 };
    return old % 200 === 0 ? { value: n.value.value * 200 } : null;
  }
  return { value: n.value.value };
}
