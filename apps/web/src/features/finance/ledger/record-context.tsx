"use client";
import type { TransactionKind } from "@vida/core/transactions/schemas";
import dynamic from "next/dynamic";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

/** What the form starts from. */
export type RecordStart = {
  kind?: TransactionKind;
  accountId?: string;
  toAccountId?: string;
  categoryKey?: string;
};

const Context = createContext<(start?: RecordStart) => void>(() => undefined);

const RecordSheet = dynamic(
  () => import("./record-sheet.tsx").then((module) => module.RecordSheet),
  {
    ssr: false,
  },
);

/** Lets every part of Finanças open the one form that writes in the ledger. */
export function RecordProvider({ children }: { children: ReactNode }) {
  const [start, setStart] = useState<RecordStart | null>(null);
  const open = useMemo(
    () =>
      (next: RecordStart = {}) =>
        setStart(next),
    [],
  );
  return (
    <Context value={open}>
      {children}
      {start === null ? null : <RecordSheet start={start} onClose={() => setStart(null)} />}
    </Context>
  );
}

export function useRecordSheet(): (start?: RecordStart) => void {
  return useContext(Context);
}
