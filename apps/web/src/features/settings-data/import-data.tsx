"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { ExportFile } from "@vida/core/account/schemas";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";
import { errorText } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

/** Fills a still empty account from a file that was downloaded here. */
export function ImportData() {
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const bring = useAction({
    run: (client, file: ExportFile, call) => client.account.importData.mutate({ file }, call),
    touches: ["account"],
    done: ({ rows }) =>
      t("data.imported", { count: Object.values(rows).reduce((sum, count) => sum + count, 0) }),
    onDone: () => void cache.invalidateQueries(),
    onFailed: (error) => {
      setProblem(errorText(error));
      return true;
    },
  });
  const read = async (file: File | undefined): Promise<void> => {
    setProblem(null);
    if (file === undefined) return;
    const { ExportFile } = await import("@vida/core/account/schemas");
    const parsed = ExportFile.safeParse(toJson(await file.text()));
    if (parsed.success) bring.mutate(parsed.data);
    else setProblem(t("data.notJson"));
    if (input.current !== null) input.current.value = "";
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-52 flex-1 text-soft">{t("data.importText")}</p>
        <Button busy={bring.isPending} onClick={() => input.current?.click()}>
          <Upload aria-hidden="true" />
          {t("data.import")}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={t("data.importField")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      {problem === null ? null : (
        <p role="alert" className="mt-2 font-medium text-urucum-ink">
          {problem}
        </p>
      )}
    </div>
  );
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
