"use client";
import type { BillView } from "@vida/core/bills/schemas";

import { t } from "@/lib/t.ts";

import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { scopeField, scopeOf, type PlanScope } from "../kit/scope.ts";
import { useFinance } from "../kit/use-finance.ts";

export function RemoveBill({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const remove = useFinance<PlanScope, unknown>({
    run: (client, scope, call) => client.bills.remove.mutate({ billId: bill.id, scope }, call),
    done: () => t("finance.removed", { what: bill.name }),
    onDone: onClose,
  });
  return (
    <RemoveSheet
      what={bill.name}
      choice={scopeField(bill.inSeries)[0]}
      busy={remove.isPending}
      onRemove={(scope) => remove.mutate(scopeOf({ scope }))}
      onClose={onClose}
    />
  );
}
