import type { DebtStatus } from "./schemas.ts";

const STATUSES: Readonly<Record<DebtStatus, string>> = {
  active: "Em dia",
  overdue: "Atrasada",
  paid_off: "Quitada",
  settled: "Com acordo",
  defaulted: "Sem pagamento",
};

export function statusInWords(status: DebtStatus): string {
  return STATUSES[status];
}

/** `parcela 3 de 12`, `parcelas 3 a 5 de 12`. */
export function installmentsInWords(first: number, count: number, total: number): string {
  return count === 1
    ? `parcela ${first} de ${total}`
    : `parcelas ${first} a ${first + count - 1} de ${total}`;
}
