"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { controlClass, Field, TextField } from "@/components/ui/field.tsx";
import { addDays } from "@/lib/days.ts";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";

import { useToday } from "../account/use-me.ts";
import {
  REPEATS,
  repeatOf,
  repeatWords,
  ruleOf,
  type Reminder,
  type Repeat,
} from "./reminder-words.ts";
import { useCreateReminder, useUpdateReminder } from "./use-reminders.ts";

type Props = { reminder: Reminder | null; onDone: () => void };

/** What to be reminded of, when, and how often. */
export function ReminderForm({ reminder, onDone }: Props) {
  const today = useToday();
  const moment = reminder?.nextAt ?? reminder?.remindAt ?? `${addDays(today, 1)}T09:00`;
  const [title, setTitle] = useState(reminder?.title ?? "");
  const [day, setDay] = useState(moment.slice(0, 10));
  const [time, setTime] = useState(moment.slice(11, 16));
  const [notes, setNotes] = useState(reminder?.notes ?? "");
  const known = reminder?.repeat ?? null;
  const [repeat, setRepeat] = useState<Repeat>(repeatOf(known, day));
  const [tried, setTried] = useState(false);
  const create = useCreateReminder(onDone);
  const update = useUpdateReminder(onDone);
  const refused = fieldErrors(create.error ?? update.error);

  const submit = (): void => {
    setTried(true);
    if (title.trim() === "" || day === "" || time === "") return;
    const input = {
      title: title.trim(),
      remindAt: `${day}T${time}`,
      repeat: repeat === "kept" ? known : ruleOf(repeat, day),
      notes: notes.trim() === "" ? null : notes.trim(),
    };
    if (reminder === null) {
      create.mutate(input);
      return;
    }
    // The same time is not told again: that would start a reminder anew that is already under way.
    const same = input.remindAt === moment.slice(0, 16) && input.repeat === known;
    const { remindAt, repeat: rule, ...rest } = input;
    update.mutate({
      reminderId: reminder.id,
      ...rest,
      ...(same ? {} : { remindAt, repeat: rule }),
    });
  };
  const missing = (text: string): string | undefined =>
    tried && text.trim() === "" ? t("form.required") : undefined;
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t("reminders.title")}
        placeholder={t("reminders.titleExample")}
        value={title}
        maxLength={255}
        autoFocus
        error={missing(title) ?? refused["title"]?.[0]}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("reminders.day")}
          type="date"
          min={today}
          value={day}
          error={missing(day) ?? refused["remindAt"]?.[0]}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label={t("reminders.time")}
          type="time"
          value={time}
          error={missing(time)}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <Choices<Repeat>
        label={t("reminders.repeat")}
        value={repeat}
        options={[
          ...REPEATS.map((value) => ({ value, label: t(`repeat.${value}`) })),
          ...(known !== null && repeatOf(known, moment.slice(0, 10)) === "kept"
            ? [
                {
                  value: "kept" as const,
                  label: t("repeat.kept", { rule: repeatWords(known) }),
                },
              ]
            : []),
        ]}
        onChange={setRepeat}
      />
      <Field label={t("reminders.notes")} error={refused["notes"]?.[0]}>
        {(props) => (
          <textarea
            {...props}
            rows={2}
            maxLength={2000}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
            className={`${controlClass} py-2.5`}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={create.isPending || update.isPending}>
        {t(reminder === null ? "reminders.create" : "reminders.save")}
      </Button>
    </form>
  );
}
