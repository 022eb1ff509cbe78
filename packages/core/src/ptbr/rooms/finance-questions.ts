import { addMonths } from "../civil.ts";
import { type Clause, type Scene, didI, first, has, items, phrase } from "../clause.ts";
import { expenseCategory, isMerchantWord } from "../merchants.ts";
import { bestOf } from "../names.ts";
import type { Reading } from "../reading.ts";
import { verbForms } from "../verbs.ts";
import { billsNamed } from "./bills.ts";
import { metricOf } from "./metric-values.ts";
import { accountNamed } from "./money-words.ts";
import type { span } from "./question-reads.ts";
import { read, reply } from "./question-reads.ts";
import { statementMonth } from "./statements.ts";

export function finance(
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
  // "quanto devo beber?" asks for advice, not for what is owed.
  const advice = c.words.some(
    (w, i) =>
      w === "devo" &&
      c.words[i + 1] !== "pagar" &&
      verbForms(c.words[i + 1] ?? "").some((f) => f.tense === "infinitive"),
  );
  if (
    (!advice &&
      has(
        c,
        "parcela parcelas prestacao prestacoes divida dividas emprestimo devendo devo quitar credor",
      )) ||
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
    phrase(c, "vou gastar ainda") ||
    phrase(c, "ainda vou gastar|pagar") ||
    phrase(c, "vou gastar ate|esse|este|nesse") ||
    phrase(c, "vou ter") ||
    (phrase(c, "vai dar|faltar") && own) ||
    phrase(c, "fecho o mes") ||
    phrase(c, "fechar o mes") ||
    phrase(c, "sobra no|ate") ||
    phrase(c, "vai sobrar|fechar") ||
    // Without a category it is the whole purse that is asked for.
    (phrase(c, "posso gastar") && !has(c, "com no na em"))
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
  // "quanto foi de uber esse mês"
  const bought = c.words.filter((w, i) => !c.covered[i] && isMerchantWord(w));
  if (phrase(c, "quanto foi|deu|ficou|saiu") && bought.length > 0 && drank === null)
    return reply("finance", [
      read("get_transactions", {
        ...(range.named && items(c, "period")[0]?.value.month === undefined
          ? { from: range.from, to: range.to }
          : { month: range.month }),
        query: bought[0],
        limit: 100,
      }),
    ]);
  if (has(c, "receber") && has(c, "quanto quando quanta"))
    return reply("finance", [read("get_incomes", when)]);
  if (has(c, "sobrou sobra sobrando restou") && drank === null && !has(c, "parcelas parcela"))
    return reply("finance", [read("get_finance_summary", when)]);
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
