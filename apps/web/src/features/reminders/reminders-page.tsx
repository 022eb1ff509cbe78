"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { ReminderRow } from "./reminder-row.tsx";
import { ReminderSheet } from "./reminder-sheet.tsx";
import type { Reminder } from "./reminder-words.ts";
import { PENDING } from "./use-reminders.ts";

/** Lembretes: what is to come, nearest first, and on demand what is done. */
export function RemindersPage() {
  const trpc = useTRPC();
  const list = useQuery(trpc.reminders.list.queryOptions(PENDING));
  const [form, setForm] = useState<{ reminder: Reminder | null } | null>(null);
  const items = list.data?.items ?? [];
  return (
    <Page
      title={t("nav.reminders")}
      note={t("reminders.note")}
      narrow
      actions={
        <Button look="primary" onClick={() => setForm({ reminder: null })}>
          <Plus aria-hidden="true" />
          {t("reminders.new")}
        </Button>
      }
    >
      {list.isPending ? <ListSkeleton rows={4} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty
          title={t("reminders.emptyTitle")}
          action={<Button onClick={() => setForm({ reminder: null })}>{t("reminders.new")}</Button>}
        >
          {t("reminders.emptyText")}
        </Empty>
      ) : null}
      {items.length === 0 ? null : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((reminder) => (
            <ReminderRow
              key={reminder.id}
              reminder={reminder}
              onEdit={() => setForm({ reminder })}
            />
          ))}
        </ul>
      )}
      <DoneReminders onEdit={(reminder) => setForm({ reminder })} />
      {form === null ? null : (
        <ReminderSheet reminder={form.reminder} onClose={() => setForm(null)} />
      )}
    </Page>
  );
}

function DoneReminders({ onEdit }: { onEdit: (reminder: Reminder) => void }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const list = useQuery({
    ...trpc.reminders.list.queryOptions({ status: "done", limit: 30 }),
    enabled: open,
  });
  if (!open) {
    return (
      <Button look="soft" className="mt-6" onClick={() => setOpen(true)}>
        {t("reminders.showDone")}
      </Button>
    );
  }
  return (
    <Section title={t("reminders.done")} className="mt-8">
      {list.isPending ? <ListSkeleton rows={3} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      <ul className="divide-y divide-line lg:-mt-2">
        {(list.data?.items ?? []).map((reminder) => (
          <ReminderRow key={reminder.id} reminder={reminder} onEdit={() => onEdit(reminder)} />
        ))}
      </ul>
    </Section>
  );
}
