"use client";
import { AlarmClock, Bell, BellOff, X } from "lucide-react";
import { useRouter } from "next/navigation";

import { Menu } from "@/components/ui/menu.tsx";
import { dayIn, now, timeIn } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { clockTime } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { snoozeChoices } from "../reminders/reminder-words.ts";
import { useSnooze } from "../reminders/use-reminders.ts";
import { NOTICE_ICONS, pageOf, type Notice } from "./notice-words.ts";
import { useDismiss, useMarkRead, useMuted } from "./use-notices.ts";

/** One notice; opening it reads it and leads to what it is about. */
export function NoticeRow({ notice, zone }: { notice: Notice; zone: string }) {
  const router = useRouter();
  const read = useMarkRead();
  const dismiss = useDismiss();
  const snooze = useSnooze();
  const { set } = useMuted();
  const Icon = NOTICE_ICONS[notice.kind] ?? Bell;
  const fresh = notice.readAt === null;
  const reminder = notice.records.find(({ table }) => table === "reminders");
  const wall = `${dayIn(zone, now())}T${timeIn(zone, now())}`;
  const open = (): void => {
    if (fresh) read.mutate(notice);
    router.push(pageOf(notice));
  };
  return (
    <li className="flex items-start gap-1 py-1">
      <button
        type="button"
        onClick={open}
        className="-ml-2 flex min-w-0 flex-1 items-start gap-3.5 rounded-control px-2 py-2.5 text-left hover:bg-ink/4"
      >
        <span
          className={cn(
            "grid size-9 shrink-0 place-items-center rounded-full",
            fresh ? "bg-ipe-wash text-ipe-ink" : "bg-ink/5 text-soft",
          )}
        >
          <Icon aria-hidden="true" className="size-4.5" />
        </span>
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex items-baseline gap-2">
            <span className={cn("min-w-0 break-words", fresh && "font-semibold")}>
              {notice.title}
            </span>
            {fresh ? <span className="sr-only">, {t("notices.new")}</span> : null}
            <span className="figures ml-auto shrink-0 text-xs text-soft">
              {clockTime(notice.createdAt, zone)}
            </span>
          </span>
          {notice.body === null ? null : (
            <span className="line-clamp-3 text-pretty whitespace-pre-line text-soft">
              {notice.body}
            </span>
          )}
        </span>
      </button>
      <Menu
        label={t("notices.options", { title: notice.title })}
        className="mt-1.5"
        items={[
          ...(reminder === undefined
            ? []
            : snoozeChoices(wall).map(({ label, until }) => ({
                label,
                icon: <AlarmClock aria-hidden="true" />,
                run: () => snooze.mutate({ reminderId: reminder.id, until }),
              }))),
          {
            label: t("notices.dismiss"),
            icon: <X aria-hidden="true" />,
            run: () => dismiss.mutate(notice),
          },
          ...(notice.kind === "reminder"
            ? []
            : [
                {
                  label: t("notices.mute"),
                  icon: <BellOff aria-hidden="true" />,
                  run: () => set.mutate({ kind: notice.kind, on: true }),
                },
              ]),
        ]}
      />
    </li>
  );
}
