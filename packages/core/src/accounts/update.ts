import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { add, formatMoney, money } from "../money.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { balancesAt, toAccountView } from "./balances.ts";
import { checkCardFields } from "./create.ts";
import { reschedule } from "./resum.ts";
import { accountOf, isCard, loadAccounts, uniqueAccountName } from "./rows.ts";
import type { Account } from "./rows.ts";
import { statementOf } from "./rules.ts";
import { AccountView, UpdateAccountInput } from "./schemas.ts";
import { statementSums } from "./statement-rows.ts";
import { KIND_WORDS } from "./words.ts";

/**
 * Changes an account; its currency stays. New card days count from the statement that is open: what has
 * closed keeps its closing. Refuses turning an account into a card or back (`accounts.kindFixed`).
 */
export const updateAccount = write({
  name: "accounts.update",
  input: UpdateAccountInput,
  output: AccountView,
  touches: ["accounts", "transactions", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const account = accountOf(await loadAccounts(ctx), input.accountId);
    const next = changed(account, input);
    const { closingDay, dueDay, limit, ...columns } = next;
    await uniqueAccountName(() =>
      ctx.tx.account.update({
        where: { userId_id: { userId: ctx.userId, id: account.id } },
        data: { ...columns, closingDay, dueDay, creditLimit: limit, updatedAt: ctx.nowDate },
      }),
    );
    const schedule = await newSchedule(ctx, account, closingDay, dueDay);
    const balances = await balancesAt(ctx, ctx.today);
    return toAccountView({ ...account, ...columns, limit, schedule }, balances.get(account.id));
  },
  trail: (account) => `${KIND_WORDS[account.kind]} · ${account.name} alterada`,
  async summarize(ctx, input) {
    const account = accountOf(await loadAccounts(ctx), input.accountId);
    const next = changed(account, input);
    const { currency } = account;
    return {
      title: `Mudar ${account.name}`,
      details: [
        ...(next.name === account.name ? [] : [{ label: "Nome", value: next.name }]),
        ...(next.kind === account.kind ? [] : [{ label: "Tipo", value: KIND_WORDS[next.kind] }]),
        ...(input.openingBalance === undefined
          ? []
          : [{ label: "Saldo inicial", value: formatMoney(next.openingBalance, currency) }]),
        ...(input.closingDay === undefined
          ? []
          : [{ label: "Fecha", value: `todo dia ${input.closingDay}` }]),
        ...(input.dueDay === undefined
          ? []
          : [{ label: "Vence", value: `todo dia ${input.dueDay}` }]),
        ...(next.limit === null || input.limit === undefined
          ? []
          : [{ label: "Limite", value: formatMoney(next.limit, currency) }]),
      ],
      warnings: [],
      weight: "table",
    };
  },
});

function changed(account: Account, input: UpdateAccountInput) {
  const next = {
    name: input.name ?? account.name,
    kind: input.kind ?? account.kind,
    openingBalance: add(input.openingBalance ?? account.openingBalance, "0"),
    closingDay: input.closingDay ?? account.schedule?.closingDay ?? null,
    dueDay: input.dueDay ?? account.schedule?.dueDay ?? null,
    limit: input.limit === undefined ? account.limit : input.limit && money(input.limit),
  };
  if ((next.kind === "card") !== isCard(account)) {
    fail("invalid", "accounts.kindFixed", { fields: { kind: ["crie outra conta para isso"] } });
  }
  checkCardFields(next);
  return next;
}

async function newSchedule(
  ctx: Ctx,
  account: Account,
  closingDay: number | null,
  dueDay: number | null,
) {
  if (!isCard(account) || closingDay === null || dueDay === null) return account.schedule;
  const { schedule } = account;
  if (schedule.closingDay === closingDay && schedule.dueDay === dueDay) return schedule;
  const sums = (await statementSums(ctx, account.id)).get(account.id);
  const first = [...(sums?.keys() ?? [])].toSorted()[0] ?? statementOf(schedule, ctx.today);
  return reschedule(ctx, account, { closingDay, dueDay }, first);
}
