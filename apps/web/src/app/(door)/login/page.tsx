import type { Metadata } from "next";

import { LoginPage } from "@/features/auth/login-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("auth.login") };

export default function Page() {
  return <LoginPage />;
}
