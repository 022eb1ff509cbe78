"use client";
import type { InfiniteData } from "@tanstack/react-query";
import type { Scope, TransactionView } from "@vida/core/transactions/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { patch } from "@/trpc/patch.ts";

import type { FieldSpec } from "../kit/form-values.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { exactMoney } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";

type Pages = InfiniteData<Outputs["transactions"]["list"]>;

/** Takes a sum out of the ledger; of a purchase in parts it asks which ones. */
export function RemoveTransaction({ row, onClose }: { row: TransactionView; onClose: () => void }) {
  const trpc = useTRPC();
  const remove = useFinance<Scope, unknown>({
    run: (client, scope, call) =>
      client.transactions.remove.mutate(
        { transactionId: row.id, ...(row.groupId === null ? {} : { scope }) },
        call,
      ),
    done: () => t("finance.removed", { what: row.description }),
    optimistic: (cache, scope) =>
      patch<Pages>(cache, trpc.transactions.list.infiniteQueryFilter(), (data) => ({
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.filter(
            (one) => one.id !== row.id || (scope !== "this" && row.groupId !== null),
          ),
        })),
      })),
    onDone: onClose,
  });
  const choice: FieldSpec | undefined =
    row.groupId === null
      ? undefined
      : {
          kind: "choice",
          name: "scope",
          label: t("finance.ledger.removeWhat"),
          options: (["this", "open", "all"] as const).map((value) => ({
            value,
            label: t(`finance.ledger.removeScope.${value}`),
          })),
        };
  return (
    <RemoveSheet
      what={row.description}
      note={exactMoney(row.amount, row.currency)}
      choice={choice}
      busy={remove.isPending}
      onRemove={(scope) => remove.mutate(scope === "open" || scope === "all" ? scope : "this")}
      onClose={onClose}
    />
  );
}
