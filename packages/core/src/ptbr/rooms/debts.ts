import { addMonths } from "../civil.ts";
import {
  type Clause,
  capital,
  didI,
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
} from "../clause.ts";
import { times } from "../money.ts";
import { bestOf } from "../names.ts";
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
import { oneOf } from "../words.ts";
import { dueDayOf } from "./bills.ts";
import { accountNamed, descriptionOf } from "./money-words.ts";

const PART = ["parcela", "parcelas", "prestacao", "prestacoes", "parcelinha"];
type Debt = NonNullable<Scene["lexicon"]["debts"]>[number];

function remaining(d: Debt): number | null {
  return d.installments == null ? null : d.installments - ((d.nextInstallment ?? 1) - 1);
}

/** "paguei 3 parcelas da geladeira", "quitei o carro", "parcela do carro paga". */
export function installmentsPaidRoom(c: Clause, s: Scene): Reading | null {
  const part = has(c, ...PART);
  const debts = bestOf(
    c.words.map((w, i) => (c.covered[i] ? "" : w)),
    s.lexicon.debts?.filter((d) => d.status !== "paid_off"),
    (d) => d.name,
  );
  const orders = order(c, "record") ?? order(c, "finish");
  const paid =
    didI(c, "pay") !== null ||
    (didI(c, "do") !== null && has(c, "pagamento")) ||
    didI(c, "owe")?.lemma === "abater" ||
    phrase(c, "dei baixa") ||
    phrase(c, "da|dar baixa") ||
    has(c, "paga pagas quitada quitado adiantei antecipei pago") ||
    c.verbHint?.group === "pay";
  if (!paid || (!part && debts.length === 0) || first(c, "installments") !== undefined) return null;
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  if (otherPerson(c) && didI(c, "pay") === null && orders === null)
    return { agent: "finance", reason: "third_person" };
  if (
    verb(c, "want", ["present", "imperfect", "conditional"]) !== null &&
    didI(c, "pay") === null &&
    orders === null &&
    !has(c, "foi esta ja")
  )
    return { agent: "finance", reason: "intent" };
  const money = partMoney(c);
  if (!part && debts.length > 0) {
    // "paguei o carro 100 reais" may be anything; only "quitei" settles without a word for the parts.
    if (didI(c, "pay")?.lemma !== "quitar" && !has(c, "quitada quitado"))
      return money !== null || debts.length > 1 ? null : debtOrThing(c, s, debts[0]!.thing);
  }
  const counted = items(c, "number").find(
    (n) =>
      PART.includes(c.words[n.to] ?? "") ||
      (oneOf("ultimas proximas primeiras outras mais", c.words[n.to] ?? "") &&
        PART.includes(c.words[n.to + 1] ?? "")),
  );
  const all =
    (didI(c, "pay")?.lemma === "quitar" && !part) ||
    phrase(c, "todas as parcelas") ||
    phrase(c, "todas parcelas");
  const plural = has(c, "parcelas prestacoes") && counted === undefined && !all;
  const ordinal =
    has(c, "primeira segunda terceira ultima proxima") ||
    items(c, "number").some((n) => PART.includes(c.words[n.from - 1] ?? ""));
  const paidOn = recordDay(c, s);
  const account = accountNamed(c, s);
  const accountId = account !== null && account.id !== "" ? account.id : undefined;
  const quantity = counted?.value.value ?? (plural ? undefined : 1);
  if (debts.length === 0) {
    const named = descriptionOf(c, s).words.filter(
      (w) =>
        !PART.includes(w) && !oneOf("segunda primeira terceira ultima proxima mes divida hoje", w),
    );
    const open = (s.lexicon.debts ?? []).filter((d) => d.status !== "paid_off");
    if (named.length > 0 && !named.every((w) => w.length < 3))
      return money === null
        ? open.length === 0
          ? null
          : whichOf("finance", "debtId", "Não achei essa dívida. De qual é a parcela:", open, {
              tool: "pay_installments",
              args: { quantity, paidOn },
            })
        : null;
    if (open.length === 0)
      return asking("finance", "debtId", "De qual dívida? Ainda não há nenhuma cadastrada.");
    if (open.length > 1)
      return whichOf("finance", "debtId", "De qual dívida:", open, {
        tool: "pay_installments",
        args: { quantity, paidOn, amount: money?.amount, accountId },
      });
    if (quantity === undefined)
      return asking("finance", "quantity", "Quantas parcelas?", [], {
        tool: "pay_installments",
        args: { debtId: open[0]!.id, paidOn },
      });
    return done(c, s, open[0]!, quantity, paidOn, money, accountId, []);
  }
  if (debts.length > 1)
    return whichOf(
      "finance",
      "debtId",
      "De qual dívida:",
      debts.map((d) => d.thing),
      { tool: "pay_installments", args: { quantity, paidOn, amount: money?.amount, accountId } },
    );
  const debt = debts[0]!.thing;
  if (all) {
    const rest = remaining(debt);
    if (rest === null)
      return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
        tool: "pay_installments",
        args: { debtId: debt.id, paidOn },
      });
    return done(c, s, debt, rest, paidOn, money, accountId, debts[0]!.at);
  }
  if (quantity === undefined)
    return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
      tool: "pay_installments",
      args: { debtId: debt.id, paidOn, accountId },
    });
  void ordinal;
  return done(c, s, debt, quantity, paidOn, money, accountId, debts[0]!.at);
}

