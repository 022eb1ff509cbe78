import type { Metadata } from "next";

import { SignUpPage } from "@/features/auth/sign-up-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("auth.signUp") };

export default function Page() {
  return <SignUpPage />;
}
