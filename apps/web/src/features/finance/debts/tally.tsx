import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

/** Beyond this a bar says more. */
const MANY = 72;

/** Installments as marks in a notebook, a year to a line: struck when paid, outlined when open, the next one in ipê. */
export function Tally({ paid, all, late }: { paid: number; all: number; late: boolean }) {
  const label = t("finance.debt.paidOf", { paid, all });
  if (all > MANY) {
    return (
      <div className="mt-3">
        <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line">
          <span className="block h-full bg-folha" style={{ width: `${(paid / all) * 100}%` }} />
        </span>
        <p className="mt-1 text-xs text-soft">{label}</p>
      </div>
    );
  }
  return (
    <div className="mt-3">
      <span aria-hidden="true" className="grid w-max grid-cols-12 gap-x-1.5 gap-y-1">
        {Array.from({ length: all }, (_, index) => (
          <span
            key={index}
            className={cn(
              "h-3 w-1.5 rounded-full",
              index < paid ? "bg-folha" : index > paid ? "bg-line" : late ? "bg-urucum" : "bg-ipe",
            )}
          />
        ))}
      </span>
      <p className="mt-1.5 text-xs text-soft">{label}</p>
    </div>
  );
}
