import type { IncomeKind } from "./schemas.ts";

const KINDS: Readonly<Record<IncomeKind, string>> = {
  salary: "Salário",
  freelance: "Freelance",
  bonus: "Bônus",
  passive: "Renda passiva",
  investment: "Investimento",
  gift: "Presente",
  other: "Outro",
  other_income: "Outro",
};

export function kindInWords(kind: IncomeKind): string {
  return KINDS[kind];
}