function debtOrThing(c: Clause, s: Scene, debt: Debt): Reading | null {
  if (c.words.length > 5) return null;
  return asking(
    "finance",
    "quantity",
    `Quantas parcelas de ${debt.name} você pagou?`,
    [{ label: "1 parcela", value: 1 }],
    { tool: "pay_installments", args: { debtId: debt.id, paidOn: recordDay(c, s) } },
  );
}

function partMoney(c: Clause): { amount: string } | null {
  const named = first(c, "money");
  if (named !== undefined) return { amount: named.value.amount };
  const n = items(c, "number").find(
    (x) =>
      !x.value.article &&
      !PART.includes(c.words[x.to] ?? "") &&
      !PART.includes(c.words[x.to + 1] ?? "") &&
      !PART.includes(c.words[x.from - 1] ?? "") &&
      oneOf("por de deu foi valor total", c.words[x.from - 1] ?? ""),
  );
  return n === undefined ? null : { amount: moneyOf({ ...c, items: [n] })?.amount ?? "" };
}

function done(
  c: Clause,
  s: Scene,
  debt: Debt,
  quantity: number,
  paidOn: string,
  money: { amount: string } | null,
  accountId: string | undefined,
  at: readonly number[],
): Reading {
  if (!Number.isInteger(quantity) || quantity < 1)
    return asking("finance", "quantity", `Quantas parcelas de ${debt.name}?`, [], {
      tool: "pay_installments",
      args: { debtId: debt.id, paidOn },
    });
  if (isFuture(c, s))
    return asking(
      "finance",
      "paidOn",
      "Esse dia ainda não chegou. Marco como paga hoje?",
      [{ label: "Hoje", value: s.options.today }],
      { tool: "pay_installments", args: { debtId: debt.id, quantity } },
    );
  const rest = remaining(debt);
  if (rest !== null && quantity > rest)
    return asking(
      "finance",
      "quantity",
      `Faltam ${rest} ${rest === 1 ? "parcela" : "parcelas"} de ${debt.name}. Quantas você pagou?`,
      [{ label: `Todas (${rest})`, value: rest }],
      { tool: "pay_installments", args: { debtId: debt.id, paidOn } },
    );
  return {
    agent: "finance",
    writes: [
      propose("pay_installments", {
        debtId: debt.id,
        quantity,
        amount: money?.amount === "" ? undefined : money?.amount,
        paidOn,
        accountId,
      }),
    ],
    rest: leftover(
      c,
      [
        ...PART,
        "mes",
        "divida",
        "boleto",
        "dividas",
        "adiantadas",
        "antecipadas",
        "ultimas",
        "proximas",
        "primeira",
        "proxima",
        "ultima",
        "segunda",
        "terceira",
        "baixa",
        "pagas",
        "paga",
      ],
      at,
    ).filter((w) => !/(ei|i)$/.test(w)),
  };
}

const LOAN = [
  "emprestimo",
  "financiamento",
  "divida",
  "consignado",
  "crediario",
  "consorcio",
  "financiei",
];

