import type { InvestmentType } from "./schemas.ts";

const TYPES: Readonly<Record<InvestmentType, string>> = {
  emergency_fund: "Reserva de emergência",
  retirement: "Aposentadoria",
  short_term: "Curto prazo",
  long_term: "Longo prazo",
  education: "Educação",
  custom: "Personalizado",
};

export function typeInWords(type: InvestmentType): string {
  return TYPES[type];
}
