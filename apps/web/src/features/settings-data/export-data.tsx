"use client";
import { Download } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useAction } from "@/trpc/use-action.ts";

import { saveFile } from "./save-file.ts";

/** One file with everything, saved where the browser saves things. */
export function ExportData() {
  const load = useAction({
    run: (client, _input: void) => client.account.exportData.query({}),
    touches: [],
    onDone: (file) => {
      saveFile(`vida-${file.exportedAt.slice(0, 10)}.json`, JSON.stringify(file));
      showToast(t("data.exported"));
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-52 flex-1 text-soft">{t("data.exportText")}</p>
      <Button busy={load.isPending} onClick={() => load.mutate()}>
        <Download aria-hidden="true" />
        {t("data.export")}
      </Button>
    </div>
  );
}
