import type { ReactNode } from "react";

import { Wordmark } from "@/components/ui/wordmark.tsx";
import { t } from "@/lib/t.ts";

/** The page before log-in: the form on paper, beside it what the notebook is for. */
export function Door({
  title,
  note,
  children,
  foot,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1fr_30rem]">
      <aside
        className="relative hidden overflow-hidden bg-sunk lg:grid lg:content-between lg:p-14"
        aria-hidden="true"
      >
        <Wordmark className="text-3xl" />
        <DoorPage />
        <p className="max-w-md text-soft">{t("door.promise")}</p>
      </aside>
      <main className="grid content-start bg-paper px-5 py-10 sm:px-10 lg:content-center lg:border-l lg:border-line">
        <div className="mx-auto w-full max-w-sm">
          <Wordmark className="mb-10 text-2xl lg:hidden" />
          <h1 className="text-2xl">{title}</h1>
          {note === undefined ? null : <div className="mt-2 text-soft text-pretty">{note}</div>}
          <div className="mt-7">{children}</div>
          {foot === undefined ? null : (
            <div className="mt-8 border-t border-line pt-5 text-soft">{foot}</div>
          )}
        </div>
      </main>
    </div>
  );
}

const LINES = ["door.line1", "door.line2", "door.line3", "door.line4"] as const;

/** A written page of the notebook: four everyday sentences and what became of them. */
function DoorPage() {
  return (
    <ul className="grid max-w-lg gap-0">
      {LINES.map((key) => {
        const [said = "", kept = ""] = t(key).split(" → ");
        return (
          <li key={key} className="grid gap-1 border-b border-line py-5 first:border-t">
            <span className="font-serif text-xl">{said}</span>
            <span className="flex items-center gap-2 text-soft">
              <span className="size-1.5 rounded-full bg-ipe" />
              {kept}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