/** "fiz um empréstimo de 6 mil em 12x de 600, vence dia 10", "devo 2 mil pro João". */
export function debtCreateRoom(c: Clause, s: Scene): Reading | null {
  const loan =
    has(c, ...LOAN) ||
    didI(c, "owe")?.lemma === "financiar" ||
    didI(c, "owe")?.lemma === "negociar" ||
    didI(c, "owe")?.lemma === "renegociar";
  const owes =
    has(c, "devo devendo") || phrase(c, "peguei emprestado") || phrase(c, "me emprestou");
  const orders = order(c, "create") ?? order(c, "record");
  if (!loan && !owes) return null;
  if (
    didI(c, "pay") !== null ||
    has(c, "paga pago quanto qual quais parcela") ||
    negation(c) >= 0 ||
    order(c, "ask") !== null
  )
    return null;
  const made =
    didI(c, "do") ??
    didI(c, "buy") ??
    didI(c, "owe") ??
    (has(c, "tenho fechei contratei nova") ? { lemma: "ter" } : null) ??
    (didI(c, "receive") === null ? null : didI(c, "receive"));
  if (made === null && orders === null && !owes) return null;
  if (!loan && owes && verb(c, "want", ["infinitive"]) !== null) return null;
  if (
    owes &&
    c.words.some(
      (w, i) =>
        w === "devo" &&
        oneOf(
          "beber pagar fazer dormir gastar ir comprar treinar comer ler investir guardar",
          c.words[i + 1] ?? "",
        ),
    )
  )
    return null;
  const plan = first(c, "installments")?.value;
  const money = first(c, "money") ?? undefined;
  const bare = moneyOf(c);
  const total =
    plan?.total ??
    money?.value.amount ??
    (plan === undefined ? bare?.amount : undefined) ??
    (plan?.each === undefined ? undefined : times(plan.each, plan.count));
  const count = plan?.count ?? first(c, "count")?.value.count;
  const each = plan?.each ?? undefined;
  const dueDay = dueDayOf(c);
  const creditor = creditorOf(c, s);
  const name = debtName(c, s, creditor);
  if (total === undefined)
    return asking("finance", "totalAmount", "Qual o valor total da dívida?", [], {
      tool: "create_debt",
      args: { name, creditor, negotiated: false },
    });
  const negotiated = count !== undefined;
  const perPart = each ?? (count === undefined ? undefined : (Number(total) / count).toFixed(2));
  const month = s.options.today.slice(0, 7);
  const startMonth = negotiated
    ? dueDay !== undefined && dueDay < Number(s.options.today.slice(8))
      ? addMonths(month, 1)
      : month
    : undefined;
  const args = {
    name,
    creditor,
    totalAmount: total,
    negotiated,
    installments: count,
    installmentAmount: perPart,
    dueDay,
    startMonth,
  };
  if (negotiated && dueDay === undefined)
    return asking("finance", "dueDay", "Em que dia do mês vence a parcela?", [], {
      tool: "create_debt",
      args,
    });
  return {
    agent: "finance",
    writes: [
      propose(
        "create_debt",
        args,
        each === undefined && count !== undefined ? ["parcela calculada pelo total"] : [],
      ),
    ],
    rest: [],
  };
}

function creditorOf(c: Clause, s: Scene): string | undefined {
  for (const lead of ["para|no|na|ao|com|do|da"]) {
    for (let i = phraseAt(c, lead); i >= 0 && i < c.words.length - 1; i = -1) {
      const k = c.words.findIndex(
        (w, j) =>
          j >= i &&
          oneOf("para no na ao com do da", w) &&
          !c.covered[j] &&
          j + 1 < c.words.length &&
          !c.covered[j + 1] &&
          !oneOf("o a carro casa valor vencimento dia mes geladeira moto cartao", c.words[j + 1]!),
      );
      if (k < 0) return undefined;
      let end = k + 1;
      while (
        end < c.words.length &&
        !c.covered[end] &&
        c.tokens[end]!.kind === "word" &&
        !oneOf("em de que vence vencimento com e por para no na", c.words[end]!) &&
        end < k + 4
      )
        end += 1;
      const text = slice(c, s.text, k + 1, end);
      return text === "" ? undefined : capital(text.replace(/^(o|a|meu|minha)\s+/i, ""));
    }
  }
  return undefined;
}

function debtName(c: Clause, s: Scene, creditor: string | undefined): string {
  const kind = c.words.findIndex((w, i) => LOAN.includes(w) && !c.covered[i] && w !== "financiei");
  const financed = c.words.findIndex(
    (w) => w === "financiei" || w === "parcelei" || w === "financiamos",
  );
  if (financed >= 0) {
    const d = descriptionOf(c, s);
    if (d.text !== "") return d.text;
  }
  if (kind >= 0) {
    const of =
      oneOf("do da de no na", c.words[kind + 1] ?? "") &&
      c.covered[kind + 2] !== true &&
      c.words[kind + 2] !== undefined
        ? slice(c, s.text, kind, kind + 3)
        : "";
    if (of !== "") return capital(of);
    return creditor === undefined
      ? capital(c.tokens[kind]!.raw)
      : `${capital(c.tokens[kind]!.raw)} ${creditor}`;
  }
  return creditor === undefined ? "Dívida" : `Dívida com ${creditor}`;
}
