import { addDays, addMonths } from "../civil.ts";
import {
  type Clause,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  phraseAt,
  type Scene,
  verb,
} from "../clause.ts";
import { expenseCategory, isMerchantWord } from "../merchants.ts";
import { bestOf } from "../names.ts";
import { clean, type Reading } from "../reading.ts";
import type { AgentName, Json, MetricType, Read, ReadTool } from "../types.ts";
import { oneOf, wordSet } from "../words.ts";
import { billsNamed } from "./bills.ts";
import { habitsNamed } from "./habits.ts";
import { metricOf } from "./metrics.ts";
import { accountNamed } from "./money-words.ts";
import { statementMonth } from "./planning.ts";

const ASKERS = wordSet("quanto quantos quantas qual quais quando onde cade quem sera");
const LEADS = wordSet(
  "e oi ola ai entao vida mas ah agora me por favor eai bom boa dia tarde noite ei opa voce sabe em de a com ate para cara mano ta esta tudo bem , no na hoje ontem nessa nesta essa esse este semana mes passado passada uai oxe gente porque",
);
const ASK_ORDERS = [
  "mostrar",
  "listar",
  "dizer",
  "falar",
  "exibir",
  "consultar",
  "checar",
  "calcular",
  "resumir",
  "trazer",
  "conferir",
  "verificar",
  "analisar",
  "comparar",
  "explicar",
  "contar",
  "ver",
  "saber",
  "buscar",
  "procurar",
  "informar",
];

/** Whether the clause asks for something to be told rather than recorded. */
export function isQuestion(c: Clause): boolean {
  const mark = c.tokens.at(-1)?.norm === "?" || c.words.includes("?");
  const at = c.words.findIndex(
    (w, i) =>
      ASKERS.has(w) &&
      !c.covered[i] &&
      !(w === "quando" && i > 2) &&
      !(w === "onde" && i > 1) &&
      !(w === "quanto" && c.words[i - 1] === "tanto"),
  );
  if (at >= 0 && c.words.slice(0, at).every((w, i) => LEADS.has(w) || c.covered[i])) return true;
  if (
    at >= 0 &&
    (mark || ["quanto", "quantos", "quantas"].includes(c.words[at]!)) &&
    !has(c, "anota registra marca lembra lembrar")
  )
    return true;
  const o = order(c, "ask");
  if (
    o !== null &&
    ASK_ORDERS.includes(o.lemma) &&
    !(o.lemma === "contar" && phrase(c, "conta de|da|do")) &&
    !(
      o.tense === "infinitive" &&
      o.at > 0 &&
      !has(c, "quero pode queria gostaria preciso poderia deixa consegue")
    )
  ) {
    if (
      !(
        o.lemma === "contar" ||
        (o.lemma === "saber" && o.tense !== "infinitive") ||
        (o.lemma === "ver" && o.tense === "present")
      )
    )
      return true;
    if (phrase(c, "me conta")) return true;
  }
  if (
    oneOf("como oque quem porque resumo extrato historico relatorio saldo que", c.words[0] ?? "") &&
    !(c.words[0] === "saldo" && items(c, "money").length > 0) &&
    (mark ||
      oneOf("resumo extrato historico relatorio saldo", c.words[0]!) ||
      phrase(c, "como esta|estao|foi|anda|estou|vai|faco|funciona|eu|posso") ||
      phrase(c, "que horas") ||
      phrase(c, "que voce") ||
      phrase(c, "o que") ||
      phrase(c, "que eh") ||
      phrase(c, "que tenho"))
  )
    return true;
  if (
    c.words[0] === "que" &&
    oneOf(
      "contas conta parcelas lembretes habitos metas gastos dividas boletos compromissos dia horas faturas despesas",
      c.words[1] ?? "",
    )
  )
    return true;
  if (
    phraseAt(c, "o que") === 0 ||
    phraseAt(c, "por que") === 0 ||
    phraseAt(c, "a que horas") === 0
  )
    return true;
  if (!mark) return false;
  // An order with a question mark is still an order ("anota aí?", "pode registrar 500 ml?").
  if (
    order(c, "record") !== null ||
    order(c, "remember") !== null ||
    order(c, "create") !== null ||
    order(c, "change") !== null ||
    order(c, "remove") !== null ||
    order(c, "undo") !== null ||
    order(c, "memorize") !== null
  )
    return has(c, "devo deveria como");
  const tag =
    c.words
      .slice(-3, -1)
      .some((w, i, l) => oneOf("ok ta blz beleza ne viu certo", w) && i === l.length - 1) &&
    c.items.length > 0;
  return !tag;
}

