"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

import { addMonths, monthOf } from "@/lib/days.ts";

import { useToday } from "../../account/use-me.ts";

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The month the pages of Finanças speak of; it stands in the address and goes along between the parts. */
export function useMonth() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const current = monthOf(useToday());
  const wanted = params.get("month") ?? "";
  const month = MONTH.test(wanted) ? wanted : current;
  const pathOf = (next: string): string => {
    const rest = new URLSearchParams(params);
    if (next === current) rest.delete("month");
    else rest.set("month", next);
    const search = rest.toString();
    return search === "" ? pathname : `${pathname}?${search}`;
  };
  const go = (next: string): void => router.push(pathOf(next), { scroll: false });
  return {
    month,
    current,
    isCurrent: month === current,
    go,
    before: () => go(addMonths(month, -1)),
    after: () => go(addMonths(month, 1)),
  };
}

/** The address of a part of Finanças that keeps the month. */
export function withMonth(href: string, month: string, current: string): string {
  if (month === current) return href;
  return `${href}${href.includes("?") ? "&" : "?"}month=${month}`;
}
