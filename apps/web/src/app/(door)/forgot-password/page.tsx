import type { Metadata } from "next";

import { ForgotPasswordPage } from "@/features/auth/reset-pages.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("auth.forgotTitle") };

export default function Page() {
  return <ForgotPasswordPage />;
}
