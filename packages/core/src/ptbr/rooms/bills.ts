import { parts } from "../civil.ts";
import {
  type Clause,
  capital,
  didI,
  find,
  first,
  has,
  items,
  negation,
  order,
  otherPerson,
  phrase,
  phraseAt,
  type Scene,
  slice,
  verb,
  verbs,
} from "../clause.ts";
import { expenseCategory } from "../merchants.ts";
import { bestOf } from "../names.ts";
import { wordsOf } from "../normalize.ts";
import {
  asking,
  isFuture,
  leftover,
  moneyOf,
  propose,
  type Reading,
  recordDay,
  whichOf,
} from "../reading.ts";
import { oneOf, wordSet } from "../words.ts";
import { accountNamed } from "./money-words.ts";

export type Bill = NonNullable<Scene["lexicon"]["bills"]>[number];

/** Bills that the clause names; of one series the row that is meant (this month, open, then oldest). */
export function billsNamed(
  c: Clause,
  s: Scene,
  day?: string,
): { bill: Bill; at: readonly number[] }[] {
  const skip = new Set(accountNamed(c, s)?.at ?? []);
  const words = c.words.map((w, i) =>
    c.covered[i] || (skip.has(i) && !/^(net|flix)/.test(w) && w !== "internet") ? "" : w,
  );
  const hits = bestOf(words, s.lexicon.bills, (b) => b.name);
  const month = (day ?? s.options.today).slice(0, 7);
  const byName = new Map<string, { bill: Bill; at: readonly number[] }>();
  for (const h of hits) {
    const key = h.thing.name.toLowerCase();
    const known = byName.get(key);
    const rank = (b: Bill): number =>
      (b.status === "paid" || b.status === "canceled" ? 4 : 0) +
      (b.month === undefined || b.month === month ? 0 : b.month < month ? 1 : 2);
    if (known === undefined || rank(h.thing) < rank(known.bill))
      byName.set(key, { bill: h.thing, at: h.at });
  }
  return [...byName.values()];
}

const PAID = /^(pag[oa]s?|quitad[oa]s?)$/;
const DUE = wordSet("vencimento vence vencendo venc vencer vencem");

/** The day of the month a bill falls due on: "todo dia 10", "vence dia 10", "vencimento 18". */
export function dueDayOf(c: Clause): number | undefined {
  const r = first(c, "recurrence")?.value.monthDay;
  if (r !== undefined) return r;
  const at = find(c, ...DUE);
  const d = items(c, "day").find((x) => x.value.kind === "monthday" || x.value.kind === "fixed");
  if (d !== undefined && (c.words[d.from] === "dia" || at >= 0)) {
    const n = c.words
      .slice(d.from, d.to)
      .map(Number)
      .find((x) => x >= 1 && x <= 31);
    return n ?? parts(d.value.next)[2];
  }
  if (at >= 0) {
    const n = items(c, "number").find(
      (x) =>
        x.from > at &&
        x.from - at <= 3 &&
        Number.isInteger(x.value.value) &&
        x.value.value >= 1 &&
        x.value.value <= 31,
    );
    if (n !== undefined) return n.value.value;
  }
  return undefined;
}

