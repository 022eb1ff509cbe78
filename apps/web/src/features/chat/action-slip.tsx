import type { CardAction } from "@vida/core/live/message";
import { TriangleAlert } from "lucide-react";
import { createElement } from "react";

import { cn } from "@/lib/cn.ts";

import { toolIcon } from "./tool-words.ts";

type Shown = Pick<CardAction, "tool" | "args" | "title" | "details" | "warnings"> &
  Partial<Pick<CardAction, "weight">>;

/**
 * One proposed action in words and values.
 *
 * The first value is the one that is being agreed to, so it stands large beside the title; what else
 * belongs to it follows on leader lines.
 */
export function ActionSlip({
  action,
  struck = false,
  quiet = false,
}: {
  action: Shown;
  struck?: boolean;
  quiet?: boolean;
}) {
  const [first, ...rest] = action.details;
  const line =
    (action.weight ?? "line") === "line" &&
    rest.length <= 2 &&
    rest.every((detail) => detail.value.length <= 24);
  return (
    <div className={cn("min-w-0 flex-1", struck && "text-soft line-through decoration-soft")}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        {createElement(toolIcon(action.tool, action.args), {
          "aria-hidden": true,
          className: cn("size-4.5 shrink-0 self-center", quiet ? "text-soft" : "text-folha"),
        })}
        <span className={cn("min-w-0", quiet ? "font-medium" : "text-lg font-medium")}>
          {action.title}
        </span>
        {first === undefined ? null : (
          <>
            <span className="sr-only">{first.label}</span>
            <span
              className={cn(
                "figures",
                quiet ? "font-medium" : "figure-big text-xl",
                action.weight === "heavy" && "text-urucum-ink",
              )}
            >
              {first.value}
            </span>
          </>
        )}
        {line
          ? rest.map((detail) => (
              <span key={detail.label} className="text-soft">
                <span className="sr-only">{detail.label}: </span>
                <span aria-hidden="true">· </span>
                {detail.value}
              </span>
            ))
          : null}
      </div>
      {line || rest.length === 0 ? null : (
        <dl className="mt-2 grid gap-1">
          {rest.map((detail) => (
            <div key={detail.label} className="flex items-baseline gap-2">
              <dt className="shrink-0 text-soft">{detail.label}</dt>
              <span aria-hidden="true" className="leader" />
              <dd className="figures min-w-0 text-right font-medium">{detail.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {action.warnings.map((warning) => (
        <p key={warning} className="mt-2 flex items-start gap-2 text-xs font-medium text-ipe-ink">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          {warning}
        </p>
      ))}
    </div>
  );
}
