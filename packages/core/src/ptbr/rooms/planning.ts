import { addMonths } from "../civil.ts";
import {
  type Clause,
  type Scene,
  capital,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  slice,
  verb,
} from "../clause.ts";
import { incomeCategory } from "../merchants.ts";
import { cents, fromCents } from "../money.ts";
import { bestOf } from "../names.ts";
import { type Reading, asking, moneyOf, propose, whichOf } from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import { oneOf, wordSet } from "../words.ts";
import { dueDayOf } from "./bills.ts";
import { descriptionOf } from "./description.ts";
import { categoryOf } from "./money-words.ts";
import { noSavings } from "./setup.ts";

/** "esse mês planejo gastar 800 com mercado", "orçamento de lazer 300". */
export function planRoom(c: Clause, s: Scene): Reading | null {
  const plan = verb(c, "plan", ["present", "infinitive", "gerund", "past", "subjunctive"]);
  const noun = has(
    c,
    "orcamento previsao limite teto planejamento planejado previsto prevista maximo planejar",
  );
  const orders = order(c, "create") ?? order(c, "record") ?? order(c, "plan");
  const spendNext =
    verb(c, "spend", ["infinitive"]) !== null &&
    (has(c, "maximo ate limite planejo pretendo planejando so apenas") ||
      plan !== null ||
      (has(c, "quero queria") && items(c, "period").some((p) => p.value.month !== undefined)));
  const save = has(c, "reserva reservar separa separar") && phrase(c, "para");
  if (
    !(
      spendNext ||
      (noun && (orders !== null || c.words.length <= 9)) ||
      (plan !== null && !oneOf("reservar separar projetar programar", plan.lemma)) ||
      (save && orders !== null && has(c, "mes"))
    )
  )
    return null;
  if (has(c, "cartao habito investimento meta") && !spendNext) return null;
  if (didI(c, "spend") !== null || negation(c) >= 0) return null;
  const money = moneyOf(c);
  const what = descriptionOf(c, s);
  const words = what.words.filter((w) => !DROP.has(w));
  const name = cleanName(c, s, what.at);
  if (money === null && words.length === 0) return null;
  const period = items(c, "period").find((p) => p.value.month !== undefined);
  const named = period?.value.month;
  const current = s.options.today.slice(0, 7);
  const month =
    (named !== undefined && named < current && !has(c, "passado anterior")
      ? addMonths(named, 12)
      : named) ??
    (items(c, "period").some((p) => p.value.from > s.options.today)
      ? addMonths(s.options.today.slice(0, 7), 1)
      : s.options.today.slice(0, 7));
  const recurring =
    first(c, "recurrence")?.value.frequency === "monthly" ||
    phrase(c, "por mes") ||
    has(c, "mensal mensais")
      ? true
      : undefined;
  const args = {
    name: name === "" ? undefined : name,
    categoryKey: name === "" ? undefined : categoryOf(c, s, name),
    planned: money?.amount,
    month,
    recurring,
  };
  if (money === null)
    return asking(
      "finance",
      "planned",
      `Quanto você planeja gastar${name === "" ? "" : ` com ${name}`}?`,
      [],
      { tool: "plan_expense", args },
    );
  if (name === "")
    return asking("finance", "name", "Para gastar com o quê?", [], { tool: "plan_expense", args });
  return { agent: "finance", writes: [propose("plan_expense", args)], rest: [] };
}

const DROP = wordSet(
  "orcamento previsao limite teto planejamento maximo mensal mes gasto previsto prevista planejado ate no na de do da com para o a em os as meu minha um uma gastos por categoria conta despesa despesas variavel novo nova proximo que vem",
);

function cleanName(c: Clause, s: Scene, at: readonly number[]): string {
  const keep = at.filter(
    (i, k) =>
      !DROP.has(c.words[i]!) ||
      (k > 0 &&
        k < at.length - 1 &&
        !DROP.has(c.words[at[k - 1]!]!) &&
        at[k - 1] === i - 1 &&
        !DROP.has(c.words[at[k + 1]!]!)),
  );
  let end = 0;
  while (end + 1 < keep.length && keep[end + 1] === keep[end]! + 1) end += 1;
  return keep.length === 0 ? "" : capital(slice(c, s.text, keep[0]!, keep[end]! + 1)).slice(0, 100);
}

