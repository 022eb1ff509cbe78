import { add, negate } from "../money.ts";
import { read } from "../operation.ts";
import { balancesAt, toAccountView } from "./balances.ts";
import { loadAccounts } from "./rows.ts";
import { AccountList, ListAccountsInput } from "./schemas.ts";
import type { AccountView } from "./schemas.ts";

/** The person's accounts with their balances at the end of a day: what holds money first, then cards. */
export const listAccounts = read({
  name: "accounts.list",
  input: ListAccountsInput,
  output: AccountList,
  async run(ctx, input) {
    const day = input.day ?? ctx.today;
    const accounts = await loadAccounts(ctx);
    const balances = await balancesAt(ctx, day);
    const views = accounts.map((account) => toAccountView(account, balances.get(account.id)));
    const shown = views.filter(({ archived }) => input.archived || !archived);
    const items = [
      ...shown.filter(({ kind }) => kind !== "card"),
      ...shown.filter(({ kind }) => kind === "card"),
    ];
    return {
      day,
      items,
      nextCursor: null,
      totals: totalsOf(
        views.filter(({ archived }) => !archived),
        ctx.person.currency,
      ),
    };
  },
});

/** Sums per currency, never mixed: what accounts hold, and what cards are owed at that day. */
function totalsOf(accounts: readonly AccountView[], own: string): AccountList["totals"] {
  const currencies = [...new Set([own, ...accounts.map(({ currency }) => currency).toSorted()])];
  return currencies.map((currency) => {
    let [balance, cards] = ["0.00", "0.00"];
    for (const account of accounts) {
      if (account.currency !== currency) continue;
      if (account.kind === "card") cards = add(cards, negate(account.balance));
      else balance = add(balance, account.balance);
    }
    return { currency, balance, cards };
  });
}
