import Link from "next/link";

import { Button } from "@/components/ui/button.tsx";
import { Wordmark } from "@/components/ui/wordmark.tsx";
import { t } from "@/lib/t.ts";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh content-center justify-items-start gap-5 px-6 py-10 sm:mx-auto sm:max-w-md">
      <Wordmark className="text-2xl" />
      <h1 className="text-2xl">{t("notFound.title")}</h1>
      <p className="text-soft text-pretty">{t("notFound.text")}</p>
      <Button look="primary" asChild>
        <Link href="/dashboard">{t("notFound.back")}</Link>
      </Button>
    </main>
  );
}
