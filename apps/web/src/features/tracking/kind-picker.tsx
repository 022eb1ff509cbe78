"use client";
import type { MetricView } from "@vida/core/metrics/schemas";
import type { MetricType } from "@vida/core/tracking/schemas";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import { MetricIcon } from "./metric-icon.tsx";
import { BUILT_IN, metricLabel } from "./metric-kinds.ts";

export type Kind = { type: MetricType; metricId: string | null };

type Props = { kind: Kind; metrics: readonly MetricView[]; onPick: (kind: Kind) => void };

/** What is measured: the six that everybody has, the person's own, or a new one. */
export function KindPicker({ kind, metrics, onPick }: Props) {
  const [making, setMaking] = useState(false);
  return (
    <fieldset>
      <legend className="mb-2 text-xs font-semibold text-soft">{t("tracking.whatKind")}</legend>
      <div className="flex flex-wrap gap-2">
        {BUILT_IN.map((type) => {
          return (
            <Chip
              key={type}
              chosen={kind.type === type}
              onPick={() => onPick({ type, metricId: null })}
            >
              <MetricIcon type={type} className="size-4" />
              {metricLabel(type)}
            </Chip>
          );
        })}
        {metrics.map((metric) => (
          <Chip
            key={metric.id}
            chosen={kind.metricId === metric.id}
            onPick={() => onPick({ type: "custom", metricId: metric.id })}
          >
            <span aria-hidden="true">{metric.icon}</span>
            <span className="max-w-44 truncate">{metric.name}</span>
          </Chip>
        ))}
        <button
          type="button"
          aria-expanded={making}
          onClick={() => setMaking(!making)}
          className="flex min-h-11 items-center gap-1.5 rounded-full border border-dashed border-edge/70 px-3.5 text-soft hover:border-edge hover:text-ink md:min-h-9"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t("tracking.newMetric")}
        </button>
      </div>
      {making ? (
        <NewMetric
          onMade={(metric) => {
            setMaking(false);
            onPick({ type: "custom", metricId: metric.id });
          }}
        />
      ) : null}
    </fieldset>
  );
}

function Chip({
  chosen,
  onPick,
  children,
}: {
  chosen: boolean;
  onPick: () => void;
  children: React.ReactNode;
}) {
  return (
    <label
      className={cn(
        "relative flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border px-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:min-h-9",
        chosen
          ? "border-accent bg-accent-wash font-semibold text-accent"
          : "border-edge/50 bg-card hover:border-edge",
      )}
    >
      <input
        type="radio"
        name="kind"
        checked={chosen}
        onChange={onPick}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
      />
      {children}
    </label>
  );
}

function NewMetric({ onMade }: { onMade: (metric: MetricView) => void }) {
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const create = useAction({
    run: (client, input: { name: string; unit: string }, call) =>
      client.metrics.create.mutate(input, call),
    touches: ["metrics"],
    onDone: onMade,
    onFailed: (error) => Object.keys(fieldErrors(error)).length > 0,
  });
  const wrong = fieldErrors(create.error);
  return (
    <div className="mt-3 grid grid-cols-[1fr_7rem] items-end gap-3 rounded-card border border-line bg-sunk p-4">
      <TextField
        label={t("tracking.metricName")}
        placeholder={t("tracking.metricNameExample")}
        value={name}
        maxLength={100}
        error={wrong["name"]?.[0]}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t("tracking.metricUnit")}
        placeholder={t("tracking.metricUnitExample")}
        value={unit}
        maxLength={20}
        error={wrong["unit"]?.[0]}
        onChange={(event) => setUnit(event.target.value)}
      />
      <Button
        className="col-span-2"
        busy={create.isPending}
        disabled={name.trim() === "" || unit.trim() === ""}
        onClick={() => create.mutate({ name: name.trim(), unit: unit.trim() })}
      >
        {t("tracking.createMetric")}
      </Button>
    </div>
  );
}
