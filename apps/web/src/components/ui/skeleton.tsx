import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

/** One bar of a skeleton; give it the size of what will stand there. */
export function Bone({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cn("block animate-pulse rounded-md bg-ink/8", className)} />
  );
}

/** Rows of a list that is on its way. */
export function ListSkeleton({ rows = 5, className }: { rows?: number; className?: string }) {
  return (
    <div role="status" className={cn("grid gap-px", className)}>
      <span className="sr-only">{t("common.loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-4 py-3.5">
          <Bone className="size-9 rounded-full" />
          <Bone className={cn("h-4", index % 2 === 0 ? "w-40" : "w-28")} />
          <Bone className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