const OWN = wordSet(
  "meu minha meus minhas eu tenho estou devo me falta faltam preciso ja posso tive consegui cheguei",
);

function personal(c: Clause): boolean {
  if (c.words.some((w) => OWN.has(w))) return true;
  if (
    [
      "drink",
      "sleep",
      "train",
      "spend",
      "pay",
      "buy",
      "receive",
      "weigh",
      "habit",
      "do",
      "finish",
      "save",
      "wake",
      "owe",
    ].some((g) => didI(c, g as "drink") !== null)
  )
    return true;
  return (
    c.items.some((x) => x.type === "day" || x.type === "period") &&
    !has(c, "recomendado ideal normal saudavel pessoa alguem gente adulto tempo")
  );
}

const GENERAL = [
  "significa",
  "recomendado",
  "recomendada",
  "ideal",
  "saudavel",
  "funciona",
  "serve",
  "diferenca",
  "capital",
  "receita-de",
  "inventou",
  "descobriu",
  "melhor",
  "pior",
  "custa",
  "custam",
  "normal",
  "emagrece",
  "engorda",
  "calorias",
  "deveria",
  "vale",
  "conversao",
  "cotacao",
];

function span(c: Clause, s: Scene): { from: string; to: string; month: string; named: boolean } {
  const p = items(c, "period")[0]?.value;
  const d = first(c, "day")?.value;
  const today = s.options.today;
  if (p !== undefined)
    return { from: p.from, to: p.until, month: p.month ?? p.from.slice(0, 7), named: true };
  if (d !== undefined) return { from: d.past, to: d.past, month: d.past.slice(0, 7), named: true };
  return { from: addDays(today, -29), to: today, month: today.slice(0, 7), named: false };
}

const read = (tool: ReadTool, args: { readonly [key: string]: Json | undefined } = {}): Read => ({
  tool,
  args: clean(args),
});
const reply = (agent: AgentName, reads: readonly Read[]): Reading => ({ agent, reads, rest: [] });

export function metricReads(
  type: MetricType,
  metricId: string | undefined,
  range: { from: string; to: string; named: boolean },
  today: string,
  stats: boolean,
): Read[] {
  const day = { type, metricId };
  const wide = type === "weight" && !range.named;
  const from = range.named
    ? range.from
    : wide
      ? addDays(today, -29)
      : stats
        ? addDays(today, -6)
        : today;
  const history = read("get_history", { ...day, from, to: range.to, limit: 50 });
  return stats || from !== range.to
    ? [read("get_stats", { ...day, from, to: range.to }), history]
    : [history];
}

/** The reads that answer a question about the person's own things; none for general knowledge. */
export function questionRoom(c: Clause, s: Scene): Reading | null {
  const { today } = s.options;
  const month = today.slice(0, 7);
  const range = span(c, s);
  if (
    phrase(c, "o que eh") ||
    phrase(c, "que eh um|uma") ||
    phrase(c, "o que sao") ||
    phrase(c, "o que significa") ||
    phrase(c, "como funciona") ||
    phrase(c, "qual a diferenca")
  )
    return { agent: "general", reason: "general_knowledge" };
  if (
    phrase(c, "que voce sabe|lembra|guardou") ||
    phrase(c, "voce sabe sobre mim") ||
    phrase(c, "voce lembra") ||
    phrase(c, "sabe sobre mim") ||
    phrase(c, "sobre mim") ||
    phrase(c, "te falei|contei|disse") ||
    phrase(c, "te pedi para lembrar|guardar") ||
    has(c, "memoria memorias lembrancas")
  )
    return reply("memory", [read("search_knowledge", { query: query(c) })]);
  if (has(c, "lembrete lembretes alarme alarmes agendado compromisso compromissos agenda"))
    return reply("general", [read("get_reminders")]);
  const own = personal(c);
  const asks = [
    "quanto",
    "quantos",
    "quantas",
    "qual",
    "media",
    "total",
    "como",
    "evolucao",
    "bati",
    "atingi",
    "cheguei",
    "historico",
    "grafico",
    "resumo",
  ].some((w) => has(c, w));
  if (
    c.words.some((w) => GENERAL.includes(w)) &&
    !(own && asks && !has(c, "deveria recomendado recomendada ideal custa custam vale"))
  )
    return { agent: "general", reason: "general_knowledge" };
  if (phrase(c, "por dia") && !own) return { agent: "general", reason: "general_knowledge" };
  return (
    finance(c, s, range, month, own) ??
    tracking(c, s, range, own) ??
    memory(c, s, own) ??
    (phrase(c, "resumo do dia|mes") ||
    phrase(c, "meu dia") ||
    phrase(c, "minha semana") ||
    phrase(c, "resumo da semana") ||
    phrase(c, "como estou") ||
    phrase(c, "como foi o dia|mes") ||
    phrase(c, "que eu|tenho fazer|para")
      ? {
          agent: "tracking",
          reads: [
            read("get_habits", { day: today }),
            read("get_finance_summary", { month }),
            read("get_reminders"),
          ],
        }
      : { agent: "general", reason: "general_knowledge" })
  );
}

