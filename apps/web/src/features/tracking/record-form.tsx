"use client";
import { useQuery } from "@tanstack/react-query";
import type { MetricType } from "@vida/core/tracking/schemas";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field, TextField } from "@/components/ui/field.tsx";
import { ScorePicker } from "@/components/ui/score-picker.tsx";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";

import { useToday } from "../account/use-me.ts";
import { KindPicker, type Kind } from "./kind-picker.tsx";
import { isScore, measure, metricLabel, QUICK, rangeOf, unitOf } from "./metric-kinds.ts";
import type { RecordStart } from "./record-sheet.tsx";
import { useRecord, useUpdate } from "./use-entries.ts";

/** Records one value, or sets one right; the same fields serve both. */
export function RecordForm({ start, onDone }: { start: RecordStart; onDone: () => void }) {
  const { entry } = start;
  const today = useToday();
  const trpc = useTRPC();
  const metrics = useQuery(trpc.metrics.list.queryOptions({}));
  const [kind, setKind] = useState<Kind>({
    type: entry?.type ?? start.type ?? "water",
    metricId: entry?.metricId ?? start.metricId ?? null,
  });
  const [value, setValue] = useState(entry === undefined ? "" : number(entry.value));
  const [day, setDay] = useState(entry?.day ?? start.day);
  const [time, setTime] = useState(entry?.time ?? "");
  const [quality, setQuality] = useState<number | null>(entry?.quality ?? null);
  const [notes, setNotes] = useState(entry?.notes ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const shown = (error: Error): boolean => Object.keys(fieldErrors(error)).length > 0;
  const record = useRecord({ onDone, onFailed: shown });
  const update = useUpdate({ onDone, onFailed: shown });
  const wrong = fieldErrors(record.error ?? update.error);
  const custom = metrics.data?.items.find((metric) => metric.id === kind.metricId);
  const unit = unitOf(kind.type, custom?.unit ?? entry?.unit);
  const label = metricLabel(kind.type, custom?.name ?? entry?.metricName);
  const range =
    kind.type === "custom"
      ? { min: custom?.minValue ?? null, max: custom?.maxValue ?? null }
      : rangeOf(kind.type);

  const read = (): number | null => {
    const parsed = parseNumber(value);
    if (parsed === null) return fault(t("form.notANumber"));
    const [min, max] = [range?.min ?? -Infinity, range?.max ?? Infinity];
    if (parsed < min || parsed > max)
      return fault(t("form.range", { min: number(min), max: number(max) }));
    return parsed;
  };
  const fault = (text: string): null => {
    setProblem(text);
    field.current?.focus();
    return null;
  };
  const submit = (): void => {
    setProblem(null);
    const parsed = read();
    if (parsed === null) return;
    const note = notes.trim();
    if (entry !== undefined) {
      update.mutate({
        entryId: entry.id,
        value: parsed,
        day,
        time: time === "" ? null : time,
        notes: note === "" ? null : note,
        quality,
      });
      return;
    }
    record.mutate({
      type: kind.type,
      value: parsed,
      day,
      ...(kind.metricId === null ? {} : { metricId: kind.metricId }),
      ...(time === "" ? {} : { time }),
      ...(note === "" ? {} : { notes: note }),
      ...(quality === null || kind.type !== "sleep" ? {} : { quality }),
    });
  };

  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {entry === undefined ? (
        <KindPicker
          kind={kind}
          metrics={metrics.data?.items ?? []}
          onPick={(next) => {
            setKind(next);
            setValue("");
            setProblem(null);
          }}
        />
      ) : null}
      {isScore(kind.type) ? (
        <ScorePicker
          label={label}
          value={parseNumber(value)}
          onChange={(score) => setValue(String(score))}
        />
      ) : (
        <Field label={t("form.withUnit", { label, unit })} error={problem ?? wrong["value"]?.[0]}>
          {(props) => (
            <input
              {...props}
              ref={field}
              name="value"
              inputMode="decimal"
              autoComplete="off"
              autoFocus
              value={value}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setValue(event.target.value)}
              className={`${controlClass} figure-big min-h-15 text-2xl`}
            />
          )}
        </Field>
      )}
      {problem !== null && isScore(kind.type) ? (
        <p className="-mt-3 text-xs font-medium text-urucum-ink">{t("form.pickScore")}</p>
      ) : null}
      <QuickAmounts type={kind.type} unit={unit} onPick={(amount) => setValue(number(amount))} />
      {kind.type === "sleep" ? (
        <ScorePicker label={t("arg.quality")} value={quality} onChange={setQuality} />
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("arg.day")}
          type="date"
          value={day}
          max={today}
          error={wrong["day"]?.[0]}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label={t("form.timeOptional")}
          type="time"
          value={time}
          error={wrong["time"]?.[0]}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <Field label={t("form.notesOptional")} error={wrong["notes"]?.[0]}>
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
      <Button type="submit" look="primary" busy={record.isPending || update.isPending}>
        {entry === undefined
          ? t("tracking.recordKind", { kind: label.toLowerCase() })
          : t("tracking.saveAdjustment")}
      </Button>
    </form>
  );
}

function QuickAmounts({
  type,
  unit,
  onPick,
}: {
  type: MetricType;
  unit: string;
  onPick: (amount: number) => void;
}) {
  const amounts = QUICK[type];
  if (amounts === undefined) return null;
  return (
    <div className="-mt-2 flex flex-wrap gap-2">
      {amounts.map((amount) => (
        <Button key={amount} size="small" className="figures" onClick={() => onPick(amount)}>
          {measure(type, amount, unit)}
        </Button>
      ))}
    </div>
  );
}
