import { addMonths } from "../civil.ts";
import {
  type Clause,
  type Scene,
  capital,
  didI,
  first,
  has,
  order,
  phrase,
  phraseAt,
  slice,
  verb,
} from "../clause.ts";
import { times } from "../money.ts";
import { type Reading, asking, moneyOf, propose } from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import { verbForms } from "../verbs.ts";
import { oneOf } from "../words.ts";
import { dueDayOf } from "./bills.ts";
import { descriptionOf } from "./description.ts";

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
    has(c, "devo devendo") ||
    (has(c, "emprestado emprestada emprestados") && has(c, "peguei pegamos tomei")) ||
    phrase(c, "me emprestou");
  const orders = order(c, "create") ?? order(c, "record");
  const lent = phraseAt(c, "me deve|devem|devendo");
  if (lent >= 0 && negation(c) < 0) return owedToMe(c, s);
  if (!loan && !owes) return null;
  if (has(c, "devendo") && !has(c, "estou estamos fiquei") && otherPerson(c))
    return { agent: "finance", reason: "third_person" };
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
  // "devo receber", "devo pagar": something that should be done, no debt.
  const should = (i: number): boolean =>
    verbForms(c.words[i + 1] ?? "").some((f) => f.tense === "infinitive");
  if (owes && c.words.some((w, i) => w === "devo" && should(i))) return null;
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

/** "o joão me deve 50": no debt of one's own; it can be kept in the memory. */
function owedToMe(c: Clause, s: Scene): Reading {
  const content = capital(slice(c, s.text, 0, c.tokens.length)).replace(/[.!]+$/, "");
  return asking(
    "memory",
    "content",
    "Ainda não controlo o que devem a você. Quer que eu guarde isso na memória?",
    [{ label: "Sim, guarda", value: content }],
    { tool: "add_knowledge", args: { type: "fact", area: "finance" } },
  );
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
          (!oneOf(
            "o a carro casa valor vencimento dia mes geladeira moto cartao",
            c.words[j + 1],
          ) ||
            (oneOf("o a", c.words[j + 1]) && oneOf("meu minha", c.words[j + 2] ?? ""))),
      );
      if (k < 0) return undefined;
      let end = k + 1;
      while (
        end < c.words.length &&
        !c.covered[end] &&
        c.tokens[end]!.kind === "word" &&
        !oneOf("em de que vence vencimento com e por para no na", c.words[end]) &&
        end < k + 4
      )
        end += 1;
      const text = slice(c, s.text, k + 1, end);
      return text === "" ? undefined : capital(text.replace(/^(?:(?:o|a|meu|minha)\s+)+/i, ""));
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