function finance(
  c: Clause,
  s: Scene,
  range: ReturnType<typeof span>,
  month: string,
  own: boolean,
): Reading | null {
  const when = { month: range.month };
  const bills = billsNamed(c, s);
  const spent =
    didI(c, "spend") !== null ||
    has(c, "gasto gastos despesas despesa gastando gastamos torrei") ||
    (didI(c, "buy") !== null && has(c, "quanto"));
  const drank = metricOf(c, s);
  if (has(c, "fatura faturas")) {
    const cards = (s.lexicon.accounts ?? []).filter((a) => a.kind === "card");
    const hit = accountNamed(c, s);
    const card = cards.find((a) => a.id === hit?.id) ?? (cards.length === 1 ? cards[0] : undefined);
    const named = items(c, "period").some((p) => p.value.month !== undefined);
    const open = addMonths(
      statementMonth(s.options.today, card?.closingDay ?? null, card?.dueDay ?? null),
      card?.closingDay == null ? 0 : 1,
    );
    const m = named
      ? range.month
      : has(c, "fechada fechou vencida vence pagar")
        ? statementMonth(s.options.today, card?.closingDay ?? null, card?.dueDay ?? null)
        : open;
    return reply(
      "finance",
      card === undefined
        ? [read("get_payables")]
        : [read("get_statement", { accountId: card.id, month: m })],
    );
  }
  if (
    has(c, "saldo saldos") ||
    (phrase(c, "quanto tenho|tem|dinheiro|sobrou|resta") &&
      (has(c, "conta contas carteira banco dinheiro nubank poupanca") || c.words.length <= 4) &&
      bestOf(c.words, s.lexicon.investments, (i) => i.name).length === 0 &&
      !has(c, "pagar investido parcelas habitos agua metas")) ||
    phrase(c, "dinheiro eu tenho") ||
    phrase(c, "dinheiro tenho") ||
    phrase(c, "grana eu tenho") ||
    phrase(c, "grana tenho")
  ) {
    const future =
      items(c, "period").some(
        (p) => p.value.until > s.options.today && p.value.from > s.options.today,
      ) ||
      (has(c, "fim final") && has(c, "mes"));
    return reply(
      "finance",
      future
        ? [
            read("get_forecast", { until: first(c, "day")?.value.past ?? undefined }),
            read("get_balance"),
          ]
        : [read("get_balance"), ...(has(c, "mes") ? [read("get_finance_summary", when)] : [])],
    );
  }
  if (
    has(
      c,
      "parcela parcelas prestacao prestacoes divida dividas emprestimo devendo devo quitar credor",
    ) ||
    phrase(c, "falta para quitar")
  ) {
    const debts = bestOf(c.words, s.lexicon.debts, (d) => d.name);
    if (
      debts.length === 1 &&
      (has(c, "historico pagamentos ja") ||
        phrase(c, "quantas parcelas paguei") ||
        didI(c, "pay") !== null)
    )
      return reply("finance", [
        read("get_debt_payment_history", { debtId: debts[0]!.thing.id }),
        read("get_debt_progress"),
      ]);
    if (has(c, "vence vencem vencendo proxima proximas mes pagar semana"))
      return reply("finance", [
        read("get_upcoming_installments", when),
        ...(debts.length > 0 ? [read("get_debt_progress")] : []),
      ]);
    return reply("finance", [read("get_debt_progress")]);
  }
  const debtsNamed = bestOf(c.words, s.lexicon.debts, (d) => d.name);
  if (
    debtsNamed.length > 0 &&
    has(c, "falta faltam terminar acaba termino quitado quanto") &&
    !spent &&
    !c.words.some(
      (w, i) => w === "carro" && ["no", "do", "com"].includes(c.words[i - 1] ?? "") && spent,
    )
  )
    return reply("finance", [read("get_debt_progress")]);
  if (
    has(c, "investimento investimentos investido investi aplicado patrimonio") ||
    bestOf(c.words, s.lexicon.investments, (i) => i.name).length > 0
  )
    return reply("finance", [read("get_investments")]);
  if (
    has(c, "previsao projecao") ||
    phrase(c, "vai sobrar") ||
    phrase(c, "vou ter") ||
    (phrase(c, "vai dar|faltar") && own) ||
    phrase(c, "fecho o mes") ||
    phrase(c, "fechar o mes") ||
    phrase(c, "sobra no|ate") ||
    phrase(c, "vai sobrar|fechar")
  )
    return reply("finance", [
      read("get_forecast", {
        until: items(c, "period").find((p) => p.value.until > s.options.today)?.value.until,
      }),
      read("get_finance_summary", when),
    ]);
  if (
    has(c, "orcamento planejado planejei previsto orcado") ||
    phrase(c, "quanto posso gastar") ||
    phrase(c, "ainda posso gastar") ||
    phrase(c, "posso gastar")
  )
    return reply("finance", [read("get_expenses", when), read("get_finance_summary", when)]);
  if (
    bills.length > 0 &&
    !spent &&
    (didI(c, "pay") !== null ||
      has(
        c,
        "vence vencimento paga pago conta boleto quanto valor quando paguei venceu ja esta qual atrasada atrasado",
      ))
  )
    return reply("finance", [read("get_bills", when), read("get_pending_bills", when)]);
  if (
    (has(c, "contas boletos boleto conta") &&
      has(
        c,
        "pagar vence vencem vencendo vencida vencidas atrasada atrasadas aberto pendente pendentes falta faltam paguei pagas mes proximas quais fixas minhas tenho semana hoje paga casa amanha resta restam venceram quantas total abertas abertos lista todas",
      )) ||
    phrase(c, "tenho que|para pagar") ||
    phrase(c, "tenho a pagar") ||
    phrase(c, "falta pagar") ||
    phrase(c, "o que vence") ||
    phrase(c, "vence hoje|amanha|essa|esta") ||
    phrase(c, "preciso pagar") ||
    phrase(c, "a pagar")
  ) {
    const soon =
      c.items.some((x) => x.type === "period" && x.value.word !== "month") ||
      first(c, "day") !== undefined;
    const pending = !has(c, "paguei pagas fixas todas") || has(c, "falta faltam nao");
    return reply("finance", [
      ...(pending ? [read("get_pending_bills", when)] : []),
      read("get_bills", when),
      ...(soon ||
      phrase(c, "a pagar") ||
      phrase(c, "que pagar") ||
      phrase(c, "o que vence") ||
      phrase(c, "vence")
        ? [read("get_payables", range.named ? { from: range.from, to: range.to } : {})]
        : []),
    ]);
  }
  if (
    didI(c, "receive") !== null ||
    (has(c, "receita receitas renda rendas salario recebimentos ganhos entradas entrou caiu") &&
      !has(c, "bolo receita-de"))
  ) {
    if (has(c, "receita receitas") && phrase(c, "receita de") && !own)
      return { agent: "general", reason: "general_knowledge" };
    return reply("finance", [
      read("get_incomes", when),
      read("get_finance_summary", when),
      ...(range.named && range.from === range.to
        ? [read("get_transactions", { from: range.from, to: range.to })]
        : []),
    ]);
  }
  if ((spent && drank === null) || (spent && has(c, "quanto quais quantos total mais"))) {
    const words = c.words.filter((w, i) => !c.covered[i] && isMerchantWord(w));
    const key = words.length > 0 ? expenseCategory(words) : null;
    const category = categoryWord(c);
    const scope =
      range.named && items(c, "period")[0]?.value.month === undefined
        ? { from: range.from, to: range.to }
        : { month: range.month };
    const specific =
      category !== null
        ? { categoryKey: category }
        : key === null
          ? {}
          : (key === "food" && words.includes("mercado")) || words.length > 0
            ? { query: words[0] }
            : {};
    return reply("finance", [
      read("get_transactions", { ...scope, ...specific, limit: 100 }),
      read("get_finance_summary", { month: range.month }),
    ]);
  }
  if (has(c, "extrato transacoes lancamentos movimentacoes compras movimentacao"))
    return reply("finance", [
      read(
        "get_transactions",
        range.named ? { from: range.from, to: range.to, limit: 100 } : { month, limit: 100 },
      ),
    ]);
  if (has(c, "financas financeiro financeira resultado balanco") || phrase(c, "meu mes"))
    return reply("finance", [read("get_finance_summary", when)]);
  return null;
}

