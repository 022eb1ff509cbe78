import { DomainError } from "@vida/core/errors";

import { FINANCE_REASONS } from "./finance-reasons.ts";

const REASONS: Readonly<Record<string, string>> = {
  ...FINANCE_REASONS,
  "tracking.entryNotFound": "não achei esse registro",
  "tracking.metricRequired": "falta dizer qual métrica",
  "tracking.unknownUnit": "não conheço essa unidade para isso",
  "tracking.futureDay": "esse dia ainda não chegou",
  "tracking.badPeriod": "o período não está certo",
  "metrics.notFound": "não achei essa métrica",
  "metrics.nameTaken": "já existe uma métrica com esse nome",
  "metrics.badRange": "o máximo é menor que o mínimo",
  "habits.notFound": "não achei esse hábito",
  "habits.nameTaken": "já existe um hábito com esse nome",
  "habits.alreadyDone": "esse hábito já está feito nesse dia",
  "habits.notDone": "esse hábito não estava marcado nesse dia",
  "habits.badFrequency": "faltam os dias da semana ou quantas vezes",
  "goals.notFound": "não achei essa meta",
  "goals.milestoneNotFound": "não achei essa etapa da meta",
  "goals.badTarget": "o alvo fica do lado errado do ponto de partida",
  "goals.badDates": "o prazo precisa ser depois do começo",
  "areas.mismatch": "essa subárea é de outra área da vida",
  "memory.notFound": "não achei isso na memória",
  "memory.notLearnt": "isso foi você que contou ou confirmou",
  "memory.questionNotFound": "não achei essa pergunta",
  "memory.alreadyAnswered": "essa pergunta já foi respondida",
  "memory.profileChanged": "o perfil mudou nesse meio-tempo",
  "reminders.notFound": "não achei esse lembrete",
  "reminders.past": "essa hora já passou",
  "reminders.badRepeat": "não entendi a repetição",
  "action.undone": "isso já foi desfeito",
  "action.reused": "isso já foi feito de outro jeito",
  "undo.nothing": "não há nada para desfazer nesta conversa",
  "undo.movedOn": "não dá para desfazer, porque isso já mudou depois",
  "chat.alreadyDecided": "esse cartão já foi respondido",
  "chat.expired": "esse cartão venceu",
  "chat.superseded": "esse cartão foi trocado por um novo",
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

/** Whether a refusal has words of its own, rather than those of its code. */
export function hasWords(reason: string): boolean {
  return Object.hasOwn(REASONS, reason);
}

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
