"use client";
import type { AccountView } from "@vida/core/accounts/schemas";

import { t } from "@/lib/t.ts";

import { amountText, minus, plus } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { text } from "../kit/form-values.ts";
import { exactMoney } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";

/** Sets an account to what the bank shows: the opening balance takes up the difference, no month does. */
export function BalanceSheet({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const save = useFinance<string, unknown>({
    run: (client, balance, call) =>
      client.accounts.update.mutate(
        {
          accountId: account.id,
          openingBalance: plus(account.openingBalance, minus(balance, account.balance)),
        },
        call,
      ),
    done: (_output, balance) =>
      t("finance.account.balanceSet", {
        what: account.name,
        amount: exactMoney(balance, account.currency),
      }),
    onDone: onClose,
    inForm: true,
  });
  return (
    <FormSheet
      title={t("finance.account.balanceTitle", { what: account.name })}
      description={t("finance.account.balanceNote")}
      onClose={onClose}
      fields={() => [
        {
          kind: "money",
          name: "balance",
          label: t("finance.account.balanceToday"),
          big: true,
          signed: true,
          currency: account.currency,
        },
      ]}
      initial={{ balance: amountText(account.balance) }}
      submit={() => t("finance.account.setBalance")}
      onSubmit={(values) => save.mutate(text(values, "balance"))}
      busy={save.isPending}
      error={save.error}
    />
  );
}