const CATEGORY: Readonly<Record<string, string>> = {
  alimentacao: "food",
  comida: "food",
  transporte: "transport",
  moradia: "housing",
  saude: "health",
  educacao: "education",
  lazer: "entertainment",
  entretenimento: "entertainment",
  compras: "shopping",
  assinaturas: "subscriptions",
  viagem: "travel",
  viagens: "travel",
  presentes: "gifts",
};

function categoryWord(c: Clause): string | null {
  for (const w of c.words) if (Object.hasOwn(CATEGORY, w)) return CATEGORY[w]!;
  return null;
}

function tracking(
  c: Clause,
  s: Scene,
  range: ReturnType<typeof span>,
  own: boolean,
): Reading | null {
  const { today } = s.options;
  if (has(c, "metas objetivos") || (has(c, "meta objetivo progresso") && metricOf(c, s) === null))
    return reply(
      "tracking",
      c.topicHint === undefined
        ? [read("get_goals")]
        : metricReads(
            c.topicHint as MetricType,
            undefined,
            { from: today, to: today, named: true },
            today,
            false,
          ),
    );
  const habits = habitsNamed(c, s);
  const counted =
    (s.lexicon.goals ?? []).some(
      (g) => g.unit !== undefined && has(c, g.unit.toLowerCase(), `${g.unit.toLowerCase()}s`),
    ) && has(c, "quantos quantas quanto");
  if (counted)
    return reply("tracking", [
      read("get_goals"),
      ...(habits.length > 0 ? [read("get_habits", { day: today })] : []),
    ]);
  if (has(c, "habito habitos sequencia streak recorde ofensiva rotina") || habits.length > 0)
    return reply("tracking", [
      read("get_habits", { day: range.named && range.from === range.to ? range.from : today }),
    ]);
  const metric = metricOf(c, s);
  if (metric !== null && own) {
    const stats =
      has(
        c,
        "media total evolucao tendencia estatistica estatisticas maximo minimo melhor grafico",
      ) || items(c, "period").length > 0;
    return reply("tracking", metricReads(metric.type, metric.id, range, today, stats));
  }
  return null;
}