type Investment = NonNullable<Scene["lexicon"]["investments"]>[number];

/** An order to save whose word is no part of the name ("reserva de emergência"). */
function orderBeside(c: Clause, at: readonly number[]): { at: number } | null {
  const saves = order(c, "save");
  return saves === null || at.includes(saves.at) ? null : saves;
}

/** "minha reserva tá em 3500", "aportei 200 na aposentadoria", "a reserva rendeu 30". */
export function investmentRoom(c: Clause, s: Scene): Reading | null {
  const named = bestOf(
    c.words.map((w, i) => (c.covered[i] ? "" : w)),
    s.lexicon.investments,
    (i) => i.name,
  );
  const put =
    didI(c, "save") ??
    didI(c, "put") ??
    didI(c, "transfer") ??
    orderBeside(c, named[0]?.at ?? []) ??
    (didI(c, "record") === null ? null : didI(c, "record"));
  const took = c.words.some((w) => oneOf("tirei resgatei retirei saquei", w));
  const grew = has(c, "rendeu valorizou cresceu subiu aumentou rendimento");
  const fell = has(c, "caiu desvalorizou perdeu baixou");
  const state = c.words.some((w) =>
    oneOf("esta estou tem tenho chegou vale valendo atingiu eh bateu agora foi ficou estao", w),
  );
  const orders = order(c, "change") ?? order(c, "record");
  const money = moneyOf(c);
  if (named.length === 0) {
    const generic =
      has(c, "reserva investimento investimentos poupanca aporte") &&
      (put !== null || orders !== null) &&
      money !== null;
    const list = s.lexicon.investments ?? [];
    if (list.length === 0 && put !== null && has(c, "poupanca") && money !== null)
      return noSavings(s, money.amount);
    if (!generic || list.length === 0 || (verb(c, "want", ["present"]) !== null && put === null))
      return null;
    if (bestOf(c.words, s.lexicon.accounts, (a) => a.name).length > 0) return null;
    return whichOf("finance", "investmentId", "Qual objetivo:", list, {
      tool: "update_investment",
      args: {},
    });
  }
  if (didI(c, "spend") !== null && didI(c, "save") === null) return null;
  if (has(c, "habito meta lembra lembrete quanto")) return null;
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  if (money === null)
    return put !== null || (orders !== null && !has(c, "conta"))
      ? asking("finance", "currentAmount", `Qual o valor atual de ${named[0]!.thing.name}?`, [], {
          tool: "update_investment",
          args: { investmentId: named[0]!.thing.id },
        })
      : null;
  if (named.length > 1)
    return whichOf(
      "finance",
      "investmentId",
      "Qual objetivo:",
      named.map((n) => n.thing),
      { tool: "update_investment", args: { currentAmount: money.amount } },
    );
  const inv: Investment = named[0]!.thing;
  const wish = verb(c, "want", ["present", "imperfect", "conditional", "subjunctive"]);
  if (wish !== null && put === null && orders === null && !state)
    return { agent: "finance", reason: "intent" };
  const to =
    phrase(c, "para r$") ||
    c.words[money.from - 1] === "para" ||
    c.words[money.from - 1] === "em" ||
    c.words[money.from - 1] === ":" ||
    phrase(c, "esta|estao|foi com|em|agora") ||
    has(c, "total saldo atualiza atualizar atualize");
  let sign = 0;
  if (put !== null && !(orders !== null && to && put.at === orders.at)) sign = 1;
  if (took) sign = -1;
  if (grew && !to) sign = 1;
  if (fell && !to && has(c, "desvalorizou perdeu")) sign = -1;
  if (sign === 0 && !state && orders === null && !to) return null;
  if (sign === 0)
    return {
      agent: "finance",
      writes: [propose("update_investment", { investmentId: inv.id, currentAmount: money.amount })],
      rest: [],
    };
  if (inv.currentAmount === undefined)
    return asking("finance", "currentAmount", `Com isso, quanto ficou ${inv.name}?`, [], {
      tool: "update_investment",
      args: { investmentId: inv.id },
    });
  const after = Math.max(0, cents(inv.currentAmount) + sign * cents(money.amount));
  return {
    agent: "finance",
    writes: [
      propose("update_investment", { investmentId: inv.id, currentAmount: fromCents(after) }, [
        `${sign > 0 ? "+" : "−"} R$ ${money.amount.replace(".", ",")} sobre R$ ${inv.currentAmount.replace(".", ",")}`,
      ]),
    ],
    rest: [],
  };
}