/** "paguei a luz", "netflix paga", "dei baixa no aluguel": a bill that was paid. */
export function billPaidRoom(c: Clause, s: Scene): Reading | null {
  const paid =
    didI(c, "pay") !== null ||
    (didI(c, "do") !== null && has(c, "pagamento")) ||
    phrase(c, "dei baixa") ||
    phrase(c, "da|dar|de baixa") ||
    c.words.some((w, i) => PAID.test(w) && !c.covered[i] && w !== "paga") ||
    phrase(c, "como paga") ||
    has(c, "debitado debitada debitaram") ||
    c.verbHint?.group === "pay";
  const orders = order(c, "record") ?? order(c, "change") ?? order(c, "finish");
  const pagaMark =
    has(c, "paga pagas pago quitada quitado") && (orders !== null || c.words.length <= 6);
  if (!paid && !pagaMark) {
    // "luz 190": a bill and a price, but nobody said it was paid.
    const price = moneyOf(c);
    const only =
      price !== null && Number(price.amount) > 10 && c.words.length <= 6 && verbs(c).length === 0
        ? billsNamed(c, s)
        : [];
    if (
      price === null ||
      only.length !== 1 ||
      first(c, "installments") !== undefined ||
      leftover(c, ["conta", "boleto", "mensalidade", "assinatura"], only[0]!.at).length > 0
    )
      return null;
    return asking(
      "finance",
      "billId",
      `Marco ${only[0]!.bill.name} como paga, com esse valor?`,
      [{ label: `Sim, ${only[0]!.bill.name}`, value: only[0]!.bill.id }],
      { tool: "mark_bill_paid", args: { amount: price.amount, paidOn: recordDay(c, s) } },
    );
  }
  if (
    has(c, "parcela parcelas prestacao prestacoes fatura") ||
    first(c, "installments") !== undefined
  )
    return null;
  if (
    verb(c, "want", ["present", "imperfect", "conditional"]) !== null &&
    !oneOf("estou foi eh ja", c.words[verb(c, "want")!.at] ?? "") &&
    didI(c, "pay") === null &&
    orders === null
  )
    return null;
  const day = recordDay(c, s);
  const named = billsNamed(c, s, day);
  const money = moneyOf(c);
  const account = accountNamed(c, s);
  const accountId = account !== null && account.id !== "" ? account.id : undefined;
  if (negation(c) >= 0)
    return named.length > 0 || has(c, "conta boleto")
      ? { agent: "finance", reason: "negated" }
      : null;
  const every =
    phrase(c, "todas as contas") || phrase(c, "todos os boletos") || phrase(c, "todas contas");
  if (every) {
    const open = (s.lexicon.bills ?? []).filter(
      (b) =>
        b.status !== "paid" &&
        b.status !== "canceled" &&
        (b.month === undefined || b.month === day.slice(0, 7)),
    );
    if (open.length === 0)
      return asking(
        "finance",
        "billId",
        "Não achei conta em aberto neste mês. Qual conta você pagou?",
      );
    return {
      agent: "finance",
      writes: open.map((b) => propose("mark_bill_paid", { billId: b.id, paidOn: day, accountId })),
      rest: [],
    };
  }
  if (named.length === 0) {
    if (money !== null || !has(c, "conta contas boleto boletos")) return null;
    const open = (s.lexicon.bills ?? []).filter(
      (b) =>
        b.status !== "paid" &&
        b.status !== "canceled" &&
        (b.month === undefined || b.month === day.slice(0, 7)),
    );
    if (open.length === 0)
      return asking("finance", "billId", "Qual conta você pagou, e quanto foi?");
    return whichOf("finance", "billId", "Qual conta você pagou:", open, {
      tool: "mark_bill_paid",
      args: { paidOn: day, accountId },
    });
  }
  if (otherPerson(c) && didI(c, "pay") === null && !pagaMark)
    return { agent: "finance", reason: "third_person" };
  // "paguei 30 de internet na lan house": another thing when the price is far off is still asked.
  if (isFuture(c, s))
    return asking(
      "finance",
      "paidOn",
      "Esse dia ainda não chegou. Marco como paga hoje, ou prefere um lembrete?",
      [{ label: "Paga hoje", value: s.options.today }],
      { tool: "mark_bill_paid", args: { billId: named[0]!.bill.id } },
    );
  const together = named.length > 1 && (has(c, "e") || has(c, ","));
  if (named.length > 1 && !together)
    return whichOf(
      "finance",
      "billId",
      "Qual conta:",
      named.map((n) => n.bill),
      { tool: "mark_bill_paid", args: { paidOn: day, amount: money?.amount, accountId } },
    );
  const writes = named.map(({ bill }) =>
    propose(
      "mark_bill_paid",
      {
        billId: bill.id,
        paidOn: day,
        amount: named.length === 1 ? money?.amount : undefined,
        accountId,
      },
      bill.status === "paid" ? ["já está marcada como paga"] : [],
    ),
  );
  return {
    agent: "finance",
    writes,
    rest: leftover(c, [], [...named.flatMap((n) => n.at), ...(account?.at ?? [])]).filter(
      (w) =>
        !PAID.test(w) &&
        !oneOf(
          "conta contas boleto boletos baixa mes pagamento debitou fatura mensalidade valor",
          w,
        ) &&
        !/(ei|i)$/.test(w),
    ),
  };
}

