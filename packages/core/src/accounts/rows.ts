import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { money } from "../money.ts";
import type { CardSchedule } from "./rules.ts";
import { AccountKind } from "./schemas.ts";

/** An account as operations handle it. `schedule` is there for cards alone. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly currency: string;
  readonly openingBalance: string;
  readonly limit: string | null;
  readonly archived: boolean;
  readonly createdAt: Date;
  readonly schedule: CardSchedule | null;
};
export type Card = Account & { readonly schedule: CardSchedule };

const WITH_CLOSINGS = {
  closings: { select: { month: true, closesOn: true } },
} satisfies Prisma.AccountInclude;
type AccountRow = Prisma.AccountGetPayload<{ include: typeof WITH_CLOSINGS }>;

function toAccount(row: AccountRow): Account {
  const { closingDay, dueDay, closings } = row;
  const moved = new Map(closings.map(({ month, closesOn }) => [month, dateToDay(closesOn)]));
  return {
    id: row.id,
    name: row.name,
    kind: AccountKind.parse(row.kind),
    currency: row.currency,
    openingBalance: money(row.openingBalance),
    limit: row.creditLimit === null ? null : money(row.creditLimit),
    archived: row.archivedAt !== null,
    createdAt: row.createdAt,
    schedule: closingDay === null || dueDay === null ? null : { closingDay, dueDay, moved },
  };
}

/** Every account of the person, archived ones too, oldest first. */
export async function loadAccounts(ctx: Ctx): Promise<Account[]> {
  const rows = await ctx.tx.account.findMany({
    where: { userId: ctx.userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: WITH_CLOSINGS,
    relationLoadStrategy: "join",
  });
  return rows.map(toAccount);
}

/** The account of an id among the person's, or `not_found` (`accounts.notFound`). */
export function accountOf(
  accounts: readonly Account[],
  accountId: string,
  field = "accountId",
): Account {
  const account = accounts.find(({ id }) => id === accountId);
  return account ?? fail("not_found", "accounts.notFound", { [field]: accountId });
}

/** An account that may still be written to: an archived one is `conflict` (`accounts.archived`). */
export function openAccount(
  accounts: readonly Account[],
  accountId: string,
  field = "accountId",
): Account {
  const account = accountOf(accounts, accountId, field);
  if (account.archived)
    fail("conflict", "accounts.archived", { fields: { [field]: ["esta conta está arquivada"] } });
  return account;
}

export function isCard(account: Account): account is Card {
  return account.schedule !== null;
}

/** The card of an id: `accounts.notFound`, or `invalid` (`accounts.notCard`) for what is none. */
export function cardOf(accounts: readonly Account[], accountId: string): Card {
  const account = accountOf(accounts, accountId);
  return isCard(account)
    ? account
    : fail("invalid", "accounts.notCard", { fields: { accountId: ["escolha um cartão"] } });
}

/** Runs a change whose name may be taken: names are unique among the accounts in use, without accents and case. */
export async function uniqueAccountName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) {
      fail("conflict", "accounts.nameTaken", {
        fields: { name: ["já existe uma conta com esse nome"] },
      });
    }
    throw error;
  }
}
