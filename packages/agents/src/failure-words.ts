import { DomainError } from "@vida/core/errors";

const REASONS: Readonly<Record<string, string>> = {
  "tracking.entryNotFound": "não achei esse registro",
  "tracking.metricRequired": "falta dizer qual métrica",
  "tracking.unknownUnit": "não conheço essa unidade para isso",
  "tracking.futureDay": "esse dia ainda não chegou",
  "tracking.badPeriod": "o período não está certo",
  "metrics.notFound": "não achei essa métrica",
  "metrics.nameTaken": "já existe uma métrica com esse nome",
  "metrics.badRange": "o máximo é menor que o mínimo",
  "bills.notFound": "não achei essa conta",
  "bills.paid": "essa conta já está paga: desfaça o pagamento antes",
  "bills.alreadyPaid": "essa conta já está marcada como paga",
  "bills.notPaid": "essa conta ainda não foi paga",
  "bills.canceled": "essa conta está cancelada",
  "bills.monthTaken": "já existe essa conta nesse mês",
  "expenses.notFound": "não achei esse gasto previsto",
  "expenses.excluded": "esse gasto previsto foi apagado",
  "incomes.notFound": "não achei essa receita",
  "incomes.received": "essa receita já foi recebida: desfaça o recebimento antes",
  "incomes.alreadyReceived": "essa receita já está marcada como recebida",
  "incomes.notReceived": "essa receita ainda não caiu",
  "incomes.excluded": "essa receita foi apagada",
  "debts.notFound": "não achei essa dívida",
  "debts.planRequired": "falta dizer quantas parcelas, o valor e o dia do vencimento",
  "debts.notNegotiated": "essa dívida está em aberto, sem parcelas",
  "debts.alreadyNegotiated": "essa dívida já está parcelada",
  "debts.alreadyPaidOff": "essa dívida já está quitada",
  "debts.closed": "essa dívida já foi encerrada com acordo",
  "debts.tooMany": "são mais parcelas do que faltam",
  "debts.noPayments": "essa dívida ainda não tem pagamentos",
  "investments.notFound": "não achei esse investimento",
  "finance.badPeriod": "o período não está certo",
  "finance.pastDay": "esse dia já passou",
  "action.undone": "isso já foi desfeito",
  "undo.nothing": "não há nada para desfazer nesta conversa",
  "undo.movedOn": "não dá para desfazer, porque isso já mudou depois",
};

const CODES: Readonly<Record<DomainError["code"], string>> = {
  unauthenticated: "é preciso entrar de novo",
  forbidden: "isso não é permitido",
  not_found: "não achei isso entre os seus registros",
  invalid: "algum valor não está certo",
  conflict: "isso já mudou nesse meio-tempo",
  limited: "é demais de uma vez, tente daqui a pouco",
  unavailable: "não consegui agora, tente de novo daqui a pouco",
};

/** Says in pt-BR why an operation refused: its fields' own words first, then its reason, then its code. */
export function refusalInWords(error: unknown): string {
  if (!(error instanceof DomainError)) return "deu um erro do nosso lado";
  const known = REASONS[error.reason];
  const fields = Object.entries(error.details.fields ?? {}).flatMap(([field, messages]) =>
    messages.map((message) =>
      error.reason === "input.invalid" ? `${field}: ${message}` : message,
    ),
  );
  return fields.length > 0 ? fields.join("; ") : (known ?? CODES[error.code]);
}
