"use client";
import { AlarmClock, Check, PencilLine, Trash2 } from "lucide-react";

import { Menu } from "@/components/ui/menu.tsx";
import { dayIn, now, timeIn } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { repeatWords, snoozeChoices, whenWords, type Reminder } from "./reminder-words.ts";
import { useDone, useRemoveReminder, useSnooze } from "./use-reminders.ts";

/** One reminder: tick it, put it off, or open its menu. */
export function ReminderRow({ reminder, onEdit }: { reminder: Reminder; onEdit: () => void }) {
  const zone = useZone();
  const today = useToday();
  const done = useDone();
  const snooze = useSnooze();
  const remove = useRemoveReminder();
  const { title, notes, repeat, status } = reminder;
  const open = status === "pending";
  const wall = `${dayIn(zone, now())}T${timeIn(zone, now())}`;
  const moment = reminder.nextAt ?? reminder.remindAt;
  const late = open && moment < wall;
  return (
    <li className="flex min-h-16 items-center gap-3 py-2" data-reminder={status}>
      {open ? (
        <button
          type="button"
          aria-label={`${t("reminders.doneOne")}: ${title}`}
          onClick={() => {
            if (!done.isPending) done.mutate(reminder);
          }}
          className="group/tick grid size-11 shrink-0 place-items-center rounded-full hover:bg-folha-wash"
        >
          <span className="grid size-6 place-items-center rounded-full border-2 border-edge group-hover/tick:border-folha">
            <Check
              aria-hidden="true"
              className="size-4 text-folha opacity-0 group-hover/tick:opacity-100 group-focus-visible/tick:opacity-100"
            />
          </span>
        </button>
      ) : (
        <Check aria-hidden="true" className="mx-3 size-5 shrink-0 text-folha" />
      )}
      <div className="min-w-0 flex-1">
        <p className={cn("break-words text-lg leading-snug", !open && "text-soft")}>{title}</p>
        <p className="text-xs text-soft">
          <span className={late ? "font-semibold text-urucum-ink" : ""}>
            {late ? `${t("reminders.late")} · ` : ""}
            {whenWords(moment, today)}
          </span>
          {repeat === null ? "" : ` · ${repeatWords(repeat)}`}
          {notes === null ? "" : ` · ${notes}`}
        </p>
      </div>
      <Menu
        label={t("reminders.options", { title })}
        items={[
          ...snoozeChoices(wall).map(({ label, until }) => ({
            label,
            icon: <AlarmClock aria-hidden="true" />,
            run: () => snooze.mutate({ reminderId: reminder.id, until }),
          })),
          { label: t("reminders.edit"), icon: <PencilLine aria-hidden="true" />, run: onEdit },
          {
            label: t("reminders.remove"),
            icon: <Trash2 aria-hidden="true" />,
            run: () => remove.mutate(reminder),
            danger: true,
          },
        ]}
      />
    </li>
  );
}
