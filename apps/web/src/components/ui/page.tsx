import type { ReactNode } from "react";

import { cn } from "@/lib/cn.ts";

/** The sheet of paper a page is written on: its width, its heading, its actions. */
export function Page({
  title,
  note,
  actions,
  children,
  narrow = false,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  return (
    <div
      className={cn(
        "mx-auto w-full px-4 pt-5 pb-10 sm:px-6 md:pt-9 lg:px-10",
        narrow ? "max-w-3xl" : "max-w-[1120px]",
      )}
    >
      <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 md:mb-7">
        <div className="min-w-0">
          <h1 className="text-2xl md:text-3xl">{title}</h1>
          {note === undefined ? null : <p className="mt-1 text-soft">{note}</p>}
        </div>
        {actions === undefined ? null : (
          <div className="flex flex-wrap items-center gap-2">{actions}</div>
        )}
      </header>
      {children}
    </div>
  );
}

/**
 * A section with its name in the notebook's margin: beside the content on a wide page, above it on a
 * narrow one.
 */
export function Section({
  title,
  aside,
  children,
  className,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      className={cn(
        "grid gap-x-8 border-t border-line pt-4 pb-7 lg:grid-cols-[10.5rem_1fr] lg:pt-5",
        className,
      )}
    >
      <div className="mb-3 flex items-baseline justify-between gap-3 lg:mb-0 lg:block">
        <h2 className="text-lg">{title}</h2>
        {aside === undefined ? null : <div className="text-xs text-soft lg:mt-1">{aside}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