/** "cadastra conta de celular 59,99 vencimento 18": a new bill of the house. */
export function billCreateRoom(c: Clause, s: Scene): Reading | null {
  if (
    has(
      c,
      "corrente poupanca cartao habito meta lembrete categoria divida emprestimo receita renda salario bancaria",
    )
  )
    return null;
  const orders = order(c, "create") ?? order(c, "record");
  const recurring = first(c, "recurrence");
  const monthly =
    recurring?.value.frequency === "monthly" ||
    phrase(c, "por mes") ||
    phrase(c, "ao mes") ||
    has(c, "mensal mensais mensalidade mensalmente fixa fixo");
  const dueDay = dueDayOf(c);
  const isBill = has(
    c,
    "conta boleto mensalidade assinatura assinei fixa fixo aluguel condominio plano contratei streaming",
  );
  const due = find(c, ...DUE) >= 0;
  const newOne = has(c, "nova novo");
  if (
    !(orders !== null && (isBill || due || (monthly && dueDay !== undefined))) &&
    !(newOne && isBill) &&
    !(isBill && dueDay !== undefined && moneyOf(c) !== null && didI(c, "pay") === null)
  )
    return null;
  if (
    didI(c, "pay") !== null ||
    didI(c, "spend") !== null ||
    (has(c, "paga pago") && !due) ||
    negation(c) >= 0 ||
    has(c, "lembra lembrar avisa lembre")
  )
    return null;
  if (first(c, "installments") !== undefined) return null;
  const money = moneyWithoutDue(c);
  const name = billName(c, s, money);
  const args = {
    name: name === "" ? undefined : name,
    amount: money?.amount,
    dueDay,
    month: s.options.today.slice(0, 7),
    categoryKey: name === "" ? undefined : (expenseCategory(wordsOf(name)) ?? "bills"),
    recurring: phrase(c, "so esse mes") || has(c, "avulsa avulso unica unico") ? false : true,
  };
  const existing =
    name === ""
      ? []
      : billsNamed(c, s).filter((b) => wordsOf(b.bill.name).join() === wordsOf(name).join());
  if (existing.length > 0 && orders === null) return null;
  if (args.name === undefined)
    return asking("finance", "name", "Qual o nome dessa conta?", [], { tool: "create_bill", args });
  if (money === null)
    return asking("finance", "amount", `Qual o valor da conta ${name}?`, [], {
      tool: "create_bill",
      args,
    });
  if (dueDay === undefined)
    return asking("finance", "dueDay", `Em que dia do mês vence ${name}?`, [], {
      tool: "create_bill",
      args,
    });
  return {
    agent: "finance",
    writes: [
      propose(
        "create_bill",
        args,
        existing.length > 0 ? ["já existe uma conta com esse nome"] : [],
      ),
    ],
    rest: [],
  };
}

function moneyWithoutDue(c: Clause): { amount: string; from: number; to: number } | null {
  const at = find(c, ...DUE);
  const named = first(c, "money");
  if (named !== undefined) return { amount: named.value.amount, from: named.from, to: named.to };
  const n = items(c, "number").find(
    (x) =>
      !x.value.article &&
      !(at >= 0 && x.from > at && x.from - at <= 3 && !/[.,]/.test(c.words[x.from]!)),
  );
  if (n === undefined) return null;
  const m = moneyOf({ ...c, items: c.items.filter((x) => x === n || x.type !== "number") });
  return m === null ? null : { amount: m.amount, from: m.from, to: m.to };
}

