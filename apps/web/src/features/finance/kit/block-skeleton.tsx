import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";

/** A card, a debt or an investment on its way: name, figure, bar and drawing. */
export function BlockSkeleton() {
  return (
    <div role="status" className="grid gap-x-10 gap-y-5 border-t border-line pt-5 lg:grid-cols-2">
      <span className="sr-only">{t("common.loading")}</span>
      <div className="grid content-start gap-3">
        <Bone className="h-6 w-40" />
        <Bone className="h-4 w-28" />
        <Bone className="h-8 w-48" />
        <Bone className="h-1.5" />
        <Bone className="h-10 w-36" />
      </div>
      <Bone className="h-52" />
    </div>
  );
}
