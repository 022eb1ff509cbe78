import type { Metadata } from "next";

import { ResetPasswordPage } from "@/features/auth/reset-pages.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("auth.resetTitle") };

export default function Page() {
  return <ResetPasswordPage />;
}
