"use client";
import type { QueryClient } from "@tanstack/react-query";

import type { Client } from "@/trpc/client.ts";
import { useAction } from "@/trpc/use-action.ts";

/** One sum that moves changes plan, ledger, balances and forecast at once. */
const TOUCHES = [
  "accounts",
  "categories",
  "transactions",
  "bills",
  "expenses",
  "incomes",
  "debts",
  "investments",
  "finance",
];

type Options<Input, Output> = {
  run: (client: Client, input: Input, call: { context: { actionId: string } }) => Promise<Output>;
  done: (output: Output, input: Input) => string;
  optimistic?: (cache: QueryClient, input: Input) => () => void;
  onDone?: (output: Output, input: Input) => void;
  /** The form shows why it failed, so that no toast repeats it. */
  inForm?: boolean;
};

/** Something a person does with money in the notebook: toast with undo, fresh figures everywhere. */
export function useFinance<Input, Output>({ inForm = false, ...options }: Options<Input, Output>) {
  return useAction<Input, Output>({
    ...options,
    touches: TOUCHES,
    undo: true,
    onFailed: () => inForm,
  });
}
