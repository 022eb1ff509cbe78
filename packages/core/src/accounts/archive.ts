import { formatMoney } from "../money.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { balancesAt, toAccountView } from "./balances.ts";
import { accountOf, loadAccounts, uniqueAccountName } from "./rows.ts";
import { AccountView, ArchiveAccountInput } from "./schemas.ts";

/** Puts an account aside, or brings it back; its transactions stay. */
export const archiveAccount = write({
  name: "accounts.archive",
  input: ArchiveAccountInput,
  output: AccountView,
  touches: ["accounts", "finance", "dashboard"],
  async run(ctx, { accountId, archived }) {
    await lockLedger(ctx);
    const account = accountOf(await loadAccounts(ctx), accountId);
    if (account.archived !== archived) {
      await uniqueAccountName(() =>
        ctx.tx.account.update({
          where: { userId_id: { userId: ctx.userId, id: accountId } },
          data: { archivedAt: archived ? ctx.nowDate : null, updatedAt: ctx.nowDate },
        }),
      );
    }
    const balances = await balancesAt(ctx, ctx.today);
    return toAccountView({ ...account, archived }, balances.get(accountId));
  },
  trail: (account) => `${account.name} ${account.archived ? "arquivada" : "de volta"}`,
  async summarize(ctx, { accountId, archived }) {
    const account = accountOf(await loadAccounts(ctx), accountId);
    const { balance = "0.00" } = (await balancesAt(ctx, ctx.today)).get(accountId) ?? {};
    return {
      title: archived ? `Arquivar ${account.name}` : `Trazer ${account.name} de volta`,
      details: [{ label: "Saldo hoje", value: formatMoney(balance, account.currency) }],
      warnings: archived && balance !== "0.00" ? ["ainda há saldo nesta conta"] : [],
      weight: archived ? "heavy" : "table",
    };
  },
});