function memory(c: Clause, s: Scene, own: boolean): Reading | null {
  const people =
    has(c, "aniversario alergico alergica alergia niver") ||
    (own &&
      has(
        c,
        "nome chama gosto prefiro moro trabalho mae pai irma irmao filho filha marido esposa namorada namorado cachorro gato comida cor tipo sanguineo",
      ));
  if (people || (own && verb(c, "see", ["past"]) !== null && has(c, "quando")))
    return reply("memory", [read("search_knowledge", { query: query(c) })]);
  return null;
}

function query(c: Clause): string {
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

/** "e ontem?", "e o sono?": the last question again, about another day or thing. */
export function followUp(c: Clause, s: Scene): Reading | null {
  const last = s.options.context?.lastRead;
  if (last === undefined || c.words.length > 6) return null;
  const lead = c.words[0] === "e" || c.tokens.at(-1)?.norm === "?";
  if (!lead) return null;
  const range = span(c, s);
  const metric = metricOf(c, s);
  if (metric !== null && (last.tool === "get_history" || last.tool === "get_stats")) {
    const from = typeof last.args["from"] === "string" ? last.args["from"] : s.options.today;
    const to = typeof last.args["to"] === "string" ? last.args["to"] : s.options.today;
    return reply(
      "tracking",
      metricReads(
        metric.type,
        metric.id,
        range.named ? range : { from, to, named: true },
        s.options.today,
        last.tool === "get_stats",
      ),
    );
  }
  if (!range.named) return null;
  const args =
    "month" in last.args && !("from" in last.args)
      ? { ...last.args, month: range.month }
      : "day" in last.args
        ? { ...last.args, day: range.from }
        : { ...last.args, from: range.from, to: range.to };
  const finance = !oneOf("get_history get_stats get_habits get_goals", last.tool);
  return reply(finance ? "finance" : "tracking", [{ tool: last.tool, args: clean(args) }]);
}