/** "espero receber 1500 de uma consultoria esse mês": money of a known source that is still to come. */
function hopedFor(c: Clause): boolean {
  const at = c.words.findIndex(
    (w, i) =>
      oneOf("receber ganhar entrar cair", w) &&
      (oneOf("espero devo prevejo", c.words[i - 1]) ||
        (oneOf("vou vai deve", c.words[i - 1]) &&
          items(c, "period").some((p) => p.value.month !== undefined))),
  );
  const of = c.words.findIndex((w, i) => i > at && oneOf("de do da dos das pelo pela", w));
  const days = items(c, "day").some((d) => d.value.kind !== "monthday");
  return at >= 0 && (of >= 0 || oneOf("13ª 13", c.words[at + 1])) && !days && !has(c, "se quanto");
}

/** The month the clause names, when it lies ahead; else the present one. */
function monthAhead(c: Clause, s: Scene): string {
  const current = s.options.today.slice(0, 7);
  const named = items(c, "period").find((p) => p.value.month !== undefined)?.value.month;
  return named === undefined ? current : named < current ? addMonths(named, 12) : named;
}

/** "cadastra uma renda de aluguel de 1200 por mês", "meu salário é 5 mil". */
export function incomeCreateRoom(c: Clause, s: Scene): Reading | null {
  const noun = has(c, "renda receita salario entrada freela mesada bolsa");
  const orders = order(c, "create") ?? order(c, "record");
  const monthly =
    first(c, "recurrence")?.value.frequency === "monthly" ||
    phrase(c, "por mes") ||
    phrase(c, "todo mes") ||
    phrase(c, "ao mes") ||
    has(c, "mensal mensalmente fixa fixo prevista previsto esperada");
  // "recebo 5200 todo dia 5", "meu salário é 5200 e cai dia 5"
  const regular =
    (has(c, "recebo ganho") || (noun && has(c, "cai eh entra") && !otherPerson(c))) &&
    (monthly || dueDayOf(c) !== undefined) &&
    moneyOf(c) !== null;
  const hoped = hopedFor(c) || regular;
  if (!hoped && (!noun || !(orders !== null && (monthly || has(c, "renda nova novo")))))
    return null;
  if (
    didI(c, "receive") !== null ||
    didI(c, "spend") !== null ||
    has(c, "caiu entrou hoje ontem") ||
    negation(c) >= 0
  )
    return null;
  const money = moneyOf(c);
  const what = descriptionOf(c, s);
  if (hoped && !regular && (money === null || what.text === "")) return null;
  const at = what.at.filter(
    (i) =>
      !oneOf(
        "renda receita entrada mensal fixa fixo nova novo mes prevista previsto extra como de do da esperada que eh por todo todos dia cai recebo ganho",
        c.words[i],
      ),
  );
  const name =
    at.length === 0
      ? has(c, "salario")
        ? "Salário"
        : ""
      : capital(slice(c, s.text, at[0]!, at.at(-1)! + 1));
  const kind = incomeCategory(c.words.filter((w) => w !== "renda"));
  const args = {
    name: name === "" ? undefined : name,
    kind: kind === "other_income" ? "other" : kind,
    expected: money?.amount,
    month: monthAhead(c, s),
    recurring: phrase(c, "so esse mes") ? false : monthly || regular || orders !== null,
  };
  if (money === null)
    return asking("finance", "expected", `Qual o valor${name === "" ? "" : ` de ${name}`}?`, [], {
      tool: "create_income",
      args,
    });
  if (name === "")
    return asking("finance", "name", "De onde vem essa renda?", [], {
      tool: "create_income",
      args,
    });
  return { agent: "finance", writes: [propose("create_income", args)], rest: [] };
}
