import { fail } from "../errors.ts";
import { add, formatMoney, money } from "../money.ts";
import { write } from "../operation.ts";
import { openingView } from "./balances.ts";
import { uniqueAccountName } from "./rows.ts";
import { AccountView, CreateAccountInput } from "./schemas.ts";
import type { AccountKind } from "./schemas.ts";
import { KIND_WORDS } from "./words.ts";

type CardFields = {
  readonly kind: AccountKind;
  readonly closingDay: number | null;
  readonly dueDay: number | null;
  readonly limit: string | null;
};

/** A card has closing and due day (`accounts.cardDays`); nothing else has them or a limit (`accounts.onlyCards`). */
export function checkCardFields({ kind, closingDay, dueDay, limit }: CardFields): void {
  if (kind === "card" && (closingDay === null || dueDay === null)) {
    const missing = ["diga o dia"];
    fail("invalid", "accounts.cardDays", {
      fields: {
        ...(closingDay === null ? { closingDay: missing } : {}),
        ...(dueDay === null ? { dueDay: missing } : {}),
      },
    });
  }
  if (kind !== "card" && (closingDay !== null || dueDay !== null || limit !== null)) {
    fail("invalid", "accounts.onlyCards", {
      fields: { kind: ["só cartões têm fechamento, vencimento e limite"] },
    });
  }
}

/** Opens an account, wallet or card. Refuses as `checkCardFields`, and a name in use (`accounts.nameTaken`). */
export const createAccount = write({
  name: "accounts.create",
  input: CreateAccountInput,
  output: AccountView,
  touches: ["accounts", "finance", "dashboard"],
  async run(ctx, input) {
    const account = newAccount(input, ctx.person.currency);
    checkCardFields(account);
    const { limit, closingDay, dueDay, ...columns } = account;
    const row = { ...columns, id: ctx.id(), createdAt: ctx.nowDate };
    await uniqueAccountName(() =>
      ctx.tx.account.create({
        data: {
          ...row,
          userId: ctx.userId,
          closingDay,
          dueDay,
          creditLimit: limit,
          updatedAt: ctx.nowDate,
        },
      }),
    );
    const schedule =
      closingDay === null || dueDay === null ? null : { closingDay, dueDay, moved: new Map() };
    return openingView({ ...row, limit, schedule, archived: false });
  },
  trail: (account) => `${KIND_WORDS[account.kind]} · ${account.name} criada`,
  summarize(ctx, input) {
    const account = newAccount(input, ctx.person.currency);
    checkCardFields(account);
    const { currency, openingBalance, closingDay, dueDay, limit } = account;
    return Promise.resolve({
      title: account.kind === "card" ? "Novo cartão" : "Nova conta",
      details: [
        { label: "Nome", value: account.name },
        { label: "Tipo", value: KIND_WORDS[account.kind] },
        { label: "Saldo inicial", value: formatMoney(openingBalance, currency) },
        ...(closingDay === null ? [] : [{ label: "Fecha", value: `todo dia ${closingDay}` }]),
        ...(dueDay === null ? [] : [{ label: "Vence", value: `todo dia ${dueDay}` }]),
        ...(limit === null ? [] : [{ label: "Limite", value: formatMoney(limit, currency) }]),
      ],
      warnings: [],
      weight: "table" as const,
    });
  },
});

function newAccount(input: CreateAccountInput, ownCurrency: string) {
  return {
    name: input.name,
    kind: input.kind,
    currency: input.currency ?? ownCurrency,
    openingBalance: add(input.openingBalance ?? "0", "0"),
    closingDay: input.closingDay ?? null,
    dueDay: input.dueDay ?? null,
    limit: input.limit === undefined ? null : money(input.limit),
  };
}
