import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

export function ThreadSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto grid w-full max-w-[43rem] flex-1 content-end gap-7 px-4 py-6 sm:px-6"
    >
      <span className="sr-only">{t("common.loading")}</span>
      {[0, 1].map((turn) => (
        <div key={turn} className="grid gap-7">
          <Bone className="ml-auto h-11 w-56 rounded-[18px]" />
          <div className="grid gap-2.5">
            <Bone className="h-4 w-full" />
            <Bone className="h-4 w-11/12" />
            <Bone className="h-4 w-2/5" />
          </div>
        </div>
      ))}
    </div>
  );
}

export function ThreadFailed({ error, retry }: { error: unknown; retry: () => unknown }) {
  return (
    <div className="mx-auto w-full max-w-[43rem] flex-1 px-4 py-6 sm:px-6">
      <Failed error={error} retry={retry} />
    </div>
  );
}