const NAME_STOP = wordSet(
  "conta boleto mensal fixa fixo nova novo vencimento vence vencendo venc valor chamada chamado com todo por mes despesa mensalidade no dia reais r$ que e , : eh ao para a o uma um de da do minha meu assinatura recorrente mensais cada pagar assinei favor recorrentes mim tambem contratei so esse la ai avulsa em nas contas casa custa sendo aqui",
);

function billName(c: Clause, s: Scene, money: { from: number; to: number } | null): string {
  let best: [number, number] | null = null;
  let from = -1;
  for (let i = 0; i <= c.words.length; i += 1) {
    const w = c.words[i];
    const stop =
      w === undefined ||
      c.covered[i] === true ||
      c.tokens[i]!.kind === "punct" ||
      (money !== null && i >= money.from && i < money.to) ||
      (NAME_STOP.has(w) &&
        !(
          from >= 0 &&
          ["de", "da", "do"].includes(w) &&
          c.words[i + 1] !== undefined &&
          !NAME_STOP.has(c.words[i + 1]!) &&
          c.covered[i + 1] !== true
        )) ||
      (from < 0 &&
        c.tokens[i]!.kind === "word" &&
        (order({ ...c }, "create")?.at === i || order({ ...c }, "record")?.at === i));
    if (stop) {
      if (from >= 0 && best === null) best = [from, i];
      from = -1;
    } else if (from < 0) from = i;
  }
  return best === null ? "" : capital(slice(c, s.text, best[0], best[1])).slice(0, 100);
}

/** "muda a internet para 109,90", "a luz veio 195 esse mês", "apaga a conta da netflix". */
export function billChangeRoom(c: Clause, s: Scene): Reading | null {
  const named = billsNamed(c, s);
  if (named.length === 0 || didI(c, "pay") !== null || has(c, "lembrete habito")) return null;
  const removes = order(c, "remove");
  const changes = order(c, "change") ?? (phraseAt(c, "corrige") >= 0 ? order(c, "change") : null);
  const came = c.words.some((w) =>
    oneOf("veio aumentou subiu reajustou reajustada baixou passou mudou ficou diminuiu", w),
  );
  if (negation(c) >= 0) return null;
  if (named.length > 1)
    return removes !== null || changes !== null
      ? whichOf(
          "finance",
          "billId",
          "Qual conta:",
          named.map((n) => n.bill),
          { tool: removes !== null ? "delete_bill" : "update_bill", args: {} },
        )
      : null;
  const bill = named[0]!.bill;
  if (removes !== null && moneyOf(c) === null) {
    const scope =
      phrase(c, "so desse|deste|esse|este mes") || phrase(c, "so esse|este|desse|deste")
        ? "this"
        : has(c, "todas todos sempre tudo")
          ? "all"
          : "future";
    return {
      agent: "finance",
      writes: [propose("delete_bill", { billId: bill.id, scope })],
      rest: leftover(c, [], named[0]!.at).filter(
        (w) =>
          !oneOf("conta boleto fixa mes contas assinatura", w) &&
          w.length > 5 &&
          !/(a|ar|e|ir)$/.test(w),
      ),
    };
  }
  if (changes === null && !came) return null;
  const dueDay =
    has(c, "vencimento vence vencer data") ||
    (first(c, "day") !== undefined &&
      c.words[first(c, "day")!.from] === "dia" &&
      moneyOf(c) === null)
      ? dueDayOf(c)
      : undefined;
  const money = dueDay === undefined || first(c, "money") !== undefined ? moneyOf(c) : null;
  if (money === null && dueDay === undefined) {
    return changes === null
      ? null
      : asking("finance", "amount", `Qual o novo valor de ${bill.name}?`, [], {
          tool: "update_bill",
          args: { billId: bill.id, scope: "this" },
        });
  }
  const once = phrase(c, "esse|este|desse|deste|nesse|neste mes") || has(c, "veio so");
  return {
    agent: "finance",
    writes: [
      propose("update_bill", {
        billId: bill.id,
        amount: money?.amount,
        dueDay,
        scope: once
          ? "this"
          : came || phrase(c, "a partir") || has(c, "sempre diante") || dueDay !== undefined
            ? "future"
            : "this",
      }),
    ],
    rest: [],
  };
}
