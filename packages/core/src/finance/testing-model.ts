import { ABOVE, CURRENT, dayBack, monthIndex, monthName } from "./testing-world.ts";
import type { Op, Row, Scope, World } from "./testing-world.ts";

/** The row that an operation picks among those still there; the same for the model and what it judges. */
export function picked(world: World, at: number): number | null {
  const there = world.rows.flatMap((row, index) => (row.gone ? [] : [index]));
  return there.length === 0 ? null : (there[at % there.length] ?? null);
}

function isSpentOn(world: World, index: number): boolean {
  return world.moves.some((move) => move.plan === index);
}

function isSettled(world: World, index: number): boolean {
  const row = world.rows[index];
  return (
    row !== undefined && (row.kind === "expense" ? isSpentOn(world, index) : row.settled !== null)
  );
}

function seriesOf(world: World, index: number): number[] {
  const series = world.rows[index]?.series ?? null;
  if (series === null) return [index];
  return world.rows.flatMap((row, at) => (!row.gone && row.series === series ? [at] : []));
}

function fill(world: World, kinds: readonly Row["kind"][], until: number): void {
  for (let series = 1; series <= world.series; series += 1) {
    const rows = world.rows.filter(
      (row) => !row.gone && row.series === series && kinds.includes(row.kind),
    );
    if (rows.length === 0 || rows.some((row) => row.ends)) continue;
    const latest = Math.max(...rows.map((row) => row.month));
    const speaks = rows.filter((row) => !row.own);
    const pattern = (speaks.length > 0 ? speaks : rows).reduce((a, b) =>
      b.month > a.month ? b : a,
    );
    for (let month = latest + 1; month <= until; month += 1) {
      world.rows.push({ ...pattern, month, own: false, away: false, ends: false, settled: null });
    }
  }
}

/** Applies an operation, or answers false when it must be refused and changes nothing. */
export function apply(world: World, op: Op): boolean {
  switch (op.op) {
    case "plan": {
      const series = op.recurring ? (world.series += 1) : null;
      world.rows.push({
        kind: op.kind,
        series,
        month: monthIndex(op.ahead),
        currency: op.currency,
        category: op.category,
        cents: BigInt(op.cents),
        dueDay: op.dueDay,
        ends: !op.recurring,
        own: false,
        away: false,
        gone: false,
        settled: null,
      });
      if (op.recurring) fill(world, [op.kind], CURRENT + 2);
      return true;
    }
    case "change":
      return change(world, op.pick, BigInt(op.cents), op.scope);
    case "remove":
      return remove(world, op.pick, op.scope);
    case "restore": {
      const row = at(world, op.pick);
      if (row === null || !row.away) return false;
      row.away = false;
      return true;
    }
    case "settle": {
      const row = at(world, op.pick);
      if (row === null || row.kind === "expense" || row.away || row.settled !== null) return false;
      row.settled = {
        cents: op.cents === null ? row.cents : BigInt(op.cents),
        day: dayBack(op.back),
      };
      return true;
    }
    case "unsettle": {
      const row = at(world, op.pick);
      if (row === null || row.settled === null) return false;
      row.settled = null;
      return true;
    }
    case "look":
      fill(world, ["bill", "expense", "income"], CURRENT + op.ahead);
      return true;
    case "debt":
      world.debts.push({
        currency: op.currency,
        count: op.count,
        cents: BigInt(op.cents),
        start: monthIndex(op.start),
        dueDay: op.dueDay,
        paid: [],
        settled: false,
      });
      return true;
    case "pay":
      return pay(world, op);
    case "unpay": {
      const debt = world.debts[op.pick % Math.max(1, world.debts.length)];
      return debt?.paid.pop() !== undefined;
    }
    case "close": {
      const debt = world.debts[op.pick % Math.max(1, world.debts.length)];
      if (debt === undefined) return false;
      debt.settled = true;
      return true;
    }
    case "move": {
      const day = dayBack(op.back);
      const plansOf = (category: string | undefined): number[] =>
        world.rows.flatMap((row, index) =>
          !row.gone &&
          !row.away &&
          row.kind === "expense" &&
          row.category === category &&
          row.currency === op.currency &&
          monthName(row.month) === day.slice(0, 7)
            ? [index]
            : [],
        );
      const own = plansOf(op.category);
      const plans = own.length > 0 ? own : plansOf(ABOVE[op.category]);
      const plan = op.kind === "expense" && plans.length === 1 ? (plans[0] ?? null) : null;
      world.moves.push({
        kind: op.kind,
        currency: op.currency,
        category: op.kind === "expense" ? op.category : "bonus",
        cents: BigInt(op.cents),
        day,
        plan,
      });
      return true;
    }
    case "invest":
      world.invested.push({ currency: op.currency, cents: BigInt(op.cents) });
      return true;
    case "contribute":
    default: {
      const investment = world.invested[op.pick % Math.max(1, world.invested.length)];
      if (investment === undefined) return false;
      investment.cents += BigInt(op.cents);
      world.put.push({ currency: investment.currency, cents: BigInt(op.cents) });
      return true;
    }
  }
}

function at(world: World, pickAt: number): Row | null {
  const index = picked(world, pickAt);
  return index === null ? null : (world.rows[index] ?? null);
}

function change(world: World, pickAt: number, value: bigint, how: Scope): boolean {
  const index = picked(world, pickAt);
  const row = index === null ? undefined : world.rows[index];
  if (index === null || row === undefined || row.away) return false;
  if (how === "this") {
    row.cents = value;
    row.own = row.series !== null;
  } else {
    for (const other of seriesOf(world, index)) {
      const one = world.rows[other];
      if (one === undefined || (how === "future" && one.month < row.month)) continue;
      // Money may go on moving for a planned expense; a paid bill or a received income is left alone.
      if (one.kind !== "expense" && one.settled !== null) one.own = true;
      else [one.cents, one.own] = [value, false];
    }
  }
  fill(world, [row.kind], CURRENT + 2);
  return true;
}

function remove(world: World, pickAt: number, how: Scope): boolean {
  const index = picked(world, pickAt);
  const row = index === null ? undefined : world.rows[index];
  if (index === null || row === undefined || row.away || row.settled !== null) return false;
  row.away = true;
  if (how === "this") return true;
  row.ends = true;
  for (const other of seriesOf(world, index)) {
    const one = world.rows[other];
    if (one === undefined || other === index || (how === "future" && one.month <= row.month))
      continue;
    if (!isSettled(world, other)) one.gone = true;
    else if (one.kind === "expense") [one.away, one.ends] = [true, true];
  }
  return true;
}

function pay(world: World, op: Extract<Op, { op: "pay" }>): boolean {
  const debt = world.debts[op.pick % Math.max(1, world.debts.length)];
  if (debt === undefined || debt.settled || debt.paid.length + op.quantity > debt.count)
    return false;
  const total = op.cents === null ? debt.cents * BigInt(op.quantity) : BigInt(op.cents);
  const share = total / BigInt(op.quantity);
  const extra = total % BigInt(op.quantity);
  for (let i = 0; i < op.quantity; i += 1)
    debt.paid.push({ cents: share + (BigInt(i) < extra ? 1n : 0n), day: dayBack(op.back) });
  return true;
}
